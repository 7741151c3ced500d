using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Publications;

/// <summary>Whether months appear by themselves, or (below about 150 reports a month, where noise would drown them) everything by quarter.</summary>
public enum Volume { Normal, Low }

/// <summary>Which tables appear when, and what they cost: together at most <see cref="Epsilon.OfOneReport"/> for each report, in either volume.</summary>
public static class Plan
{
    /// <summary>Shown whatever it is.</summary>
    const int Always = 0;

    static readonly Dimension ByRegion = new("region", Counting.Codes<RegionCell>());
    static readonly Dimension ByType = new("type", Counting.Codes<CaseType>());
    static readonly Dimension ByCitizenship = new("citizenship", Counting.Codes<CitizenCell>());
    static readonly Dimension ByActor = new("actor", Counting.Codes<ActorCell>());

    public static TableSpec Total { get; } = new("total", [], new(1, 5), Always, 10);

    public static TableSpec Region { get; } = new("region", [ByRegion], new(2, 5), 11, 7);

    public static TableSpec Type { get; } = new("type", [ByType], new(2, 5), 11, 7);

    public static TableSpec Citizenship { get; } = new("citizenship", [ByCitizenship], new(1, 4), 17, 12);

    public static TableSpec Actor { get; } = new("actor", [ByActor], new(1, 4), 17, 12);

    public static TableSpec RegionType { get; } = new("region-type", [ByRegion, ByType], new(1, 2), 10, 6);

    /// <summary>The tables of one publication; none for a month in low volume, which does not appear.</summary>
    public static IReadOnlyList<TableSpec> Tables(Cadence cadence, Volume volume) => (cadence, volume) switch
    {
        (Cadence.Month, Volume.Normal) => [Total, Region, Type],
        (Cadence.Month, Volume.Low) => [],
        (Cadence.Quarter, Volume.Normal) => [Citizenship, Actor, RegionType],
        (Cadence.Quarter, Volume.Low) => [Total, Region, Type, Citizenship, Actor, RegionType],
        _ => throw new ArgumentOutOfRangeException(nameof(cadence)),
    };

    /// <summary>The table of this name: the same in every publication that holds it.</summary>
    public static TableSpec Named(string name) => Tables(Cadence.Quarter, Volume.Low).Single(table => table.Name == name);

    /// <summary>So far from the truth lie at most 5 of 100 of <see cref="Figures.Total"/>: further in a quarter whose total rests on its own tables and its months, and further still without the months.</summary>
    public static int MarginOfTotal(Cadence cadence, Volume volume, bool monthsJoin = true) =>
        (cadence, volume) != (Cadence.Quarter, Volume.Normal) ? Total.Margin : monthsJoin ? 12 : 18;
}
