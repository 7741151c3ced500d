using System.Globalization;
using MigrantBot.Core.Publications;
using Xunit.Abstractions;
using static MigrantBot.Core.Tests.Publications.Years;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>How often signals are wrong, and what they find: through the real drawing, by seeded chance, printed.</summary>
public sealed class SignalErrorsTests(ITestOutputHelper output)
{
    const int Quarters = 400;
    const int Histories = 100;

    /// <summary>By how much rises to be found are told apart.</summary>
    const double Step = 1.05;

    /// <summary>Reports a month in each of nine regions: 0 to 2,000.</summary>
    public static TheoryData<string, double> InEachRegion => new()
    {
        { "even", 0 }, { "even", 2 }, { "even", 12 }, { "even", 30 }, { "even", 200 }, { "even", 2000 }, { "skewed", 5 }, { "skewed", 20 }, { "skewed", 60 }, { "skewed", 500 },
    };

    [Theory]
    [MemberData(nameof(InEachRegion))]
    public void Where_nothing_changes_at_most_one_publication_in_a_hundred_carries_a_signal(string shares, double inEachRegion)
    {
        var cells = Cells(9 * inEachRegion, shares == "even" ? Even : Skewed);
        var normal = Alarms(new Years(Chances.Seeded(11)).Published(Quarters, Volume.Normal, _ => cells));
        var low = Alarms(new Years(Chances.Seeded(11)).Published(Quarters, Volume.Low, _ => cells));
        output.WriteLine(Line($"false, {9 * inEachRegion} reports a month ({shares}): {Percent(normal.Months)} of months, {Percent(normal.Quarters)} of quarters, {Percent(low.Quarters)} in low volume"));
        Assert.InRange(Math.Max(Math.Max(normal.Months, normal.Quarters), low.Quarters), 0, Signals.FalseAlarm);
    }

    [Fact]
    public void A_rule_of_thumb_would_be_seen_to_cry_wolf()
    {
        var cells = Cells(300, Skewed);
        var months = new Years(Chances.Seeded(11)).Published(Quarters, Volume.Normal, _ => cells).Where(figures => figures.Period.Cadence == Cadence.Month).ToList();
        var crying = Enumerable.Range(6, months.Count - 6).Count(now => Enumerable.Range(0, 9).Any(region =>
            months[now].Tables[1].Cells[region].Value is { } value && months[(now - 6)..now].Average(figures => figures.Tables[1].Cells[region].Value ?? 10) is var before
            && value >= Signals.Factor * before && value >= before + (2 * Math.Sqrt(before))));
        Assert.True(crying > 5 * Signals.FalseAlarm * months.Count, $"Two deviations without noise, in one table, cried in {crying} of {months.Count} months only.");
    }

    [Fact]
    public void What_it_does_not_know_is_printed()
    {
        foreach (var reports in new[] { 50, 500, 5000 })
        {
            foreach (var spread in new[] { 1.5, 3, 6 })
            {
                var cells = Cells(reports, Skewed, spread);
                var alarms = Alarms(new Years(Chances.Seeded(12)).Published(Quarters, Volume.Normal, _ => cells));
                output.WriteLine(Line($"false, {reports} reports a month in bursts (variance {spread} times Poisson): {Percent(alarms.Months)} of months, {Percent(alarms.Quarters)} of quarters"));
                Assert.True(spread > 1.5 || alarms.Months <= Signals.FalseAlarm, "A little more than Poisson is to be borne.");
            }
            output.WriteLine(Line($"as all grows by 10 % a month from {reports} reports: {Percent(Growing(reports).Months)} of months"));
        }
    }

