using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Two worlds of one period, which differ by one report or (elsewhere in the calendar) not at all.</summary>
sealed class Rivals
{
    readonly Dictionary<string, (IReadOnlyList<long> Without, IReadOnlyList<long> With)> counts;

    internal Rivals(Period period, Volume volume, IReadOnlyList<Tally> known, Tally sought)
    {
        (Without, With) = (known, period.Months.Contains(sought.Month) ? [.. known, sought] : known);
        counts = Plan.Tables(period.Cadence, volume).ToDictionary(spec => spec.Name, spec => (Exact.Of(spec, Without), Exact.Of(spec, With)));
    }

    internal IReadOnlyList<Tally> Without { get; }

    internal IReadOnlyList<Tally> With { get; }

    /// <summary>The logarithm of how much likelier these cells are with the report: no test can do better (Neyman and Pearson).</summary>
    internal double Evidence(IEnumerable<NoisyTable> tables) => tables.Sum(table =>
    {
        var (without, with) = counts[table.Spec.Name];
        return table.Values.Select((value, cell) => table.Spec.Loss.Value() * (Math.Abs(value - without[cell]) - Math.Abs(value - with[cell]))).Sum();
    });

    /// <summary>The total, and every published cell in which the report would stand.</summary>
    internal IEnumerable<long> Touched(Figures figures) => figures.Tables
        .SelectMany(table => table.Cells.Where((_, cell) => counts[table.Spec.Name].Without[cell] != counts[table.Spec.Name].With[cell]).Select(cell => cell.Value ?? -1))
        .Prepend(figures.Total);
}
