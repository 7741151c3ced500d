using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications.Pages;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>Whoever quotes a number quotes its margin: it has to hold.</summary>
public sealed class MarginsTests
{
    const int Quarters = 600;

    static readonly Period Quarter = Period.Read("2026-Q3")!;

    /// <summary>Three months of 300 reports each.</summary>
    static readonly IReadOnlyList<Tally> Tallies =
    [
        .. from month in Quarter.Months
           from region in Enum.GetValues<RegionCell>().Take(5)
           from type in Enum.GetValues<CaseType>()
           select new Tally(month, region, type, CitizenCell.Uz, ActorCell.Police, 10),
    ];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_a_quarter_19_totals_of_20_lie_within_the_margin(bool haveMonthsAppeared)
    {
        var random = new Random(haveMonthsAppeared ? 61 : 62);
        var exact = Tallies.Sum(tally => tally.Reports);
        var (inside, margin) = (0, 0);
        for (var turn = 0; turn < Quarters; turn++)
        {
            List<Figures> months = [];
            if (haveMonthsAppeared)
                months.AddRange(Quarter.Months.Select(month => Drawing.Draw(month, Volume.Normal, Tallies.Where(tally => tally.Month == month), [], random.NextInt64)));
            var figures = Drawing.Draw(Quarter, Volume.Normal, Tallies, months, random.NextInt64);
            margin = Plan.MarginOfTotal(Cadence.Quarter, Volume.Normal, haveMonthsAppeared);
            inside += Math.Abs(figures.Total - exact) <= margin ? 1 : 0;
        }
        // 570 of 600 are 95 %; four deviations of that count are about 21 less. Much more would mean that the margin is too wide.
        Assert.InRange(inside, 549, 592);
    }

    [Fact]
    public void A_sum_of_hidden_cells_has_a_wider_margin_than_one_of_them_and_a_narrower_one_than_all()
    {
        Assert.Equal(7, Margins.OfSum(7, 1));
        Assert.Equal(14, Margins.OfSum(7, 4));
        Assert.Equal(10, Margins.OfSum(7, 2));
    }

    [Theory]
    [InlineData(412, 412, "Unclear")]
    [InlineData(412, 398, "Unclear")]
    [InlineData(413, 398, "More")]
    [InlineData(398, 413, "Fewer")]
    public void A_change_is_one_only_beyond_the_margins_of_both(long now, long before, string change) =>
        Assert.Equal(change, Margins.Between(now, before, 10, 10).ToString());

    [Fact]
    public void No_range_begins_below_nothing() => Assert.Equal((0, 14), Margins.Range(4, 10));
}
