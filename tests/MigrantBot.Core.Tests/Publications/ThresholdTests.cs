using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

public sealed class ThresholdTests
{
    static readonly Period Quarter = Period.Read("2026-Q3")!;

    static IEnumerable<TableSpec> Hiding => Plan.Tables(Cadence.Quarter, Volume.Low).Where(spec => spec.By.Count > 0);

    [Fact]
    public void An_empty_cell_shows_in_one_of_a_hundred_at_most_and_no_lower_threshold_would_do() =>
        Assert.All(Hiding, spec =>
        {
            Assert.True(Law.From(spec.ShowFrom, spec.Loss) <= 0.01);
            Assert.True(spec.ShowFrom == 10 || Law.From(spec.ShowFrom - 1, spec.Loss) > 0.01, $"{spec.Name} could show from {spec.ShowFrom - 1}.");
            Assert.True(spec.ShowFrom >= 10);
        });

    [Fact]
    public void The_margin_of_a_table_holds_in_95_of_100_cells_and_no_narrower_one_would() =>
        Assert.All(Hiding, spec =>
        {
            Assert.True(2 * Law.From(spec.Margin + 1, spec.Loss) <= 0.05);
            Assert.True(2 * Law.From(spec.Margin, spec.Loss) > 0.05, $"{spec.Name} could say ±{spec.Margin - 1}.");
        });

    /// <summary>With few reports and with many, where tables were made to agree, which moves cells.</summary>
    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    [InlineData(20_000)]
    public void So_it_is_after_the_tables_agree(int reports)
    {
        Tally[] tallies =
        [
            new(Quarter.Months[0], RegionCell.Moscow, CaseType.Violence, CitizenCell.Uz, ActorCell.Police, reports),
            new(Quarter.Months[2], RegionCell.Volga, CaseType.Deception, CitizenCell.Tj, ActorCell.Military, reports),
        ];
        var chance = Chances.Seeded(12);
        var shown = Hiding.ToDictionary(spec => spec.Name, _ => (Shown: 0, Empty: 0));
        for (var run = 0; run < 1500; run++)
            foreach (var table in Drawing.Draw(Quarter, Volume.Low, tallies, [], chance).Tables.Where(table => table.Spec.By.Count > 0))
            {
                var empty = Exact.Of(table.Spec, tallies).Zip(table.Cells).Where(one => one.First == 0).ToList();
                var (known, all) = shown[table.Spec.Name];
                shown[table.Spec.Name] = (known + empty.Count(one => one.Second.Value is not null), all + empty.Count);
            }

        Assert.All(shown, table => Assert.True(table.Value.Shown <= (0.01 * table.Value.Empty) + (3 * Math.Sqrt(0.01 * table.Value.Empty)), $"{table.Key}: {table.Value.Shown} of {table.Value.Empty} empty cells showed."));
        Assert.True(shown["region"].Shown > 0, "Where nothing ever shows, nothing was tested.");
    }

    [Theory]
    [InlineData("2026-07", Volume.Normal, false)]
    [InlineData("2026-Q3", Volume.Normal, true)]
    [InlineData("2026-Q3", Volume.Normal, false)]
    [InlineData("2026-Q3", Volume.Low, false)]
    public void The_margin_of_a_total_holds_in_95_of_100(string name, Volume volume, bool monthsJoin)
    {
        var period = Period.Read(name)!;
        Tally[] TalliesOf(Period one) => [.. one.Months.Select(month => new Tally(month, RegionCell.Moscow, CaseType.Violence, CitizenCell.Uz, ActorCell.Police, 1000))];
        var chance = Chances.Seeded(13);
        var errors = new List<long>();
        for (var run = 0; run < 6000; run++)
        {
            Figures[] months = monthsJoin ? [.. period.Months.Select(month => Drawing.Draw(month, volume, TalliesOf(month), [], chance))] : [];
            errors.Add(Math.Abs(Consistency.Total(period, Noise.Over(period, volume, TalliesOf(period), chance), months) - (1000 * period.Months.Count)));
        }

        var margin = Plan.MarginOfTotal(period.Cadence, volume, monthsJoin);
        var beyond = errors.Count(error => error > margin) / 6000.0;
        Assert.InRange(beyond, 0, 0.05);
        Assert.True(volume == Volume.Low || errors.Count(error => error > margin - 1) / 6000.0 > 0.04, $"It could be narrower: {beyond:P1}.");
    }
}
