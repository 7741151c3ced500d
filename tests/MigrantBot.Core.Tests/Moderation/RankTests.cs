using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class RankTests
{
    static readonly DateOnly Begin = new(2026, 3, 1);

    [Theory]
    [InlineData(20, 1)]
    [InlineData(15, 1)]
    [InlineData(14, 2)]
    [InlineData(9, 2)]
    [InlineData(8, 5)]
    [InlineData(5, 5)]
    [InlineData(4, 10)]
    [InlineData(1, 10)]
    [InlineData(0, 10)]
    public void The_more_urgent_the_sooner_it_is_due(int urgency, int days)
    {
        Assert.Equal(Begin.AddDays(days), Urgency.DueOn(urgency, Begin));
        Assert.Equal(0, Urgency.OverdueDays(urgency, Begin, Begin.AddDays(days)));
        Assert.Equal(1, Urgency.OverdueDays(urgency, Begin, Begin.AddDays(days + 1)));
    }

    [Theory]
    [InlineData(8, 0, 8)]
    [InlineData(8, 5, 8)]
    [InlineData(8, 6, 9)]
    [InlineData(8, 11, 14)]
    [InlineData(8, 100, 14)]
    [InlineData(14, 100, 14)]
    [InlineData(1, 10_000, 14)]
    [InlineData(15, 1, 15)]
    [InlineData(15, 3, 17)]
    [InlineData(15, 100, 20)]
    [InlineData(20, 100, 20)]
    public void Each_day_overdue_counts_one_but_waiting_alone_makes_nothing_critical(int urgency, int days, int rank) =>
        Assert.Equal(rank, Urgency.Rank(urgency, Begin, Begin.AddDays(days)));

    [Fact]
    public void A_day_before_the_first_changes_nothing() => Assert.Equal(8, Urgency.Rank(8, Begin, Begin.AddDays(-30)));

    [Theory]
    [InlineData(CaseStatus.Open, true)]
    [InlineData(CaseStatus.Accepted, true)]
    [InlineData(CaseStatus.Waiting, false)]
    [InlineData(CaseStatus.Rejected, false)]
    [InlineData(CaseStatus.Duplicate, false)]
    [InlineData(CaseStatus.Closed, false)]
    public void Only_what_waits_for_a_moderator_grows_overdue(CaseStatus status, bool waits) =>
        Assert.Equal(waits ? Begin : Begin.AddDays(50), Urgency.WaitsSince(status, Begin, Begin.AddDays(50)));
}
