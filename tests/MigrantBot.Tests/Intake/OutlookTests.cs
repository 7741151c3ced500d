using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Intake;

public sealed class OutlookTests
{
    static readonly DateOnly Today = new(2026, 3, 12);
    static readonly ReceiptRow Row = new() { Status = "open", ReceivedOn = new(2026, 3, 1), ActiveOn = new(2026, 3, 10), Urgency = 14 };

    [Theory]
    [InlineData("open", 0, 1, Standing.Waiting, 3)]
    [InlineData("open", 0, 14, Standing.Waiting, 3)]
    [InlineData("open", 0, 15, Standing.Waiting, 1)]
    [InlineData("open", 0, 20, Standing.Waiting, 1)]
    [InlineData("open", 1, 1, Standing.BeingRead, 1)]
    [InlineData("open", 1, 20, Standing.BeingRead, 1)]
    [InlineData("accepted", 0, 20, Standing.Accepted, 7)]
    [InlineData("rejected", 0, 20, Standing.Rejected, 7)]
    [InlineData("accepted", 1, 20, Standing.Accepted, 7)]
    [InlineData("waiting", 0, 20, Standing.AskedBack, 7)]
    [InlineData("waiting", 1, 20, Standing.AskedBack, 7)]
    [InlineData("duplicate", 0, 20, Standing.Duplicate, 7)]
    [InlineData("closed", 0, 20, Standing.Accepted, 7)]
    public void The_standing_says_when_to_look_again(string status, int isClaimed, int urgency, Standing standing, int days)
    {
        var found = Outlook.Of(Row with { Status = status, IsClaimed = isClaimed, Urgency = urgency }, [], Today);
        Assert.Equal((standing, Today.AddDays(days)), (found.Standing, found.LookAgainOn));
    }

    [Fact]
    public void A_closed_report_stands_as_it_was_decided()
    {
        Assert.Equal(Standing.Accepted, Outlook.Of(Row with { Status = "closed", Verdict = "accepted" }, [], Today).Standing);
        Assert.Equal(Standing.Rejected, Outlook.Of(Row with { Status = "closed", Verdict = "rejected" }, [], Today).Standing);
        Assert.Equal(Standing.Waiting, Outlook.Of(Row with { Status = "open", Verdict = "rejected" }, [], Today).Standing);
    }

    [Theory]
    [InlineData("open", 180)]
    [InlineData("waiting", 180)]
    [InlineData("accepted", 90)]
    [InlineData("rejected", 90)]
    public void It_is_kept_from_the_last_activity_on(string status, int days)
    {
        var found = Outlook.Of(Row with { Status = status }, [], Today);
        Assert.Equal((new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 10).AddDays(days)), (found.ReceivedOn, found.KeptUntil));
    }

    [Theory]
    [InlineData(88, 2, 2)]
    [InlineData(83, 7, 7)]
    [InlineData(90, 7, 0)]
    [InlineData(100, 7, 0)]
    public void Nobody_is_sent_to_a_day_after_the_last(int age, int look, int kept)
    {
        var found = Outlook.Of(Row with { Status = "accepted", ActiveOn = Today.AddDays(-age) }, [], Today);
        Assert.Equal((Today.AddDays(look), Today.AddDays(kept)), (found.LookAgainOn, found.KeptUntil));
    }

    [Fact]
    public void A_lost_reply_is_told_and_replies_are_handed_on()
    {
        Assert.False(Outlook.Of(Row, [], Today).ReplyWasLost);
        Assert.True(Outlook.Of(Row with { ReplyLostOn = Today }, [], Today).ReplyWasLost);
        Reply[] replies = [new("0123456789", Today, new("text"))];
        Assert.Same(replies, Outlook.Of(Row, replies, Today).Replies);
    }

    [Fact]
    public void A_status_of_a_newer_program_is_a_bug() =>
        Assert.Throws<InvalidOperationException>(() => Outlook.Of(Row with { Status = "burnt" }, [], Today));
}
