using MigrantBot.Core.Publications;
using Xunit.Abstractions;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>
/// The errors that we told NGOs to expect, against those of the real drawing. Regions have 35, 18, 12, 10, 8, 6, 5, 4, 2 % of the reports;
/// types, citizenships and actors 35, 26, 17, 12, 7, 3 %.
/// </summary>
public sealed class ExpectedErrorTests(ITestOutputHelper output)
{
    const string Reports = " reports";
    const string Percent = " %";

    readonly List<string> misses = [];

    [Fact]
    public void At_50_reports_a_month() => Compare(50, 2000, new()
    {
        Total = 10, Region = (2.0, 6), Type = (2.1, 6), Largest = 86, Month = (24, 12, 62),
        Quarter = (3.8, 11), RegionType = (1.4, 5), RegionTypeShown = (8, 34), RegionTypeRelative = (14, 150),
    });

    [Fact]
    public void At_500_reports_a_month() => Compare(500, 2000, new()
    {
        Total = 10, Region = (2.4, 7), Type = (2.4, 7), Largest = 100, Month = (91, 3, 15),
        Quarter = (4.0, 12), RegionType = (1.8, 6), RegionTypeShown = (63, 94), RegionTypeRelative = (5, 22),
    });

    /// <summary>"Less than 1 %" stands here as half a per cent.</summary>
    [Fact]
    public void At_5000_reports_a_month() => Compare(5000, 300, new()
    {
        Total = 9, Region = (2.5, 7), Type = (2.4, 7), Largest = 100, Month = (100, 0.5, 2),
        Quarter = (3.9, 11), RegionType = (1.8, 6), RegionTypeShown = (98, 100), RegionTypeRelative = (1, 6),
    });

    [Fact]
    public void At_50_reports_a_month_in_low_volume()
    {
        var low = Simulation.Of(Volume.Low, 50, 2000, 7);
        var oneWay = low.Of(Plan.Region, Plan.Type);
        Near("150 a quarter in low volume: region and type cells shown", oneWay.Shown * 100, 64, Percent);
        Near("150 a quarter in low volume: median relative error of shown", oneWay.MedianRelative * 100, 7, Percent);
        Near("150 a quarter in low volume: 90th percentile of it", oneWay.RelativeOfNineInTen * 100, 28, Percent);
        Near("150 a quarter in low volume: largest category named", low.LargestNamed * 100, 98, Percent);
        Assert.Empty(misses);
    }

    void Compare(int reports, int runs, Expected expected)
    {
        var found = Simulation.Of(Volume.Normal, reports, runs, 7);
        var oneWay = found.Of(Plan.Region, Plan.Type);
        var quarter = found.Of(Plan.Citizenship, Plan.Actor);
        var regionType = found.Of(Plan.RegionType);
        void Line(string what, double measured, double wanted, string unit) => Near($"{reports} a month: {what}", measured, wanted, unit);
        Line("month's total, 95 % within", found.Of(Plan.Total).Within95, expected.Total, Reports);
        Line("region, mean error", found.Of(Plan.Region).Mean, expected.Region.Mean, "");
        Line("region, 95 % within", found.Of(Plan.Region).Within95, expected.Region.Within95, Reports);
        Line("type, mean error", found.Of(Plan.Type).Mean, expected.Type.Mean, "");
        Line("type, 95 % within", found.Of(Plan.Type).Within95, expected.Type.Within95, Reports);
        Line("largest category named", found.LargestNamed * 100, expected.Largest, Percent);
        Line("region and type cells shown", oneWay.Shown * 100, expected.Month.Shown, Percent);
        Line("median relative error of shown", oneWay.MedianRelative * 100, expected.Month.Median, Percent);
        Line("90th percentile of it", oneWay.RelativeOfNineInTen * 100, expected.Month.NineInTen, Percent);
        Line("citizenship and actor, mean error", quarter.Mean, expected.Quarter.Mean, "");
        Line("citizenship and actor, 95 % within", quarter.Within95, expected.Quarter.Within95, Reports);
        Line("region-type, mean error", regionType.Mean, expected.RegionType.Mean, "");
        Line("region-type, 95 % within", regionType.Within95, expected.RegionType.Within95, Reports);
        Line("region-type cells shown", regionType.Shown * 100, expected.RegionTypeShown.Cells, Percent);
        Line("reports that they cover", regionType.Covered * 100, expected.RegionTypeShown.Reports, Percent);
        Line("region-type, median relative error of shown", regionType.MedianRelative * 100, expected.RegionTypeRelative.Median, Percent);
        Line("region-type, 90th percentile of it", regionType.RelativeOfNineInTen * 100, expected.RegionTypeRelative.NineInTen, Percent);
        Line("quarter's total, 95 % within", found.OfQuarterTotal.Within95, Plan.MarginOfTotal(Cadence.Quarter, Volume.Normal), Reports);
        Assert.Empty(misses);
    }

    /// <summary>Within a tenth, or as near as the expectation was written: a whole number of reports may be one off, a percentage is rounded to a whole one.</summary>
    void Near(string what, double measured, double wanted, string unit)
    {
        var line = FormattableString.Invariant($"Noise {what}: {measured:0.0#}{unit}, expected {wanted}{unit}.");
        output.WriteLine(line);
        var slack = Math.Max(wanted / 10, unit switch { Reports => 1, Percent => 0.5, _ => 0 });
        if (!(Math.Abs(measured - wanted) <= slack))
            misses.Add(line);
    }

    sealed record Expected
    {
        internal required double Total { get; init; }

        internal required (double Mean, double Within95) Region { get; init; }

        internal required (double Mean, double Within95) Type { get; init; }

        internal required double Largest { get; init; }

        internal required (double Shown, double Median, double NineInTen) Month { get; init; }

        internal required (double Mean, double Within95) Quarter { get; init; }

        internal required (double Mean, double Within95) RegionType { get; init; }

        internal required (double Cells, double Reports) RegionTypeShown { get; init; }

        internal required (double Median, double NineInTen) RegionTypeRelative { get; init; }
    }
}
