using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>What differs by one accepted report looks alike: no outcome is e^ε times likelier with it than without it, beyond what luck explains.</summary>
public sealed class NeighbourTests
{
    static readonly Period Quarter = Period.Read("2026-Q3")!;
    static readonly Tally One = new(Quarter.Months[0], RegionCell.South, CaseType.Money, CitizenCell.Kg, ActorCell.Police, 1);

    [Theory]
    [InlineData("2026-07", Volume.Normal, 0, 30_000)]
    [InlineData("2026-07", Volume.Normal, 40, 30_000)]
    [InlineData("2026-Q3", Volume.Normal, 0, 10_000)]
    [InlineData("2026-Q3", Volume.Low, 40, 10_000)]
    public void One_report_more_or_less_is_hidden_in_every_table_and_in_all_together(string name, Volume volume, int others, int runs)
    {
        var period = Period.Read(name)!;
        var (without, with) = (Outcomes(period, volume, others, runs, 31), Outcomes(period, volume, others + 1, runs, 32));
        foreach (var (outcome, loss) in without.Losses)
        {
            Assert.True(Histograms.AreWithin(loss.Value(), without.Seen[outcome], with.Seen[outcome]), $"{outcome} of {period} tells more than ε = {loss}.");
            if (outcome.StartsWith("raw", StringComparison.Ordinal))
                Assert.False(Histograms.AreWithin(loss.Value() / 2, without.Seen[outcome], with.Seen[outcome]), $"{outcome}: this test would not see a loss twice as large.");
        }
    }

    static (Dictionary<string, Epsilon> Losses, Dictionary<string, Dictionary<long, int>> Seen) Outcomes(Period period, Volume volume, int others, int runs, ulong seed)
    {
        List<Tally> tallies = [One with { Reports = others }, One with { Region = RegionCell.Moscow, Type = CaseType.Violence, Reports = 30 }];
        var all = Ledger.Cost(period.Cadence, volume);
        var losses = new Dictionary<string, Epsilon>();
        var seen = new Dictionary<string, Dictionary<long, int>>();
        void Saw(string outcome, Epsilon loss, long value)
        {
            losses[outcome] = loss;
            var histogram = seen.TryGetValue(outcome, out var known) ? known : seen[outcome] = [];
            histogram[value] = histogram.GetValueOrDefault(value) + 1;
        }

        for (var run = 0; run < runs; run++)
        {
            var chance = Chances.Seeded((seed << 32) + (ulong)run);
            var noisy = Noise.Over(period, volume, tallies, chance);
            foreach (var table in noisy)
                Saw($"raw {table.Spec.Name}", table.Spec.Loss, table.Values[Place(table.Spec)]);
            var figures = Drawing.Draw(period, volume, tallies, [], Chances.Seeded((seed << 32) + (ulong)run));
            Saw("published total", all, figures.Total);
            var together = 0L;
            foreach (var table in figures.Tables.Where(table => table.Spec.By.Count > 0))
            {
                var value = table.Cells[Place(table.Spec)].Value ?? -1;
                Saw($"published {table.Spec.Name}", all, value);
                together = (together * 8) + Math.Clamp((value - 30) / 5, -1, 6) + 1;
            }

            Saw("published cells together", all, together);
        }

        return (losses, seen);
    }

    /// <summary>Where the report stands.</summary>
    static int Place(TableSpec spec) => Exact.Of(spec, [One]).Index().Single(cell => cell.Item == 1).Index;
}
