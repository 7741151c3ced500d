namespace MigrantBot.Core.Tests.Publications;

/// <summary>How well two worlds are told apart by the evidence, wherever one draws the line.</summary>
sealed class Verdict
{
    readonly List<(int False, int True)> above;
    readonly int years;

    Verdict(List<(int False, int True)> above, int years) => (this.above, this.years) = (above, years);

    /// <summary>The most by which true alarms are more frequent than false ones.</summary>
    internal double Advantage => above.Max(line => (double)(line.True - line.False) / years);

    internal static Verdict Of(IReadOnlyList<double> without, IReadOnlyList<double> with)
    {
        Assert.Equal(without.Count, with.Count);
        var lines = without.Concat(with).Distinct().Order().ToList();
        return new([.. lines.Select(line => (without.Count(evidence => evidence >= line), with.Count(evidence => evidence >= line)))], with.Count);
    }

    /// <summary>Neither alarms nor silences are more than e^loss times as frequent in one world as in the other, luck taken off.</summary>
    internal bool IsWithin(double loss) => above.All(line => Histograms.IsWithin(loss, line.False, line.True) && Histograms.IsWithin(loss, years - line.False, years - line.True));

    internal bool IsAbove(double loss) => !IsWithin(loss);
}
