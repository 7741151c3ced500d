using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

public sealed class DrawingTests
{
    static readonly Period Quarter = Period.Read("2026-Q3")!;

    public static TheoryData<string, Volume> Publications => new() { { "2026-07", Volume.Normal }, { "2026-Q3", Volume.Normal }, { "2026-Q3", Volume.Low } };

    [Theory]
    [MemberData(nameof(Publications))]
    public void Every_report_is_counted_once_in_each_table_and_in_its_own_cell(string name, Volume volume)
    {
        var period = Period.Read(name)!;
        var tallies = Tallies(period, 700, 1);
        foreach (var table in Noise.Over(period, volume, tallies, Chances.Still()))
            Assert.Equal(Exact.Of(table.Spec, tallies), table.Values);
    }

    [Theory]
    [MemberData(nameof(Publications))]
    public void It_lists_every_category_and_all_its_sums_agree(string name, Volume volume)
    {
        var period = Period.Read(name)!;
        var chance = Chances.Seeded(11);
        for (var run = 0; run < 300; run++)
        {
            var figures = Drawing.Draw(period, volume, Tallies(period, run, (ulong)run), [], chance);
            Assert.Equal((period, volume), (figures.Period, figures.Volume));
            Assert.Equal(Plan.Tables(period.Cadence, volume), figures.Tables.Select(table => table.Spec));
            Assert.True(figures.Total >= 0);
            foreach (var table in figures.Tables)
            {
                Assert.Equal(table.Spec.Keys, table.Cells.Select(cell => cell.Key));
                Assert.All(table.Cells, cell => Assert.True(cell.Value is null || cell.Value >= table.Spec.ShowFrom));
                Assert.Equal(table.Spec.By.Count == 1 && table.Cells.Any(cell => cell.Value is null), table.Small is not null);
                if (table.Spec.By.Count < 2)
                    Assert.Equal(figures.Total, table.Cells.Sum(cell => cell.Value ?? 0) + (table.Small ?? 0));
            }
        }
    }

    [Fact]
    public void An_empty_house_publishes_every_table_too()
    {
        var figures = Drawing.Draw(Quarter, Volume.Low, [], [], Chances.Still());
        Assert.Equal(0, figures.Total);
        Assert.All(figures.Tables.Skip(1).SelectMany(table => table.Cells), cell => Assert.Null(cell.Value));
    }

    [Fact]
    public void What_is_counted_elsewhere_or_cannot_be_is_a_bug()
    {
        Tally[] august = [new(Quarter.Months[1], RegionCell.South, CaseType.Money, CitizenCell.Kg, ActorCell.Police, 1)];
        Assert.Throws<ArgumentException>(() => Drawing.Draw(Quarter.Months[0], Volume.Normal, august, [], Chances.Seeded(1)));
        Assert.Throws<ArgumentException>(() => Drawing.Draw(Quarter, Volume.Normal, [august[0] with { Reports = -1 }], [], Chances.Seeded(1)));
        Assert.Throws<ArgumentException>(() => Drawing.Draw(Quarter.Months[1], Volume.Low, august, [], Chances.Seeded(1)));
        Assert.Throws<OverflowException>(() => Drawing.Draw(Quarter, Volume.Normal, [august[0] with { Reports = long.MaxValue }, august[0]], [], Chances.Seeded(1)));
    }

    static IReadOnlyList<Tally> Tallies(Period period, int reports, ulong seed)
    {
        var country = new Country(Chances.Seeded(seed));
        return [.. period.Months.SelectMany(month => country.Month(month, reports))];
    }
}
