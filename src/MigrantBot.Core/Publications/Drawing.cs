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
        var (total, tables) = Consistency.Agree(period, noisy, months, chance);
        return new(period, volume, total, [.. tables.Select(Shown)]);
    }

    static Table Shown(AgreedTable table)
    {
        var spec = table.Spec;
        var hidden = table.Values.Where(value => value < spec.ShowFrom).ToList();
        return new(
            spec,
            [.. table.Values.Select((value, cell) => new Cell(spec.Keys[cell], value < spec.ShowFrom ? null : value))],
            hidden.Count > 0 && spec.By.Count == 1 ? hidden.Sum() : null);
    }
}
