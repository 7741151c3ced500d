using MigrantBot.Core.Moderation;

namespace MigrantBot.Core.Tests.Moderation;

public sealed class ModeratingTests
{
    const string Me = "aziz";
    const string Other = "dilnoza";
    static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    static readonly Case Free = new("c1", CaseStatus.Open, 12, null, 1);
    static readonly Case Mine = Free with { Claim = new Claim(Me, Now.AddMinutes(5)) };
    static readonly Case Theirs = Free with { Claim = new Claim(Other, Now.AddMinutes(5)) };
    static readonly Case MineOver = Free with { Claim = new Claim(Me, Now) };
    static readonly Case TheirsOver = Free with { Claim = new Claim(Other, Now) };

    public static TheoryData<string> Endings => [nameof(Moderating.Release), nameof(Moderating.Accept), nameof(Moderating.Reject)];

    [Fact]
    public void A_free_case_is_claimed_for_twenty_minutes() =>
        Assert.Equal(new Claim(Me, Now.AddMinutes(20)), Made(Moderating.Claim(Free, Me, Now)).Claim);

    [Fact]
    public void Claiming_ones_own_renews_it() =>
        Assert.Equal(new Claim(Me, Now.AddMinutes(20)), Made(Moderating.Claim(Mine, Me, Now)).Claim);

    [Fact]
    public void A_claim_of_somebody_else_is_respected_until_its_last_moment()
    {
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Claim(Theirs, Me, Now)));
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Claim(Theirs, Me, Now.AddMinutes(5).AddMilliseconds(-1))));
        Assert.Equal(Me, Made(Moderating.Claim(Theirs, Me, Now.AddMinutes(5))).Claim?.Moderator);
    }

    [Fact]
    public void A_claim_that_ran_out_may_be_taken() =>
        Assert.Equal(Me, Made(Moderating.Claim(TheirsOver, Me, Now)).Claim?.Moderator);

    [Theory]
    [InlineData(CaseStatus.Accepted)]
    [InlineData(CaseStatus.Rejected)]
    public void A_decided_case_stays_as_it_is(CaseStatus status)
    {
        var decided = Mine with { Status = status };
        Assert.Equal(Refusal.AlreadyDecided, Refused(Moderating.Claim(decided, Me, Now)));
        foreach (var ending in new[] { nameof(Moderating.Release), nameof(Moderating.Accept), nameof(Moderating.Reject) })
            Assert.Equal(Refusal.AlreadyDecided, Refused(End(ending, decided)));
    }

    [Theory]
    [InlineData(nameof(Moderating.Release), CaseStatus.Open)]
    [InlineData(nameof(Moderating.Accept), CaseStatus.Accepted)]
    [InlineData(nameof(Moderating.Reject), CaseStatus.Rejected)]
    public void Its_holder_ends_a_claim_and_nothing_else_of_the_case_changes(string ending, CaseStatus status) =>
        Assert.Equal(Mine with { Claim = null, Status = status }, Made(End(ending, Mine)));

    [Theory]
    [MemberData(nameof(Endings))]
    public void Nobody_but_the_holder_ends_a_claim(string ending)
    {
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(End(ending, Theirs)));
        Assert.Equal(Refusal.NotYours, Refused(End(ending, Free)));
        Assert.Equal(Refusal.NotYours, Refused(End(ending, TheirsOver)));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public void A_holder_whose_lease_is_over_decides_nothing(string ending) =>
        Assert.Equal(Refusal.LeaseOver, Refused(End(ending, MineOver)));

    [Fact]
    public void Only_the_holder_answers_and_the_case_stays_as_it_is()
    {
        Assert.Equal(Mine, Made(Moderating.Reply(Mine, Me, Now)));
        Assert.Equal(Refusal.HeldBySomebodyElse, Refused(Moderating.Reply(Theirs, Me, Now)));
        Assert.Equal(Refusal.NotYours, Refused(Moderating.Reply(Free, Me, Now)));
        Assert.Equal(Refusal.LeaseOver, Refused(Moderating.Reply(MineOver, Me, Now)));
        Assert.Equal(Refusal.AlreadyDecided, Refused(Moderating.Reply(Mine with { Status = CaseStatus.Accepted }, Me, Now)));
    }

    static Decision End(string ending, Case current) => ending switch
    {
        nameof(Moderating.Release) => Moderating.Release(current, Me, Now),
        nameof(Moderating.Accept) => Moderating.Accept(current, Me, Now),
        _ => Moderating.Reject(current, Me, Now),
    };

    static Case Made(Decision decision) => Assert.IsType<Decision.Made>(decision).Case;

    static Refusal Refused(Decision decision) => Assert.IsType<Decision.Refused>(decision).Refusal;
}
