using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

public sealed class CalendarTests
{
    static readonly Period July = Period.Read("2026-07")!;

    [Theory]
    [InlineData("2026-08-14", Volume.Normal, "", "")]
    [InlineData("2026-08-15", Volume.Normal, "", "2026-07")]
    [InlineData("2026-08-15", Volume.Low, "", "")]
    [InlineData("2026-10-14", Volume.Low, "", "")]
    [InlineData("2026-10-15", Volume.Low, "", "2026-Q3 low")]
    [InlineData("2026-10-15", Volume.Normal, "2026-07 2026-08", "2026-09 2026-Q3")]
    [InlineData("2026-11-20", Volume.Normal, "", "2026-07 2026-08 2026-09 2026-Q3 2026-10")]
    [InlineData("2027-01-15", Volume.Low, "", "2026-Q3 low 2026-Q4 low")]
    [InlineData("2026-10-15", Volume.Low, "2026-07", "2026-08 2026-09 2026-Q3")]
    [InlineData("2027-01-15", Volume.Low, "2026-07", "2026-08 2026-09 2026-Q3 2026-Q4 low")]
    [InlineData("2026-11-15", Volume.Normal, "2026-Q3", "2026-10")]
    [InlineData("2026-11-15", Volume.Normal, "2026-07 2026-Q3", "2026-10")]
    [InlineData("2026-11-15", Volume.Normal, "2026-08 2026-09 2026-Q3 2026-10", "")]
    [InlineData("2026-06-30", Volume.Normal, "", "")]
    public void What_is_due_follows_from_the_day_and_from_what_is_out(string today, Volume wish, string published, string due) =>
        Assert.Equal(due, Written(Calendar.Due(July, Out(published), wish, DateOnly.Parse(today, null))));

    [Fact]
    public void It_may_begin_in_the_middle_of_a_quarter() =>
        Assert.Equal("2026-08 2026-09 2026-Q3", Written(Calendar.Due(July.Next, [], Volume.Normal, new(2026, 10, 15))));

    [Fact]
    public void It_begins_with_a_month() => Assert.Throws<ArgumentException>(() => Calendar.Due(July.Quarter, [], Volume.Normal, new(2026, 10, 15)));

    static string Written(IEnumerable<(Period Period, Volume Volume)> due) => string.Join(' ', due.Select(one => one.Volume == Volume.Low ? $"{one.Period} low" : $"{one.Period}"));

    static List<Published> Out(string periods) =>
        [.. periods.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => new Published(Period.Read(one)!, Volume.Normal, new(1, 1)))];
}
