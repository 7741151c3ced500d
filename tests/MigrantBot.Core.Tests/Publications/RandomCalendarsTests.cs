using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Three years of a house where little goes as planned: reports accepted late, weeks without power, runs cut short, settings changed at any moment.</summary>
public sealed class RandomCalendarsTests
{
    static readonly DateOnly Begin = new(2026, 1, 1);
    static readonly DateOnly End = new(2029, 1, 1);

    [Fact]
    public void No_report_loses_more_than_two_in_its_life_and_each_loses_all_of_it()
    {
        var chance = Chances.Seeded(21);
        var changedWithinAQuarter = 0;
        for (var house = 0; house < 100; house++)
        {
            var firstMonth = Period.MonthOf(Begin.AddMonths((int)chance(4)));
            var reports = Enumerable.Range(0, 60).Select(_ => new Counted(chance)).ToList();
            var published = new List<Published>();
            var wish = chance(2) == 0 ? Volume.Normal : Volume.Low;
            for (var today = Begin; today < End; today = today.AddDays(1))
            {
                if (chance(60) == 0)
                {
                    changedWithinAQuarter += published.Count > 0 && published[^1].Period.Cadence == Cadence.Month ? 1 : 0;
                    wish = wish == Volume.Normal ? Volume.Low : Volume.Normal;
                }

                if (chance(40) == 0)
                    today = today.AddDays((int)chance(100));
                var due = Calendar.Due(firstMonth, published, wish, today);
                foreach (var (period, volume) in due.Take(chance(4) == 0 ? (int)chance(3) : due.Count))
                    Publish(period, volume, today, published, reports);
            }

            foreach (var (period, volume) in Calendar.Due(firstMonth, published, wish, End.AddYears(1)))
                Publish(period, volume, End.AddYears(1), published, reports);
            foreach (var report in reports)
            {
                Assert.True(report.Lost <= Epsilon.OfOneReport, $"A report of {report.Month} lost {report.Lost}.");
                if (report.Month >= firstMonth)
                    Assert.Equal(Epsilon.OfOneReport, report.Lost);
                Assert.Equal(report.Lost, Ledger.Lost(report.Month, published));
            }
        }

        Assert.True(changedWithinAQuarter > 200);
    }

    static void Publish(Period period, Volume volume, DateOnly today, List<Published> published, List<Counted> reports)
    {
        Assert.Null(Ledger.Refuses(period, volume, published));
        Assert.True(today >= period.DueOn);
        var cost = Epsilon.Sum(Plan.Tables(period.Cadence, volume).Select(table => table.Loss));
        published.Add(new(period, volume, cost));
        foreach (var report in reports.Where(report => period.Months.Contains(report.Month)))
        {
            Assert.True(report.AcceptedOn < today, "A report came into a month that was out.");
            report.Lost += cost;
        }
    }

    sealed class Counted
    {
        internal Counted(Chance chance)
        {
            var receivedOn = Begin.AddDays((int)chance(End.DayNumber - Begin.DayNumber));
            AcceptedOn = receivedOn.AddDays((int)(chance(3) == 0 ? chance(180) : chance(20)));
            Month = Period.CountedIn(receivedOn, AcceptedOn);
        }

        internal DateOnly AcceptedOn { get; }

        internal Period Month { get; }

        /// <summary>By all publications that it stood in.</summary>
        internal Epsilon Lost { get; set; }
    }
}
