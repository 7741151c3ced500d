using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Console;

public sealed class CasesTests : ConsoleTest
{
    static readonly Facets Some = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };

    static Task<HttpResponseMessage> Do(Visitor visitor, string report, string act) =>
        act is "claim" or "open" or "reopen" ? visitor.Post($"cases/{report}/{act}") : visitor.Judge(report, act);

    static async Task<HttpStatusCode> Act(Visitor visitor, string report, string act)
    {
        using var answer = await Do(visitor, report, act);
        return answer.StatusCode;
    }

    static async Task<string?> Refusal(Visitor visitor, string report, string act)
    {
        using var answer = await Do(visitor, report, act);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal;
    }

    [Fact]
    public async Task Ciphertext_of_an_unclaimed_case_is_refused()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Some, "words");

        Assert.Equal(HttpStatusCode.Forbidden, await Act(me, report, "open"));
        Assert.Equal(HttpStatusCode.OK, await Act(me, report, "claim"));
        Assert.Equal(HttpStatusCode.OK, await Act(me, report, "open"));
    }

    [Fact]
    public async Task Ciphertext_of_a_case_held_by_somebody_else_is_refused()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var report = await Host.Report(Some, "words");
        await Act(other, report, "claim");

        Assert.Equal("held-by-somebody-else", await Refusal(me, report, "claim"));
        Assert.Equal(HttpStatusCode.Forbidden, await Act(me, report, "open"));
        Assert.Equal("held-by-somebody-else", await Refusal(me, report, "accept"));
    }

    [Fact]
    public async Task A_case_sealed_to_others_only_is_not_there()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var report = await Host.Report(Some, "words", onlyTo: "m-2");

        using var shown = await me.Get($"{ConsolePaths.Api}/cases/{report}");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        foreach (var act in new[] { "claim", "reopen", "release", "wait", "accept", "reject", "duplicate", "close" })
            Assert.Equal(HttpStatusCode.NotFound, await Act(me, report, act));
        Assert.Equal(HttpStatusCode.Forbidden, await Act(me, report, "open"));
    }

    [Fact]
    public async Task When_the_lease_is_over_nothing_is_given_out_or_decided_until_it_is_claimed_again()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Some, "words");
        await Act(me, report, "claim");
        Host.Clock.Advance(Moderating.Lease);

        Assert.Equal(HttpStatusCode.Forbidden, await Act(me, report, "open"));
        Assert.Equal("lease-over", await Refusal(me, report, "accept"));
        Assert.Equal(HttpStatusCode.OK, await Act(me, report, "claim"));
        Assert.Equal(HttpStatusCode.OK, await Act(me, report, "reject"));
        Assert.Equal("already-decided", await Refusal(me, report, "claim"));
        Assert.Equal(HttpStatusCode.Forbidden, await Act(me, report, "open"));
    }

    [Theory]
    [InlineData("accept")]
    [InlineData("reject")]
    public async Task A_verdict_waits_until_the_words_that_were_added_meanwhile_are_read(string verdict)
    {
        using var me = await Visitor.SignedIn(Host);
        using var reporter = await Reporter.Tells(Host, "words");
        using var claimed = await me.Post($"cases/{reporter.Report}/claim");
        var seen = (await claimed.Content.ReadFromJsonAsync<CaseView>())!;
        await Host.Add(reporter.Report, "more words");

        using var early = await me.Post($"cases/{reporter.Report}/{verdict}", new { fence = seen.Held!.Fence, version = seen.Version });
        Assert.Equal("read-again", (await early.Content.ReadFromJsonAsync<Denied>())?.Refusal);
        Assert.Equal(HttpStatusCode.OK, await Act(me, reporter.Report, verdict));
    }

    [Fact]
    public async Task The_queue_marks_what_nobody_has_opened_and_what_was_added_since()
    {
        using var me = await Visitor.SignedIn(Host);
        using var reporter = await Reporter.Tells(Host, "words");
        Assert.True(Assert.Single(await Listed(me)) is { IsUnread: true, GoesUnreadAfter: null, CanBeAnswered: true });

        await Act(me, reporter.Report, "claim");
        await Act(me, reporter.Report, "open");
        Assert.False(Assert.Single(await Listed(me)).IsUnread);

        await Host.Add(reporter.Report, "more words");
        Assert.True(Assert.Single(await Listed(me)).IsUnread);
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync("UPDATE reports SET warned_on = '2026-01-01'", transaction: transaction), CancellationToken.None);
        Assert.Equal(new DateOnly(2026, 1, 15), Assert.Single(await Listed(me)).GoesUnreadAfter);
    }

    [Fact]
    public async Task A_decided_case_is_open_again_when_its_reporter_adds_words()
    {
        using var me = await Visitor.SignedIn(Host);
        using var reporter = await Reporter.Tells(Host, "words");
        await Act(me, reporter.Report, "claim");
        await Act(me, reporter.Report, "reject");
        Assert.Empty(await Listed(me));
        await Host.Add(reporter.Report, "more words");
        Assert.True(Assert.Single(await Listed(me)) is { Status: "open", Held: null, IsUnread: true });
    }

    [Fact]
    public async Task A_verdict_without_a_claim_is_refused()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Some, "words");
        Assert.Equal("not-yours", await Refusal(me, report, "reject"));
    }

    [Fact]
    public async Task The_queue_tells_who_holds_a_case_and_for_how_long()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var report = await Host.Report(Some, "words");
        await Act(other, report, "claim");
        Host.Clock.Advance(TimeSpan.FromMinutes(5));

        var one = Assert.Single(await Listed(me));
        Assert.Equal((report, new Held("bek", false, 900, 1), "violence.hours"), (one.Id, one.Held, one.UrgencyReason));

        Host.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(Assert.Single(await Listed(me)).Held);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("1.2026-13-01.a")]
    [InlineData("-1.2026-01-01.a")]
    [InlineData("1.2026-01-01.")]
    public async Task A_garbled_bookmark_leads_to_the_first_page(string after)
    {
        using var me = await Visitor.SignedIn(Host);
        await Host.Report(Some, "words");
        Assert.Single(await Listed(me, after));
    }

    static async Task<IReadOnlyList<CaseView>> Listed(Visitor visitor, string after = "") =>
        (await (await visitor.Get($"{ConsolePaths.Api}/queue?after={after}")).Content.ReadFromJsonAsync<Queue.Page>())!.Cases;
}
