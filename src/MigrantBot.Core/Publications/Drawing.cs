namespace MigrantBot.Core.Publications;

/// <summary>From exact counts to what is published: noise, then agreement, then thresholds. Drawn once; nobody draws the same period again.</summary>
public static class Drawing
{
    /// <param name="period">What is published.</param>
    /// <param name="volume">The plan that it follows.</param>
    /// <param name="tallies">All accepted reports of its months.</param>
    /// <param name="months">What was published about months: where all three of a quarter are there, their totals join its own.</param>
    /// <param name="chance">Where all randomness comes from.</param>
    public static Figures Draw(Period period, Volume volume, IEnumerable<Tally> tallies, IReadOnlyList<Figures> months, Chance chance)
    {
        var noisy = Noise.Over(period, volume, tallies, chance);
        var total = Consistency.Total(period, noisy, months);
        return new(period, volume, total, [.. noisy.Select(table => Shown(table.Spec, Agreed(table, total, chance)))]);
    }

    /// <summary>Sums are forced on the total and on tables by one dimension; with 54 cells the force would move them for little.</summary>
    static IReadOnlyList<long> Agreed(NoisyTable table, long total, Chance chance) => table.Spec.By.Count switch
    {
        0 => [total],
        1 => Consistency.Project(table.Values, total, chance),
        _ => [.. table.Values.Select(value => value < 0 ? 0 : value)],
    };

    static Table Shown(TableSpec spec, IReadOnlyList<long> values)
    {
        var cells = values.Select((value, cell) => new Cell(spec.Keys[cell], value < spec.ShowFrom ? null : value)).ToList();
        var hidden = values.Where(value => value < spec.ShowFrom).ToList();
        return new(spec, cells, hidden.Count > 0 && spec.By.Count == 1 ? hidden.Sum() : null);
    }
}
