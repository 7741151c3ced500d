using MigrantBot.Intake.Flooding;

namespace MigrantBot.Tests.Intake.Flooding;

public sealed class SlowModeTests
{
    static int[] Hours(int count, int each) => [.. Enumerable.Repeat(each, count)];

    [Theory]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void Where_little_is_usual_more_than_thirty_an_hour_are_a_flood(int lastHour, bool isSlow)
    {
        Assert.Equal(isSlow, SlowMode.Is(lastHour, Hours(168, 0)));
        Assert.Equal(isSlow, SlowMode.Is(lastHour, Hours(168, 6)));
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public void Where_much_is_usual_five_times_that_are_no_flood_yet(int lastHour, bool isSlow) =>
        Assert.Equal(isSlow, SlowMode.Is(lastHour, Hours(168, 20)));

    [Fact]
    public void A_flood_of_three_days_does_not_become_the_usual() =>
        Assert.True(SlowMode.Is(1_000, [.. Hours(72, 1_000), .. Hours(96, 2)]));

    [Fact]
    public void A_process_that_starts_into_a_flood_does_not_take_it_for_the_usual()
    {
        Assert.True(SlowMode.Is(1_000, []));
        Assert.True(SlowMode.Is(1_000, Hours(11, 1_000)));
        Assert.False(SlowMode.Is(1_000, Hours(13, 1_000)));
    }

    [Fact]
    public void An_hour_slides_with_the_minutes_and_is_over_after_sixty()
    {
        var time = new FakeTime();
        var traffic = new Traffic(time);
        for (var report = 0; report < 31; report++)
        {
            traffic.Count();
            time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.True(traffic.IsSlow());
        time.Advance(TimeSpan.FromMinutes(28));
        Assert.True(traffic.IsSlow());
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.False(traffic.IsSlow());
    }

    [Fact]
    public void The_usual_is_learnt_in_a_week_and_forgotten_in_the_next()
    {
        var time = new FakeTime();
        var traffic = new Traffic(time);
        for (var hour = 0; hour < 168; hour++)
        {
            for (var report = 0; report < 20; report++)
                traffic.Count();
            time.Advance(TimeSpan.FromHours(1));
        }
        for (var report = 0; report < 100; report++)
            traffic.Count();
        Assert.False(traffic.IsSlow());
        traffic.Count();
        Assert.True(traffic.IsSlow());

        time.Advance(TimeSpan.FromDays(90));
        for (var report = 0; report < 30; report++)
            traffic.Count();
        Assert.False(traffic.IsSlow());
        traffic.Count();
        Assert.True(traffic.IsSlow());
    }
}
