namespace MigrantBot.Core.Publications;

/// <summary>A table whose values are no longer negative and agree with the total, before the small ones are hidden.</summary>
public sealed record AgreedTable(TableSpec Spec, IReadOnlyList<long> Values);

/// <summary>Makes noisy tables agree with each other. It sees noisy values only, so it costs no privacy.</summary>
public static class Consistency
{
    /// <summary>All tables by one total. With two dimensions only what is negative is mended: to force the sums of 54 cells would move them for little.</summary>
    public static (long Total, IReadOnlyList<AgreedTable> Tables) Agree(Period period, IReadOnlyList<NoisyTable> tables, IReadOnlyList<Figures> months, Chance chance)
    {
        var total = Total(period, tables, months);
        return (total, [.. tables.Select(table => new AgreedTable(table.Spec, table.Spec.By.Count switch
        {
            0 => [total],
            1 => Project(table.Values, total, chance),
            _ => [.. table.Values.Select(value => value < 0 ? 0 : value)],
        }))]);
    }

    /// <summary>The weighted mean of what every table (and, for a quarter, its three published months) says the total is; never negative.</summary>
    public static long Total(Period period, IReadOnlyList<NoisyTable> tables, IReadOnlyList<Figures> months)
    {
        var estimates = tables.Select(table => (table.Sum, Weight: Weights.Of(table.Spec))).ToList();
        var published = months.Where(month => period.Months.Contains(month.Period)).DistinctBy(month => month.Period).ToList();
        if (published.Count == 3)
            estimates.Add((published.Sum(month => month.Total), Weights.OfMonths));
        var weights = estimates.Sum(estimate => estimate.Weight);
        var sum = estimates.Sum(estimate => checked(estimate.Sum * estimate.Weight));
        return sum <= 0 ? 0 : checked((2 * sum) + weights) / (2 * weights);
    }

    /// <summary>The nearest whole numbers that are not negative and sum up to the total.</summary>
    /// <remarks>
    /// All cells that stay above zero are moved by the same amount, so all have the same remainder, and "the largest remainder" is a lot:
    /// who is rounded up is drawn, for a fixed order would favour the same categories for ever.
    /// </remarks>
    public static IReadOnlyList<long> Project(IReadOnlyList<long> noisy, long total, Chance chance)
    {
        var (kept, excess) = Kept(noisy, total);
        if (kept == 0)
            return [.. noisy.Select(_ => 0L)];
        var stays = noisy.Select(value => checked(value * kept) > excess).ToArray();
        var down = RoundedUp(excess, kept);
        var missing = (down * kept) - excess;
        var first = missing == 0 ? 0 : chance(kept);
        var turn = 0;
        return [.. noisy.Select((value, cell) => stays[cell] ? value - down + ((turn++ - first + kept) % kept < missing ? 1 : 0) : 0)];
    }

    /// <summary>How many of the largest cells stay above zero, and by how much together they exceed the total.</summary>
    static (int Cells, long Excess) Kept(IReadOnlyList<long> noisy, long total)
    {
        var (kept, excess, sum, size) = (0, 0L, 0L, 0);
        foreach (var value in noisy.OrderDescending())
        {
            (sum, size) = (checked(sum + value), size + 1);
            if (checked(value * size) <= sum - total)
                break;
            (kept, excess) = (size, sum - total);
        }

        return (kept, excess);
    }

    static long RoundedUp(long part, long whole) => part > 0 ? (part + whole - 1) / whole : part / whole;
}
