using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Publications written down by hand: thresholds and the row <c>small</c> are made here, the noise is not.</summary>
static class Printed
{
    internal static Period Period(string name) => Core.Publications.Period.Read(name)!;

    /// <summary>So many months in a row, each with the same numbers.</summary>
    internal static IEnumerable<Figures> Months(string first, int count, IReadOnlyList<long> regions, IReadOnlyList<long> types) =>
        Row(Period(first), count).Select(month => Month(month, regions, types));

    internal static Figures Month(Period month, IReadOnlyList<long> regions, IReadOnlyList<long> types) =>
        new(month, Volume.Normal, regions.Sum(), [Table(Plan.Total, [regions.Sum()]), Table(Plan.Region, regions), Table(Plan.Type, types)]);

    /// <summary>Of which only region × type matters.</summary>
    internal static Figures Quarter(Period quarter, Volume volume, IReadOnlyList<long> pairs) =>
        new(quarter, volume, pairs.Sum(), [.. Plan.Tables(Cadence.Quarter, volume).Select(spec => Table(spec, spec == Plan.RegionType ? pairs : [.. spec.Keys.Select(_ => 0L)]))]);

    internal static IEnumerable<Period> Row(Period first, int count)
    {
        for (var period = first; count > 0; period = period.Next, count--)
            yield return period;
    }

    static Table Table(TableSpec spec, IReadOnlyList<long> values)
    {
        var hidden = values.Where(value => value < spec.ShowFrom).ToList();
        return new(spec, [.. spec.Keys.Zip(values, (key, value) => new Cell(key, value < spec.ShowFrom ? null : value))], hidden.Count > 0 && spec.By.Count == 1 ? hidden.Sum() : null);
    }
}
