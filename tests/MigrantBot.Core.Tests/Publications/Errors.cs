namespace MigrantBot.Core.Tests.Publications;

/// <summary>How far published cells lay from the truth, over many runs.</summary>
sealed class Errors
{
    readonly List<double> all = [];
    readonly List<double> relative = [];
    long cells;
    long shown;
    long reports;
    long covered;

    internal double Mean => all.Average();

    internal double Within95 => Quantile(all, 0.95);

    internal double Shown => (double)shown / cells;

    internal double Covered => (double)covered / reports;

    internal double MedianRelative => Quantile(relative, 0.5);

    internal double RelativeOfNineInTen => Quantile(relative, 0.9);

    /// <summary>An exact count, what the tables agreed on, and whether it was shown.</summary>
    internal void Add(long exact, long agreed, bool isShown)
    {
        all.Add(Math.Abs(agreed - exact));
        (cells, reports) = (cells + 1, reports + exact);
        if (!isShown)
            return;
        (shown, covered) = (shown + 1, covered + exact);
        // What is shown where nothing is counts as wholly wrong.
        relative.Add(exact == 0 ? 1 : (double)Math.Abs(agreed - exact) / exact);
    }

    static double Quantile(List<double> values, double part)
    {
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, Math.Ceiling(part * values.Count) - 1)];
    }
}
