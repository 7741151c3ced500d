using MigrantBot.Core.Publications;
using static MigrantBot.Core.Tests.Publications.Printed;

namespace MigrantBot.Core.Tests.Publications;

public sealed class SignalsTests
{
    static readonly long[] Regions = [100, 60, 40, 30, 20, 12, 5, 2, 1];
    static readonly long[] Types = [90, 70, 50, 40, 15, 5];

    [Fact]
    public void A_rise_beyond_noise_and_chance_is_a_signal()
    {
        var signal = Assert.Single(Signals.Of([.. Months("2026-01", 7, Regions, Types), Month(Period("2026-08"), With(Regions, 3, 70), Types)]));
        Assert.Equal(("2026-08", "region", 70L, 30L, 30L, 6), (signal.Period.ToString(), signal.Table, signal.Now, signal.BeforeLow, signal.BeforeHigh, signal.Periods));
        Assert.Equal(["south"], signal.Key);
    }

    [Fact]
    public void A_type_may_rise_alone() =>
        Assert.Equal(["type", "deception"], Names(Signals.Of([.. Months("2026-01", 7, Regions, Types), Month(Period("2026-08"), Regions, With(Types, 3, 90))])));

    [Theory]
    [InlineData(45)]
    [InlineData(20)]
    [InlineData(0)]
    public void What_noise_and_chance_explain_is_none(long now) =>
        Assert.Empty(Signals.Of([.. Months("2026-01", 7, Regions, Types), Month(Period("2026-08"), With(Regions, 3, now), Types)]));

    [Theory]
    [InlineData(2980, false)]
    [InlineData(3020, true)]
    public void However_certain_a_rise_by_less_than_half_is_none(long now, bool isSignal) =>
        Assert.Equal(isSignal, Signals.Of([.. Months("2026-01", 7, With(Regions, 0, 2000), Types), Month(Period("2026-08"), With(Regions, 0, now), Types)]).Count == 1);

    [Fact]
    public void A_hidden_cell_counts_as_the_most_it_can_have_been()
    {
        var hidden = With(With(Regions, 4, 10), 5, 10);
        var signal = Assert.Single(Signals.Of([.. Months("2026-01", 7, hidden, Types), Month(Period("2026-08"), With(hidden, 4, 60), Types)]));
        Assert.Equal((60L, 0L, 10L), (signal.Now, signal.BeforeLow, signal.BeforeHigh));
    }

    [Fact]
    public void Which_is_no_more_than_all_hidden_ones_together()
    {
        long[] almostEmpty = [100, 60, 40, 30, 2, 0, 0, 0, 0];
        var signal = Assert.Single(Signals.Of([.. Months("2026-01", 7, almostEmpty, Types), Month(Period("2026-08"), With(almostEmpty, 5, 40), Types)]));
        Assert.Equal((40L, 0L, 2L), (signal.Now, signal.BeforeLow, signal.BeforeHigh));
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void It_takes_three_months_before_and_the_very_first_is_none_of_them(int before, bool isSignal) =>
        Assert.Equal(isSignal, Signals.Of([.. Months("2026-01", before, Regions, Types), Month(Row(Period("2026-01"), before + 1).Last(), With(Regions, 3, 90), Types)]).Count == 1);

    [Theory]
    [InlineData(Volume.Normal, 2, false)]
    [InlineData(Volume.Normal, 3, true)]
    [InlineData(Volume.Low, 2, false)]
    [InlineData(Volume.Low, 3, true)]
    public void A_quarter_takes_two_and_tells_types_in_regions(Volume volume, int before, bool isSignal)
    {
        var pairs = Plan.RegionType.Keys.Select(key => key[0] == "moscow" ? 40L : 4L).ToList();
        var quarters = Row(Period("2026-Q1"), before + 1).ToList();
        var signals = Signals.Of([.. quarters.Take(before).Select(quarter => Quarter(quarter, volume, pairs)), Quarter(quarters[^1], volume, With(pairs, 7, 50))]);
        Assert.Equal(isSignal ? ["region-type", "north-west", "legal-threat"] : [], Names(signals));
        Assert.All(signals, signal => Assert.Equal((0L, 9L), (signal.BeforeLow, signal.BeforeHigh)));
    }

    [Fact]
    public void A_quarter_is_compared_with_one_year_at_most()
    {
        var pairs = Plan.RegionType.Keys.Select(_ => 20L).ToList();
        var quarters = Row(Period("2020-Q1"), 12).ToList();
        Assert.Equal(4, Assert.Single(Signals.Of([.. quarters.Take(11).Select(quarter => Quarter(quarter, Volume.Low, pairs)), Quarter(quarters[11], Volume.Low, With(pairs, 7, 90))])).Periods);
    }

    [Fact]
    public void Months_longer_ago_than_six_are_forgotten() =>
        Assert.DoesNotContain(
            Signals.Of([.. Months("2026-01", 7, Regions, Types), .. Months("2026-08", 6, With(Regions, 3, 70), Types), Month(Period("2027-02"), With(Regions, 3, 70), Types)]),
            signal => signal.Period == Period("2027-02"));

    [Fact]
    public void What_lies_before_a_gap_is_not_compared_with() =>
        Assert.Empty(Signals.Of([.. Months("2026-01", 5, Regions, Types), .. Months("2026-07", 2, Regions, Types), Month(Period("2026-09"), With(Regions, 3, 90), Types)]));

    [Fact]
    public void Nor_is_what_appeared_by_another_plan()
    {
        var pairs = Plan.RegionType.Keys.Select(_ => 20L).ToList();
        Assert.Empty(Signals.Of([.. Row(Period("2026-Q1"), 4).Select(quarter => Quarter(quarter, Volume.Normal, pairs)), Quarter(Period("2027-Q1"), Volume.Low, With(pairs, 0, 90))]));
    }

    [Fact]
    public void The_total_is_never_a_signal() =>
        Assert.DoesNotContain(Signals.Of([.. Months("2026-01", 7, Regions, Types), Month(Period("2026-08"), [.. Regions.Select(value => 3 * value)], [.. Types.Select(value => 3 * value)])]),
            signal => signal.Table == "total");

    [Fact]
    public void Where_numbers_always_jumped_a_jump_is_no_news()
    {
        var jumping = Row(Period("2026-01"), 7).Select((month, i) => Month(month, [.. Regions.Select((value, region) => (i + region) % 2 == 0 ? value / 2 : value * 3 / 2)], Types)).ToList();
        var now = Month(Period("2026-08"), With(Regions, 3, 65), Types);
        Assert.Empty(Signals.Of([.. jumping, now]));
        Assert.Single(Signals.Of([.. Months("2026-01", 7, Regions, Types), now]));
    }

    [Fact]
    public void It_does_not_matter_in_which_order_they_are_read()
    {
        Figures[] all = [.. Months("2026-01", 7, Regions, Types), Month(Period("2026-08"), With(Regions, 3, 70), Types), Month(Period("2026-09"), With(Regions, 3, 80), Types)];
        Assert.Equal(2, Signals.Of(all).Count);
        Assert.Equal(Signals.Of(all), Signals.Of([.. all.Reverse()]));
    }

    [Fact]
    public void Of_nothing_there_is_none() => Assert.Empty(Signals.Of([]));

    static string[] Names(IReadOnlyList<Signal> signals) => [.. signals.SelectMany(signal => signal.Key.Prepend(signal.Table))];

    static long[] With(IReadOnlyList<long> values, int place, long value) => [.. values.Select((old, i) => i == place ? value : old)];
}
