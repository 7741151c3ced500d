using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using Xunit.Abstractions;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>
/// Somebody who knows every accepted report of a year but one, and reads all publications (sixteen, or four in low volume), wants to know whether that one exists.
/// First he even gets the noisy cells as they were drawn and weighs them as well as anybody can; then what is really published.
/// </summary>
public sealed class AttackTests(ITestOutputHelper output)
{
    const int Years = 1500;

    static readonly double Bound = Epsilon.OfOneReport.Value();
    static readonly Period FirstMonth = Period.Read("2026-01")!;
    static readonly Tally Sought = new(Period.Read("2026-05")!, RegionCell.Urals, CaseType.Documents, CitizenCell.Tj, ActorCell.MigrationService, 1);

    [Theory]
    [InlineData(Volume.Normal)]
    [InlineData(Volume.Low)]
    public void Who_knows_everything_but_one_report_cannot_beat_the_bound(Volume volume)
    {
        var (without, with) = (Read(volume, Years, false, 51, Chances.Seeded), Read(volume, Years, true, 52, Chances.Seeded));
        Assert.All(without.Concat(with), year => Assert.InRange(Math.Abs(year.Evidence), 0, Bound + 1e-9));
        var all = Verdict.Of([.. without.Select(year => year.Evidence)], [.. with.Select(year => year.Evidence)]);
        var half = Years / 2;
        var learned = new Habits(without.Take(half).Select(year => year.Seen), with.Take(half).Select(year => year.Seen));
        var published = Verdict.Of([.. without.Skip(half).Select(year => learned.Evidence(year.Seen))], [.. with.Skip(half).Select(year => learned.Evidence(year.Seen))]);
        Tell(volume, "all noisy cells of a year", all);
        Tell(volume, "all publications of a year", published);
        Assert.True(all.IsWithin(Bound) && published.IsWithin(Bound));
        Assert.True(all.IsAbove(Bound / 4), "Evidence this weak would show that the attack is weak, not that the noise is strong.");
    }

    [Theory]
    [InlineData(Volume.Normal)]
    [InlineData(Volume.Low)]
    public void Without_noise_the_same_attack_wins_every_time(Volume volume)
    {
        var (without, with) = (Read(volume, 60, false, 51, _ => Chances.Still()), Read(volume, 60, true, 52, _ => Chances.Still()));
        var all = Verdict.Of([.. without.Select(year => year.Evidence)], [.. with.Select(year => year.Evidence)]);
        var learned = new Habits(without.Take(30).Select(year => year.Seen), with.Take(30).Select(year => year.Seen));
        var published = Verdict.Of([.. without.Skip(30).Select(year => learned.Evidence(year.Seen))], [.. with.Skip(30).Select(year => learned.Evidence(year.Seen))]);
        Tell(volume, "the same without noise", published);
        Assert.Equal((1.0, 1.0), (all.Advantage, published.Advantage));
        Assert.False(all.IsWithin(Bound) || published.IsWithin(Bound));
    }

    void Tell(Volume volume, string what, Verdict verdict) => output.WriteLine(FormattableString.Invariant(
        $"Noise attack on one report, {volume} volume, {what}: tells it apart {verdict.Advantage * 100:0} % better than a guess; the bound e^2 allows {Math.Tanh(Bound / 2) * 100:0} %."));

    /// <summary>Years that differ by luck alone. All other reports are the same in each, and known.</summary>
    static List<Year> Read(Volume volume, int years, bool isThere, ulong seed, Func<ulong, Chance> chanceOf)
    {
        var country = new Country(Chances.Seeded(50));
        var known = Enumerable.Range(0, 12).Select(FirstMonthAfter).ToDictionary(month => month, month => country.Month(month, 60));
        var periods = Calendar.Due(FirstMonth, [], volume, new(2027, 1, 20)).Select(due => due.Period).ToList();
        Assert.Equal(volume == Volume.Normal ? 16 : 4, periods.Count);
        var rivals = periods.ToDictionary(period => period, period => new Rivals(period, volume, [.. period.Months.SelectMany(month => known[month])], Sought));
        return [.. Enumerable.Range(0, years).Select(year => OneYear(volume, periods, rivals, isThere, part => chanceOf((seed << 32) + ((ulong)year << 8) + part)))];
    }

    static Year OneYear(Volume volume, IReadOnlyList<Period> periods, Dictionary<Period, Rivals> rivals, bool isThere, Func<ulong, Chance> chanceOf)
    {
        var (evidence, seen, published) = (0.0, new List<long>(), new List<Figures>());
        foreach (var (part, period) in periods.Index())
        {
            var tallies = isThere ? rivals[period].With : rivals[period].Without;
            evidence += rivals[period].Evidence(Noise.Over(period, volume, tallies, chanceOf((ulong)part)));
            var figures = Drawing.Draw(period, volume, tallies, published, chanceOf((ulong)part));
            published.Add(figures);
            if (period.Quarter == Sought.Month.Quarter && (period.Cadence == Cadence.Quarter || period == Sought.Month))
                seen.AddRange(rivals[period].Touched(figures));
        }

        return new(evidence, seen);
    }

    static Period FirstMonthAfter(int months) => Period.MonthOf(FirstMonth.FirstDay.AddMonths(months));

    /// <summary>Of one year: how much its noisy cells speak for the report, and what was published where it would stand.</summary>
    sealed record Year(double Evidence, IReadOnlyList<long> Seen);
}
