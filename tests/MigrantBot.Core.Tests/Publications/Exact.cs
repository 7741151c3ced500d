using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>What the tables would say without noise, found in another way than the program does: by the names in the keys.</summary>
static class Exact
{
    static readonly IReadOnlyList<string> Regions = Counting.Codes<RegionCell>();
    static readonly IReadOnlyList<string> Types = Counting.Codes<CaseType>();
    static readonly IReadOnlyList<string> Citizenships = Counting.Codes<CitizenCell>();
    static readonly IReadOnlyList<string> Actors = Counting.Codes<ActorCell>();

    internal static IReadOnlyList<long> Of(TableSpec spec, IEnumerable<Tally> tallies)
    {
        var counts = new Dictionary<(string?, string?), long>();
        foreach (var tally in tallies)
            counts[KeyIn(spec, tally)] = counts.GetValueOrDefault(KeyIn(spec, tally)) + tally.Reports;
        return [.. spec.Keys.Select(key => counts.GetValueOrDefault((key.ElementAtOrDefault(0), key.ElementAtOrDefault(1))))];
    }

    static (string?, string?) KeyIn(TableSpec spec, Tally tally) => spec.Name switch
    {
        "total" => (null, null),
        "region" => (Regions[(int)tally.Region], null),
        "type" => (Types[(int)tally.Type], null),
        "citizenship" => (Citizenships[(int)tally.Citizenship], null),
        "actor" => (Actors[(int)tally.Actor], null),
        "region-type" => (Regions[(int)tally.Region], Types[(int)tally.Type]),
        _ => throw new ArgumentOutOfRangeException(nameof(spec), spec.Name, "Say by what it is divided."),
    };
}
