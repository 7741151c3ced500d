using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class CountedDayTests
{
    static readonly DateOnly Yesterday = new(2026, 3, 9);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(7, 7)]
    [InlineData(8, 7)]
    [InlineData(365, 7)]
    [InlineData(-1, 0)]
    [InlineData(-20_000, 0)]
    public void It_follows_the_calendar_by_a_week_at_most_and_never_back(int leap, int counted) =>
        Assert.Equal(Yesterday.AddDays(counted), CountedDay.After(Yesterday, Yesterday.AddDays(leap)));

    [Fact]
    public void After_an_outage_of_sixty_days_it_has_caught_up_in_ten_nights()
    {
        var today = Yesterday.AddDays(60);
        var counted = CountedDay.After(Yesterday, today);
        var nights = 1;
        for (; counted != today; nights++)
        {
            today = today.AddDays(1);
            counted = CountedDay.After(counted, today);
        }

        Assert.Equal(10, nights);
    }

    [Fact]
    public void It_reaches_the_end_of_the_calendar_and_stays() =>
        Assert.Equal(DateOnly.MaxValue, CountedDay.After(DateOnly.MaxValue.AddDays(-1), DateOnly.MaxValue));
}
