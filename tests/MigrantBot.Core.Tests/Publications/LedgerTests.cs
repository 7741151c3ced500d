using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

public sealed class LedgerTests
{
    static readonly Period July = Period.Read("2026-07")!;
    static readonly Period Quarter = July.Quarter;

    [Theory]
    [InlineData(Volume.Normal)]
    [InlineData(Volume.Low)]
    public void The_plan_costs_a_report_exactly_two_in_its_life(Volume volume)
    {
        var life = Ledger.Cost(Cadence.Month, volume) + Ledger.Cost(Cadence.Quarter, volume);
        Assert.Equal(new Epsilon(2, 1), life);
        Assert.Equal(Epsilon.OfOneReport, life);
    }

    [Theory]
    [InlineData("2026-07", Volume.Normal, "", null)]
    [InlineData("2026-07", Volume.Normal, "2026-06 2026-08 2026-Q2", null)]
    [InlineData("2026-07", Volume.Normal, "2026-07", Objection.IsOut)]
    [InlineData("2026-Q3", Volume.Normal, "2026-07 2026-08 2026-09", null)]
    [InlineData("2026-Q3", Volume.Normal, "2026-Q3", Objection.IsOut)]
    [InlineData("2026-08", Volume.Normal, "2026-07 2026-Q3", Objection.QuarterIsOut)]
    [InlineData("2026-Q3", Volume.Low, "2026-06 2026-Q2", null)]
    [InlineData("2026-Q3", Volume.Low, "2026-08", Objection.CostsTooMuch)]
    [InlineData("2026-08", Volume.Low, "", Objection.NotPlanned)]
    public void It_refuses_what_is_out_or_late_or_would_cost_too_much(string next, Volume volume, string before, Objection? objection) =>
        Assert.Equal(objection, Ledger.Refuses(Period.Read(next)!, volume, [.. before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Normal)]));

    [Fact]
    public void What_was_written_down_counts_not_what_the_plan_says_today()
    {
        Assert.Equal(Objection.CostsTooMuch, Ledger.Refuses(Quarter, Volume.Normal, [new(July, Volume.Normal, new(11, 10))]));
        Assert.Null(Ledger.Refuses(Quarter, Volume.Normal, [new(July, Volume.Normal, new(10, 10))]));
    }

    /// <summary>Whatever is asked for in whatever order: what is let through costs no month's reports more than two.</summary>
    [Fact]
    public void Nobody_gets_past_it_by_asking_in_a_strange_order()
    {
        var chance = Chances.Seeded(21);
        var refused = 0;
        for (var trial = 0; trial < 500; trial++)
        {
            var published = new List<Published>();
            for (var ask = 0; ask < 60; ask++)
            {
                var month = Period.MonthOf(new DateOnly(2026, 1, 1).AddMonths((int)chance(12)));
                var (next, volume) = (chance(3) == 0 ? month.Quarter : month, chance(2) == 0 ? Volume.Normal : Volume.Low);
                if (Ledger.Refuses(next, volume, published) is null)
                    published.Add(new(next, volume, Ledger.Cost(next.Cadence, volume)));
                else
                    refused++;
            }

            Assert.Equal(published.Count, published.Select(one => one.Period).Distinct().Count());
            for (var month = Period.Read("2026-01")!; month.Year == 2026; month = month.Next)
                Assert.True(Ledger.Lost(month, published) <= Epsilon.OfOneReport, $"Reports of {month} lost {Ledger.Lost(month, published)}.");
        }

        Assert.True(refused > 10_000);
    }

    static Published Normal(string period)
    {
        var read = Period.Read(period)!;
        return new(read, Volume.Normal, Ledger.Cost(read.Cadence, Volume.Normal));
    }
}
