using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>Figures drawn as they are in life, from invented counts, but always the same.</summary>
static class MadeFigures
{
    public static readonly Period NewestMonth = Period.Read("2026-10")!;
    public static readonly Period NewestQuarter = Period.Read("2026-Q3")!;

    static readonly int[] Regions = [34, 13, 11, 9, 8, 6, 5, 12, 2];
    static readonly int[] Types = [21, 34, 22, 12, 8, 3];
    static readonly int[] Citizens = [38, 30, 17, 5, 3, 7];
    static readonly int[] Actors = [44, 21, 9, 12, 10, 4];

    /// <summary>Two years of months and quarters, in the order in which they appear.</summary>
    public static IReadOnlyList<Figures> TwoYears(int reportsAMonth = 180)
    {
        List<Figures> all = [];
        for (var month = Period.Read("2024-11")!; month <= NewestMonth; month = month.Next)
        {
            all.Add(Draw(month, Volume.Normal, [month], all, reportsAMonth));
            if (month.Next.Quarter != month.Quarter && month.Quarter.Months[0] >= Period.Read("2024-11")!)
                all.Add(Draw(month.Quarter, Volume.Normal, month.Quarter.Months, all, reportsAMonth));
        }
        return all;
    }

    /// <summary>A year and a half in which only quarters appear.</summary>
    public static IReadOnlyList<Figures> QuartersOnly()
    {
        List<Figures> all = [];
        for (var quarter = Period.Read("2025-Q2")!; quarter <= NewestQuarter; quarter = quarter.Next)
            all.Add(Draw(quarter, Volume.Low, quarter.Months, all, 60));
        return all;
    }

    static Figures Draw(Period period, Volume volume, IEnumerable<Period> months, IReadOnlyList<Figures> before, int reports)
    {
        var random = new Random(period.Year + (period.Number * 31) + (int)period.Cadence);
        return Drawing.Draw(period, volume, months.SelectMany(month => Tallies(month, reports)), before, random.NextInt64);
    }

    /// <summary>More in autumn, and in the newest month much more violence in the south: something to be seen.</summary>
    static IEnumerable<Tally> Tallies(Period month, int reports)
    {
        var level = reports * (100 + (5 * (month.FirstDay.Month % 12)) + (int)((month.FirstDay.DayNumber - new DateOnly(2024, 11, 1).DayNumber) / 12)) / 100.0;
        foreach (var (region, type, citizen, actor) in from region in Enum.GetValues<RegionCell>()
                                                       from type in Enum.GetValues<CaseType>()
                                                       from citizen in Enum.GetValues<CitizenCell>()
                                                       from actor in Enum.GetValues<ActorCell>()
                                                       select (region, type, citizen, actor))
        {
            var extra = month == NewestMonth && region == RegionCell.South ? 3 : 1;
            var share = extra * Regions[(int)region] * Types[(int)type] * Citizens[(int)citizen] * Actors[(int)actor] / 1e8;
            if ((long)Math.Round(level * share) is > 0 and var count)
                yield return new(month, region, type, citizen, actor, count);
        }
    }
}
