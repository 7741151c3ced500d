using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

/// <summary>What a moderator finds first in the morning.</summary>
public sealed class PrecedenceTests
{
    static readonly DateOnly Today = new(2026, 3, 20);

    static int Unread(int urgency, int daysAgo = 0) => Precedence.Of(CaseStatus.Open, urgency, isUnread: true, Today.AddDays(-daysAgo), Today);

    static int Read(int urgency, int daysAgo = 0) => Precedence.Of(CaseStatus.Open, urgency, isUnread: false, Today.AddDays(-daysAgo), Today);

    static int Accepted(int urgency, int daysAgo = 0) => Precedence.Of(CaseStatus.Accepted, urgency, isUnread: false, Today.AddDays(-daysAgo), Today);

    static void ComeInThisOrder(params int[] turns) => Assert.Equal(turns.Order().Distinct(), turns);

    [Fact]
    public void The_more_urgent_comes_first_whoever_has_read_it() => ComeInThisOrder(Read(20), Unread(16), Read(15), Unread(12), Read(1));

    [Fact]
    public void Of_two_that_are_as_urgent_the_one_that_nobody_has_read_comes_first() => ComeInThisOrder(Unread(20), Read(20), Unread(8), Read(8), Unread(1), Read(1));

    [Fact]
    public void What_is_overdue_rises_among_the_others() => ComeInThisOrder(Unread(15), Unread(8, daysAgo: 8), Unread(9), Unread(8));

    [Fact]
    public void What_is_accepted_stands_below_all_that_nobody_has_decided() => ComeInThisOrder(Unread(1), Read(1), Accepted(20), Accepted(16), Accepted(1));

    [Fact]
    public void What_is_accepted_and_not_closed_in_time_rises_day_by_day() => ComeInThisOrder(
        Unread(15), Accepted(20, daysAgo: 15), Accepted(20, daysAgo: 6), Unread(4), Accepted(20, daysAgo: 5), Accepted(20, daysAgo: 2), Accepted(20, daysAgo: 1));

    [Fact]
    public void Nothing_that_is_accepted_becomes_critical_by_waiting()
    {
        Assert.Equal(Urgency.Critical - 1, Precedence.Rank(CaseStatus.Accepted, 20, Today.AddDays(-1000), Today));
        Assert.True(Accepted(20, daysAgo: 1000) > Precedence.LastCritical);
    }

    [Fact]
    public void The_number_beside_a_case_is_its_urgency_until_it_is_late()
    {
        Assert.Equal(16, Precedence.Rank(CaseStatus.Accepted, 16, Today.AddDays(-1), Today));
        Assert.Equal(2, Precedence.Rank(CaseStatus.Accepted, 16, Today.AddDays(-3), Today));
        Assert.Equal(18, Precedence.Rank(CaseStatus.Open, 16, Today.AddDays(-3), Today));
        Assert.Equal(16, Precedence.Rank(CaseStatus.Waiting, 16, Today.AddDays(-3), Today));
    }

    [Theory]
    [InlineData(Urgency.Most, true)]
    [InlineData(Urgency.Critical, true)]
    [InlineData(Urgency.Critical - 1, false)]
    [InlineData(1, false)]
    public void What_is_critical_is_known_by_its_turn(int urgency, bool isCritical)
    {
        Assert.Equal(isCritical, Unread(urgency) <= Precedence.LastCritical);
        Assert.Equal(isCritical, Read(urgency, daysAgo: 400) <= Precedence.LastCritical);
    }

    [Fact]
    public void No_turn_can_be_taken_for_one_of_the_order_before() =>
        Assert.All(new[] { Unread(20), Unread(70), Unread(0), Read(0), Accepted(70), Accepted(0) }, turn => Assert.True(turn >= Precedence.First));
}