    [Theory]
    [InlineData(50, 2, 5)]
    [InlineData(500, 1.5, 2)]
    [InlineData(5000, 1.5, 1.7)]
    public void What_is_found_in_four_cases_of_five_is_printed(int reports, double least, double most)
    {
        var inLargest = Found(reports, Cadence.Month, 0, 6);
        Assert.InRange(inLargest, least, most);
        output.WriteLine(Line($"found in 80 of 100 cases, {reports} reports a month, a region with {Share(0, 6):0 %} of them: {inLargest:0.0} times as many in a month"));
        foreach (var region in new[] { 4, 7 })
            output.WriteLine(Line($"found in 80 of 100 cases, {reports} reports a month, a region with {Share(6 * region, 6):0 %} of them: {Found(reports, Cadence.Month, 6 * region, 6):0.0} times as many in a month"));
        foreach (var pair in new[] { 0, 7 })
            output.WriteLine(Line($"found in 80 of 100 cases, {reports} reports a month, a type in a region with {Share(pair, 1):0.0 %} of them: {Found(reports, Cadence.Quarter, pair, 1):0.0} times as many in a quarter"));
    }

    /// <summary>Two years, over and again.</summary>
    static (double Months, double Quarters) Growing(int reports)
    {
        var cells = Enumerable.Range(0, 24).Select(month => Cells(reports * Math.Pow(1.1, month), Skewed)).ToList();
        var years = new Years(Chances.Seeded(14));
        var alarms = Enumerable.Range(0, 20).Select(_ => Alarms(years.Published(8, Volume.Normal, month => cells[(12 * (month.Year - 2000)) + month.Number - 1]))).ToList();
        return (alarms.Average(one => one.Months), alarms.Average(one => one.Quarters));
    }

    /// <summary>The share of months, and of quarters, that carry at least one signal, among those that can.</summary>
    static (double Months, double Quarters) Alarms(IReadOnlyList<Figures> published)
    {
        var carrying = Signals.Of(published).Select(signal => signal.Period).ToHashSet();
        return (Share(Cadence.Month, 4), Share(Cadence.Quarter, 3));

        double Share(Cadence cadence, int first)
        {
            var able = published.Where(figures => figures.Period.Cadence == cadence).Skip(first).ToList();
            return able.Count == 0 ? 0 : (double)able.Count(figures => carrying.Contains(figures.Period)) / able.Count;
        }
    }

    /// <summary>The smallest factor, in steps, by which some cells must rise in the newest period to be named in 8 of 10 histories.</summary>
    static double Found(int reports, Cadence cadence, int first, int count)
    {
        var years = new Years(Chances.Seeded(13));
        var cells = Cells(reports, Skewed);
        var histories = Enumerable.Range(0, Histories).Select(_ => cadence == Cadence.Month
            ? [.. Printed.Row(Printed.Period("2001-01"), 7).Select(month => years.Published(month, cells))]
            : years.Published(5, Volume.Low, _ => cells)).ToList();
        var (none, all) = (0, 80);
        while (all - none > 1)
        {
            var middle = (none + all) / 2;
            if (IsFound(Math.Pow(Step, middle)))
                all = middle;
            else
                none = middle;
        }
        return Math.Pow(Step, all);

        bool IsFound(double factor)
        {
            var risen = Cells(reports, [.. Skewed.Select((share, i) => i >= first && i < first + count ? share * factor : share)]);
            return histories.Count(history => IsNamed([.. history, .. Newest(history[^1].Period.Next, risen)])) >= .8 * Histories;
        }

        IEnumerable<Figures> Newest(Period period, IReadOnlyList<Counts> risen) =>
            cadence == Cadence.Month ? [years.Published(period, risen)] : years.Quarter(period, Volume.Low, _ => risen);

        bool IsNamed(IReadOnlyList<Figures> published) => Signals.Of(published).Any(signal =>
            signal.Period == published[^1].Period && signal.Key.SequenceEqual(count == 1 ? Plan.RegionType.Keys[first] : [Plan.RegionType.Keys[first][0]]));
    }

    static double Share(int first, int count) => Skewed.Skip(first).Take(count).Sum();

    static string Percent(double share) => share.ToString("0.00 %", CultureInfo.InvariantCulture);

    static string Line(FormattableString text) => $"Signal {text.ToString(CultureInfo.InvariantCulture)}";
}
