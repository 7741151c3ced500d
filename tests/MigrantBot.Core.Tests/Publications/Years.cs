using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Long stretches of invented time, published by the real <see cref="Drawing"/>.</summary>
sealed class Years(Chance chance)
{
    internal static readonly double[] Even = [.. Enumerable.Repeat(1.0 / Plan.RegionType.Keys.Count, Plan.RegionType.Keys.Count)];

    /// <summary>Largest region 35 %, smallest 2 %; largest type 36 %, smallest 4 %.</summary>
    internal static readonly double[] Skewed =
    [
        .. from region in new[] { .35, .2, .13, .1, .08, .06, .04, .02, .02 } from type in new[] { .36, .24, .17, .12, .07, .04 } select region * type,
    ];

    /// <summary>Reports of one month, by region and type. Citizenship and actor follow from those, so that each of their cells is a sum of as many.</summary>
    internal IReadOnlyList<Tally> Month(Period month, IReadOnlyList<Counts> cells) =>
    [
        .. cells.Select((cell, i) => new Tally(month, (RegionCell)(i / 6), (CaseType)(i % 6), (CitizenCell)((i + (i / 6)) % 6), (ActorCell)((i + (i / 3)) % 6), cell.Draw(chance))),
    ];

    internal Figures Published(Period month, IReadOnlyList<Counts> cells) => Drawing.Draw(month, Volume.Normal, Month(month, cells), [], chance);

    /// <summary>Everything that appears in so many quarters.</summary>
    internal IReadOnlyList<Figures> Published(int quarters, Volume volume, Func<Period, IReadOnlyList<Counts>> cellsOf) =>
        [.. Printed.Row(Printed.Period("2000-Q1"), quarters).SelectMany(quarter => Quarter(quarter, volume, cellsOf))];

    internal IEnumerable<Figures> Quarter(Period quarter, Volume volume, Func<Period, IReadOnlyList<Counts>> cellsOf)
    {
        var tallies = quarter.Months.Select(month => Month(month, cellsOf(month))).ToList();
        var months = volume == Volume.Low ? [] : quarter.Months.Zip(tallies, (month, its) => Drawing.Draw(month, volume, its, [], chance)).ToList();
        return months.Append(Drawing.Draw(quarter, volume, tallies.SelectMany(its => its), months, chance));
    }

    internal static IReadOnlyList<Counts> Cells(double reports, IReadOnlyList<double> shares, double spread = 1) => [.. shares.Select(share => new Counts(reports * share, spread))];
}
