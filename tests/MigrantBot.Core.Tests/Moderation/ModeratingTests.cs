using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class ModeratingTests
{
    const string Me = "aziz";
    const string Other = "dilnoza";
    static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 22);
    static readonly Case Free = new("c1", CaseStatus.Open, 12, null, 1) { Fence = 3, CanBeAnswered = true, WasAnswered = true };
    static readonly Case Mine = Free with { Claim = new Claim(Me, Now.AddMinutes(5), 3) };
    static readonly Case Theirs = Free with { Claim = new Claim(Other, Now.AddMinutes(5), 3) };
    static readonly Case MineOver = Free with { Claim = new Claim(Me, Now, 3) };
    static readonly Case TheirsOver = Free with { Claim = new Claim(Other, Now, 3) };
    static readonly Case Another = Free with { Id = "c0" };

    public static TheoryData<string> OfTheHolder => ["release", "wait", "accept", "reject", "duplicate", "close"];

    public static TheoryData<CaseStatus> Ended => [CaseStatus.Rejected, CaseStatus.Duplicate, CaseStatus.Closed];

    public static TheoryData<CaseStatus> Workable => [CaseStatus.Open, CaseStatus.Waiting, CaseStatus.Accepted];

    [Theory]
    [MemberData(nameof(Workable))]
    public void A_free_case_is_claimed_for_twenty_minutes_under_the_next_number(CaseStatus status)
    {
        var claimed = Made(Moderating.Claim(Free with { Status = status }, Me, Now));
        Assert.Equal((new Claim(Me, Now.AddMinutes(20), 4), 4, status), (claimed.Claim, claimed.Fence, claimed.Status));
    }

    [Fact]
    public void Claiming_ones_own_renews_it_under_the_same_number()
    {
        var renewed = Made(Moderating.Claim(Mine, Me, Now));
        Assert.Equal((new Claim(Me, Now.AddMinutes(20), 3), 3), (renewed.Claim, renewed.Fence));
    }

    [Fact]
    public void A_claim_of_ones_own_that_ran_out_is_a_new_one() =>
        Assert.Equal(new Claim(Me, Now.AddMinutes(20), 4), Made(Moderating.Claim(MineOver, Me, Now)).Claim);

    [Fact]
    public void A_claim_of_somebody_else_is_respected_until_its_last_moment()
    {
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Claim(Theirs, Me, Now)));
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Claim(Theirs, Me, Now.AddMinutes(5).AddMilliseconds(-1))));
        Assert.Equal(Me, Made(Moderating.Claim(Theirs, Me, Now.AddMinutes(5))).Claim?.Moderator);
    }

    [Theory]
    [MemberData(nameof(Ended))]
    public void What_has_ended_stays_as_it_is_until_it_is_opened_again(CaseStatus status)
    {
        var ended = Mine with { Status = status };
        Assert.Equal(Refusal.AlreadyDecided, Refused(Moderating.Claim(ended, Me, Now)));
        foreach (var act in OfTheHolder)
            Assert.Equal(Refusal.AlreadyDecided, Refused(Do(act, ended)));
        var opened = Made(Moderating.Reopen(Free with { Status = status, Verdict = new(status, Other, Today, "c0") }, Me, Now));
        Assert.Equal((CaseStatus.Open, new Claim(Me, Now.AddMinutes(20), 4), 4), (opened.Status, opened.Claim, opened.Fence));
        Assert.Equal(new Verdict(status, Other, Today, "c0"), opened.Verdict);
    }

    [Theory]
    [MemberData(nameof(Workable))]
    public void What_has_not_ended_is_claimed_and_not_opened_again(CaseStatus status) =>
        Assert.Equal(Refusal.StillOpen, Refused(Moderating.Reopen(Free with { Status = status }, Me, Now)));

    [Theory]
    [InlineData("release", CaseStatus.Open)]
    [InlineData("wait", CaseStatus.Waiting)]
    public void Its_holder_ends_a_claim_and_nothing_is_decided(string act, CaseStatus status) =>
        Assert.Equal(Mine with { Claim = null, Status = status }, Made(Do(act, Mine)));

    [Theory]
    [InlineData("accept", CaseStatus.Accepted, null)]
    [InlineData("reject", CaseStatus.Rejected, null)]
    [InlineData("duplicate", CaseStatus.Duplicate, "c0")]
    public void A_verdict_ends_the_claim_and_says_who_decided_what_and_when(string act, CaseStatus status, string? original) =>
        Assert.Equal(Mine with { Claim = null, Status = status, Verdict = new(status, Me, Today, original) }, Made(Do(act, Mine)));

    [Fact]
    public void An_accepted_case_is_worked_on_until_it_is_closed_and_keeps_its_verdict()
    {
        var accepted = Made(Do("accept", Mine)) with { Claim = Mine.Claim };
        Assert.Equal(Refusal.AlreadyDecided, Refused(Do("accept", accepted)));
        Assert.Equal(accepted with { Claim = null, Status = CaseStatus.Closed }, Made(Do("close", accepted)));
        Assert.Equal(CaseStatus.Rejected, Made(Do("reject", accepted)).Verdict?.Is);
        Assert.Equal(Refusal.NotAcceptedYet, Refused(Do("close", Mine)));
    }

    [Fact]
    public void Nobody_waits_for_a_reporter_who_cannot_answer_or_was_asked_nothing()
    {
        Assert.Equal(Refusal.NoReceipt, Refused(Do("wait", Mine with { CanBeAnswered = false })));
        Assert.Equal(Refusal.NotAskedYet, Refused(Do("wait", Mine with { WasAnswered = false })));
    }

    [Fact]
    public void A_case_repeats_another_one_that_is_there_and_repeats_none_itself()
    {
        foreach (var original in new[] { null, Mine, Another with { Status = CaseStatus.Duplicate } })
            Assert.Equal(Refusal.NotAnOriginal, Refused(Moderating.Duplicate(Mine, original, Me, 3, Now)));
        Assert.Equal("c0", Made(Moderating.Duplicate(Mine, Another with { Status = CaseStatus.Closed }, Me, 3, Now)).Verdict?.DuplicateOf);
    }

    [Theory]
    [MemberData(nameof(OfTheHolder))]
    public void Nobody_but_the_holder_does_anything(string act)
    {
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Do(act, Theirs)));
        Assert.Equal(Refusal.NotYours, Refused(Do(act, Free)));
        Assert.Equal(Refusal.NotYours, Refused(Do(act, TheirsOver)));
    }

    [Theory]
    [MemberData(nameof(OfTheHolder))]
    public void A_holder_whose_lease_is_over_does_nothing_more_under_it_not_even_holding_the_case_anew(string act)
    {
        Assert.Equal(Refusal.LeaseOver, Refused(Do(act, MineOver)));
        Assert.Equal(Refusal.LeaseOver, Refused(Do(act, Mine, fence: 2)));
        Assert.Equal(Refusal.LeaseOver, Refused(Do(act, Mine, fence: 4)));
    }

    [Fact]
    public void Only_the_holder_answers_and_the_case_stays_as_it_is()
    {
        Assert.Equal(Mine, Made(Moderating.Reply(Mine, Me, Now)));
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Reply(Theirs, Me, Now)));
        Assert.Equal(Refusal.NotYours, Refused(Moderating.Reply(Free, Me, Now)));
        Assert.Equal(Refusal.LeaseOver, Refused(Moderating.Reply(MineOver, Me, Now)));
        Assert.Equal(Refusal.AlreadyDecided, Refused(Moderating.Reply(Mine with { Status = CaseStatus.Closed }, Me, Now)));
    }

    static Decision Do(string act, Case current, long fence = 3) => act switch
    {
        "release" => Moderating.Release(current, Me, fence, Now),
        "wait" => Moderating.Wait(current, Me, fence, Now),
        "accept" => Moderating.Accept(current, Me, fence, Now),
        "reject" => Moderating.Reject(current, Me, fence, Now),
        "duplicate" => Moderating.Duplicate(current, Another, Me, fence, Now),
        "close" => Moderating.Close(current, Me, fence, Now),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    static Case Made(Decision decision) => Assert.IsType<Decision.Made>(decision).Case;

    static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refused>(decision).Refusal;
}
