using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Console;

/// <summary>The calls that a page of lists and statuses makes.</summary>
public sealed class QueueTests : ConsoleTest
{
    static readonly Facets Grave = new() { Methods = Methods.Violence, Deadline = Deadline.Hours, Region = Region.FarEast };

    static async Task<Queue.Page> Listed(Visitor visitor, string query = "") =>
        (await (await visitor.Get($"{ConsolePaths.Api}/queue{query}")).Content.ReadFromJsonAsync<Queue.Page>())!;

    static async Task<CaseView> Done(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<CaseView>())!;
    }

    static async Task<string> Refused(Task<HttpResponseMessage> call, HttpStatusCode status = HttpStatusCode.Conflict)
    {
        using var answer = await call;
        Assert.Equal(status, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Denied>())!.Refusal;
    }

    Task<string[]> Audited() => Host.Database.Read(async connection => (await connection.QueryAsync<string>(
        "SELECT actor || ' ' || action FROM audit WHERE object LIKE 'case %' ORDER BY seq")).ToArray(), CancellationToken.None);

    [Fact]
    public async Task A_case_goes_from_its_claim_to_its_end_and_back()
    {
        using var me = await Visitor.SignedIn(Host);
        using var reporter = await Reporter.Tells(Host, "words");
        var id = reporter.Report;

        var claimed = await Done(me.Post($"cases/{id}/claim"));
        Assert.Equal((1L, "open", true), (claimed.Held!.Fence, claimed.Status, claimed.Held.ByMe));
        Assert.Equal("no-receipt", await Refused(me.Judge(await Claimed(me, new Facets()), "wait")));
        Assert.Equal("not-asked-yet", await Refused(me.Judge(id, "wait")));
        (await (await MadeReply.By(me, id)).Post(me)).EnsureSuccessStatusCode();
        Assert.True(await Done(me.Judge(id, "wait")) is { Status: "waiting", Held: null, Due: null });
        Assert.Equal([id], (await Listed(me, "?status=waiting")).Cases.Select(one => one.Id));

        await Host.Add(id, "more words");
        await Done(me.Post($"cases/{id}/claim"));
        Assert.Equal("not-accepted-yet", await Refused(me.Judge(id, "close")));
        Assert.True(await Done(me.Judge(id, "accept")) is { Status: "accepted", Verdict: "accepted", VerdictOn: not null, Held: null });
        await Done(me.Post($"cases/{id}/claim"));
        Assert.True(await Done(me.Judge(id, "close")) is { Status: "closed", Verdict: "accepted" });
        Assert.Equal("already-decided", await Refused(me.Post($"cases/{id}/claim")));
        Assert.Equal([id], (await Listed(me, "?view=decided")).Cases.Select(one => one.Id));

        Assert.True(await Done(me.Post($"cases/{id}/reopen")) is { Status: "open", Held: { ByMe: true, Fence: 4 }, Verdict: "accepted" });
        Assert.Equal("still-open", await Refused(me.Post($"cases/{id}/reopen")));
        var original = await Host.Report(new Facets(), "the same");
        Assert.Equal("not-an-original", await Refused(me.Judge(id, "duplicate", of: id)));
        Assert.Equal("not-an-original", await Refused(me.Judge(id, "duplicate", of: "nothing")));
        Assert.True(await Done(me.Judge(id, "duplicate", of: original)) is { Status: "duplicate" } ended && ended.DuplicateOf == original);
        Assert.Equal(
            ["claim", "claim", "wait", "claim", "accept", "claim", "close", "reopen", "duplicate"],
            (await Audited()).Select(row => row.Replace("amina ", "", StringComparison.Ordinal)).Where(action => action != "reply"));
    }

    async Task<string> Claimed(Visitor me, Facets facets)
    {
        var report = await Host.Report(facets, "words");
        await Done(me.Post($"cases/{report}/claim"));
        return report;
    }

    [Fact]
    public async Task A_late_verdict_with_the_number_of_an_earlier_claim_changes_nothing()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var report = await Host.Report(Grave, "words");
        var early = (await Done(me.Post($"cases/{report}/claim"))).Held!.Fence;
        Host.Clock.Advance(Moderating.Lease);
        await Done(other.Post($"cases/{report}/claim"));
        await Done(other.Judge(report, "release"));
        var now = await Done(me.Post($"cases/{report}/claim"));

        Assert.Equal("lease-over", await Refused(me.Post($"cases/{report}/accept", new { fence = early, version = now.Version })));
        Assert.Equal("accepted", (await Done(me.Post($"cases/{report}/accept", new { fence = now.Held!.Fence, version = now.Version }))).Status);
    }

    [Fact]
    public async Task Twenty_moderators_at_once_share_out_the_cases_over_HTTP()
    {
        const int cases = 12;
        var visitors = new List<Visitor>();
        foreach (var number in Enumerable.Range(1, 20))
            visitors.Add(await Visitor.SignedIn(Host, $"m-{number}", $"handle-{number}"));
        List<string> reports = [];
        foreach (var _ in Enumerable.Range(0, cases))
            reports.Add(await Host.Report(Grave, "words"));

        var won = await Task.WhenAll(visitors.Select(visitor => Task.Run(async () =>
        {
            List<string> mine = [];
            foreach (var report in reports)
            {
                using var answer = await visitor.Post($"cases/{report}/claim");
                if (answer.StatusCode == HttpStatusCode.OK)
                    mine.Add(report);
                else
                    Assert.True((await answer.Content.ReadFromJsonAsync<Denied>())!.Refusal is "held-by-somebody-else" or "holds-enough");
            }
            return mine;
        })));

        Assert.Equal(reports.Order(), won.SelectMany(mine => mine).Order());
        visitors.ForEach(visitor => visitor.Dispose());
    }

    [Fact]
    public async Task The_sixth_claim_without_opening_anything_is_refused_and_written_down_once()
    {
        using var me = await Visitor.SignedIn(Host);
        List<string> mine = [];
        for (var number = 0; number < Moderating.MostUnopened; number++)
            mine.Add(await Claimed(me, Grave));
        var next = await Host.Report(Grave, "words");

        foreach (var _ in mine)
            Assert.Equal("holds-enough", await Refused(me.Post($"cases/{next}/claim")));
        Assert.Single(await Audited(), "amina refused-claim");
        using (var opened = await me.Post($"cases/{mine[0]}/open"))
            Assert.Equal(HttpStatusCode.OK, opened.StatusCode);

        Assert.True((await Done(me.Post($"cases/{next}/claim"))).Held!.ByMe);
    }

    [Fact]
    public async Task The_forty_first_case_of_a_day_is_refused_and_written_down()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Claimed(me, Grave);
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO openings (moderator_id, day, report_id) VALUES ('m-1', @day, @id)",
            Enumerable.Range(1, Moderating.MostOpenedADay).Select(number => new { day = $"{Host.Clock.GetUtcNow():yyyy-MM-dd}", id = $"r{number}" }), transaction), CancellationToken.None);

        Assert.Equal("cap-reached", await Refused(me.Post($"cases/{report}/open"), HttpStatusCode.Forbidden));
        Host.Clock.Advance(TimeSpan.FromDays(1));
        using var again = await Visitor.SignedIn(Host, "m-2", "bek");
        Assert.Equal("not-yours", await Refused(again.Post($"cases/{report}/open"), HttpStatusCode.Forbidden));
        Assert.Equal(["amina claim", "amina cap-reached", "bek refused-open"], await Audited());
    }

    [Fact]
    public async Task A_filter_and_the_tally_say_what_is_there()
    {
        using var me = await Visitor.SignedIn(Host);
        var day = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
        var grave = await Host.Report(Grave, "words", day: day.AddDays(-4));
        var light = await Host.Report(new Facets { Methods = Methods.MoneyPromised, Deadline = Deadline.None }, "words", language: "tg");

        var all = await Listed(me);
        Assert.Equal([grave, light], all.Cases.Select(one => one.Id));
        Assert.Equal(new Queue.TallyView(2, 1, 1), all.Tally);
        Assert.Equal((20, 20, day.AddDays(-3), 3, "violence"), (all.Cases[0].Urgency, all.Cases[0].Rank, all.Cases[0].Due, all.Cases[0].OverdueDays, all.Cases[0].Type));
        Assert.Equal((1, 1, day.AddDays(10), 0, "money"), (all.Cases[1].Urgency, all.Cases[1].Rank, all.Cases[1].Due, all.Cases[1].OverdueDays, all.Cases[1].Type));
        foreach (var (query, found) in new[]
        {
            ("?overdue=true", grave), ("?language=tg", light), ("?region=siberia-far-east", grave), ("?region=other", light), ("?type=violence", grave),
            ("?type=money&language=tg&region=other&status=open&view=all&overdue=false&after=", light),
        })
            Assert.Equal([found], (await Listed(me, query)).Cases.Select(one => one.Id));
        Assert.Empty((await Listed(me, "?view=held")).Cases);
    }

    [Theory]
    [InlineData("view=theirs")]
    [InlineData("status=burnt")]
    [InlineData("region=siberia")]
    [InlineData("type=' OR 1=1 --")]
    [InlineData("overdue=perhaps")]
    [InlineData("language=%00")]
    public async Task A_name_that_there_is_not_is_refused(string query)
    {
        using var me = await Visitor.SignedIn(Host);
        using var answer = await me.Get($"{ConsolePaths.Api}/queue?{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("cases/0123/duplicate", "of")]
    [InlineData("me/passkeys/remove", "id")]
    [InlineData("team/removals", "id")]
    public async Task A_text_that_one_of_the_databases_cannot_look_for_is_refused(string path, string name)
    {
        using var me = await Visitor.SignedIn(Host);
        using var answer = await me.Post(path, new Dictionary<string, object> { ["fence"] = 1, ["version"] = 1, [name] = "a\0b" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public void A_bookmark_that_one_of_the_databases_cannot_look_for_is_none() =>
        Assert.Equal((true, true), (QueuePlace.Read("0.1.2026-01-01.a") is not null, QueuePlace.Read("0.1.2026-01-01.a\0") is null));

    [Theory]
    [InlineData("release")]
    [InlineData("accept")]
    [InlineData("duplicate")]
    public async Task An_act_that_does_not_say_under_which_claim_is_refused(string act)
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Claimed(me, Grave);
        using var answer = await me.Post($"cases/{report}/{act}", new { version = 2 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
