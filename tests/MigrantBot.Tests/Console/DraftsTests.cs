using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

public sealed class DraftsTests : ConsoleTest
{
    static (byte[] Body, byte[] Key) Seal(Visitor author, string report, string text, string id = "m1")
    {
        var made = Envelope.Seal(
            JsonSerializer.SerializeToUtf8Bytes(new { v = 1, text }), new Binding(report, id, Direction.Draft), [new(id, P256.PublicKeyOf(author.Box))], RandomNumberGenerator.Fill);
        return (made.Body, made.Keys[0].SealedKey);
    }

    static Task<HttpResponseMessage> Keep(Visitor visitor, string report, string text, long? fence = null) =>
        Seal(visitor, report, text) is var (body, key) ? visitor.Post($"cases/{report}/draft", new { fence, body, sealedKey = key }) : throw new InvalidOperationException();

    static async Task<long> SecondsLeft(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return (await answer.Content.ReadFromJsonAsync<Drafts.KeptView>())!.SecondsLeft;
    }

    static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return answer.StatusCode;
    }

    static async Task<string?> Read(Visitor visitor, string report)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/cases/{report}/draft");
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        var draft = (await answer.Content.ReadFromJsonAsync<Drafts.DraftView>())!;
        return JsonDocument.Parse(Envelope.Open(draft.Body, draft.SealedKey, new Binding(report, "m1", Direction.Draft), visitor.Box)).RootElement.GetProperty("text").GetString();
    }

    [Fact]
    public async Task A_draft_outlives_the_claim_and_is_opened_by_its_author()
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        var report = await Host.Report(new Facets(), "words");
        await Status(me.Post($"cases/{report}/claim"));
        Assert.Null(await Read(me, report));

        Assert.Equal(1200, await SecondsLeft(Keep(me, report, "We have read", await me.Fence(report))));
        Host.Clock.Advance(Moderating.Lease);

        Assert.Equal("We have read", await Read(me, report));
        Assert.True((await me.Case(report)).GetProperty("hasDraft").GetBoolean());
        Assert.Equal(0, await SecondsLeft(Keep(me, report, "We have read it", await me.Fence(report))));
        Assert.Equal("We have read it", await Read(me, report));
    }

    [Fact]
    public async Task Writing_renews_the_claim_and_writing_without_it_does_not()
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        var report = await Host.Report(new Facets(), "words");
        await Status(me.Post($"cases/{report}/claim"));
        var fence = await me.Fence(report);
        Host.Clock.Advance(Moderating.Lease - TimeSpan.FromSeconds(1));

        Assert.Equal(0, await SecondsLeft(Keep(me, report, "one")));
        Assert.Equal(0, await SecondsLeft(Keep(me, report, "two", fence - 1)));
        Assert.Equal(1200, await SecondsLeft(Keep(me, report, "three", fence)));
        Host.Clock.Advance(Moderating.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await me.Case(report)).GetProperty("held").GetProperty("secondsLeft").GetInt64());
    }

    [Fact]
    public async Task A_draft_is_seen_and_removed_by_its_author_alone()
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        using var other = await Visitor.SignedIn(Host, "m2", "bek");
        var report = await Host.Report(new Facets(), "words");
        await Keep(me, report, "mine");

        Assert.Null(await Read(other, report));
        Assert.False((await other.Case(report)).GetProperty("hasDraft").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, await Status(other.Post($"cases/{report}/draft/remove")));
        Assert.Equal("mine", await Read(me, report));
        Assert.Equal(HttpStatusCode.NoContent, await Status(me.Post($"cases/{report}/draft/remove")));
        Assert.Equal(HttpStatusCode.NoContent, await Status(me.Post($"cases/{report}/draft/remove")));
        Assert.Null(await Read(me, report));
    }

    [Fact]
    public async Task No_draft_is_kept_for_a_case_that_is_sealed_to_others_or_is_none()
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        using var other = await Visitor.SignedIn(Host, "m2", "bek");
        var report = await Host.Report(new Facets(), "words", onlyTo: "m2");
        Assert.Equal(HttpStatusCode.NotFound, await Status(Keep(me, report, "words")));
        Assert.Equal(HttpStatusCode.NotFound, await Status(Keep(me, Guid.NewGuid().ToString("N"), "words")));
        using var stranger = new Visitor(Host);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(Keep(stranger, report, "words")));
        Assert.Equal(0, await Count());
    }

    [Theory]
    [InlineData(9)]
    [InlineData(0)]
    public async Task A_draft_of_another_size_than_an_answer_may_have_is_refused(int steps)
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        var report = await Host.Report(new Facets(), "words");
        var (body, key) = Seal(me, report, "words");
        Assert.Equal(HttpStatusCode.Conflict, await Status(me.Post($"cases/{report}/draft", new { body = (byte[])[1, .. new byte[28 + steps * 2048]], sealedKey = key })));
        Assert.Equal(HttpStatusCode.Conflict, await Status(me.Post($"cases/{report}/draft", new { body, sealedKey = key[..^1] })));
        Assert.Equal(HttpStatusCode.Conflict, await Status(me.Post($"cases/{report}/draft", new { body, sealedKey = new byte[113] })));
        Assert.Equal(0, await Count());
    }

    [Fact]
    public async Task A_draft_goes_when_the_answer_is_sent()
    {
        using var me = await Visitor.SignedIn(Host, "m1");
        using var reporter = await Reporter.Tells(Host, "words");
        await Status(me.Post($"cases/{reporter.Report}/claim"));
        await Keep(me, reporter.Report, "Do not");

        Assert.Equal(HttpStatusCode.NoContent, await Status((await MadeReply.By(me, reporter.Report)).Post(me)));

        Assert.Equal(0, await Count());
        Assert.Equal(0, await Host.Database.Read(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'draft'"), CancellationToken.None));
    }

    Task<long> Count() => Host.Database.Read(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM drafts"), CancellationToken.None);
}
