namespace MigrantBot.Core.Publications;

/// <summary>A publication that is out, and what each report in it lost by it.</summary>
public sealed record Published(Period Period, Volume Volume, Epsilon Loss);

/// <summary>Why something must not appear.</summary>
public enum Objection
{
    /// <summary>The plan holds no such publication.</summary>
    NotPlanned,

    /// <summary>What is out is never drawn again: two draws would halve the noise.</summary>
    IsOut,

    /// <summary>The facts of a month are deleted with its quarter.</summary>
    QuarterIsOut,

    /// <summary>Some report would lose more than <see cref="Epsilon.OfOneReport"/> in its life.</summary>
    CostsTooMuch,
}

/// <summary>Counts what reports have lost. A report counts in one month for life, so only that month and its quarter touch it.</summary>
public static class Ledger
{
    /// <summary>What a publication costs each report in it.</summary>
    public static Epsilon Cost(Cadence cadence, Volume volume) => Epsilon.Sum(Plan.Tables(cadence, volume).Select(table => table.Loss));

    /// <summary>All that a report of this month has lost by these.</summary>
    public static Epsilon Lost(Period month, IEnumerable<Published> published) =>
        Epsilon.Sum(published.Where(one => one.Period.Months.Contains(month)).Select(one => one.Loss));

    /// <summary>Why <paramref name="next"/> must not appear after these; null where it may.</summary>
    public static Objection? Refuses(Period next, Volume volume, IReadOnlyList<Published> before)
    {
        if (Plan.Tables(next.Cadence, volume).Count == 0)
            return Objection.NotPlanned;
        if (before.Any(one => one.Period == next))
            return Objection.IsOut;
        if (before.Any(one => one.Period == next.Quarter))
            return Objection.QuarterIsOut;
        var cost = Cost(next.Cadence, volume);
        return next.Months.All(month => Lost(month, before) + cost <= Epsilon.OfOneReport) ? null : Objection.CostsTooMuch;
    }
}
