using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

public sealed class RepliesTests : ConsoleTest
{
    async Task<(Visitor Me, Reporter Reporter)> Holding()
    {
        var me = await Visitor.SignedIn(Host);
        var reporter = await Reporter.Tells(Host, "words");
        using var claimed = await me.Post($"cases/{reporter.Report}/claim");
        claimed.EnsureSuccessStatusCode();
        return (me, reporter);
    }

    static async Task<string?> Refusal(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal;
    }

    static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return answer.StatusCode;
    }

    Task<int> Remove(string moderator) => Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
        "UPDATE moderators SET status = 'removed' WHERE id = @moderator", new { moderator }, transaction), CancellationToken.None);

    [Fact]
    public async Task What_the_holder_answers_is_kept_for_the_reporter_and_for_every_holder_of_the_case()
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            Assert.Equal(HttpStatusCode.NoContent, await Status((await MadeReply.By(me, reporter.Report, "Do not sign.")).Post(me)));
            Assert.Equal("Do not sign.", reporter.Reads(Assert.Single(await reporter.Answers())));

            using var opened = await me.Post($"cases/{reporter.Report}/open");
            var reply = Assert.Single((await opened.Content.ReadFromJsonAsync<Cases.EnvelopeView[]>())!, one => one.Direction == 2);
            Assert.Equal("amina", reply.Author);
            Assert.NotNull(Envelope.Open(reply.Body, reply.SealedKey, new Binding(reporter.Report, reply.Id, Direction.Reply), me.Box));
            Assert.True(AuthorSignature.Verify(reply.SignKey, new Binding(reporter.Report, reply.Id, Direction.Reply), reply.Body, reply.Signature));

            await Status(me.Judge(reporter.Report, "release"));
            await Status(other.Post($"cases/{reporter.Report}/claim"));
            using var openedByOther = await other.Post($"cases/{reporter.Report}/open");
            var same = Assert.Single((await openedByOther.Content.ReadFromJsonAsync<Cases.EnvelopeView[]>())!, one => one.Direction == 2);
            Assert.NotNull(Envelope.Open(same.Body, same.SealedKey, new Binding(reporter.Report, same.Id, Direction.Reply), other.Box));
        }
    }

    [Fact]
    public async Task Nobody_answers_without_a_running_claim()
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var mine = await MadeReply.By(me, reporter.Report);
            Assert.Equal("held-by-somebody-else", await Refusal(mine.SignedBy(other).Post(other)));
            Assert.Equal("held-by-somebody-else", await Refusal(other.Get($"{ConsolePaths.Api}/cases/{reporter.Report}/recipients")));

            Host.Clock.Advance(Moderating.Lease);
            Assert.Equal("lease-over", await Refusal(mine.Post(me)));
            Assert.Equal("not-yours", await Refusal(mine.SignedBy(other).Post(other)));

            await Status(me.Post($"cases/{reporter.Report}/claim"));
            await Status(me.Judge(reporter.Report, "reject"));
            Assert.Equal("already-decided", await Refusal(mine.Post(me)));
            Assert.Empty(await reporter.Answers());
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task An_answer_with_the_fence_of_another_claim_is_late(int apart)
    {
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var reply = await MadeReply.By(me, reporter.Report);
            Assert.Equal("lease-over", await Refusal(reply.Post(me, await me.Fence(reporter.Report) + apart)));
            Assert.Empty(await reporter.Answers());
            Assert.Equal(HttpStatusCode.NoContent, await Status(reply.Post(me)));
        }
    }

    [Fact]
    public async Task A_reporter_without_a_receipt_cannot_be_answered()
    {
        using var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(new Facets(), "words");
        await Status(me.Post($"cases/{report}/claim"));
        Assert.Equal("no-receipt", await Refusal(me.Get($"{ConsolePaths.Api}/cases/{report}/recipients")));
        Assert.Equal("no-receipt", await Refusal(MadeReply.To([new Recipient("m-1", P256.PublicKeyOf(me.Box))], me, report, "words").Post(me)));
    }

    [Fact]
    public async Task A_case_sealed_to_others_only_is_not_there_to_be_answered()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        using var reporter = await Reporter.Tells(Host, "words", onlyTo: "m-2");
        Assert.Equal(HttpStatusCode.NotFound, await Status(me.Get($"{ConsolePaths.Api}/cases/{reporter.Report}/recipients")));
        Assert.Equal(HttpStatusCode.NotFound, await Status(MadeReply.To([new Recipient("m-1", P256.PublicKeyOf(me.Box))], me, reporter.Report, "words").Post(me)));
        using var stranger = new Visitor(Host);
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(stranger.Get($"{ConsolePaths.Api}/cases/{reporter.Report}/recipients")));
        Assert.Empty(await reporter.Answers());
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "no reporter", "keys-out-of-date" }, { "no holder", "keys-out-of-date" }, { "nobody", "keys-out-of-date" },
        { "one too many", "keys-out-of-date" }, { "one twice", "keys-out-of-date" },
        { "another id", "not-signed-by-you" }, { "a changed body", "not-signed-by-you" }, { "a changed signature", "not-signed-by-you" },
        { "somebody's signature", "not-signed-by-you" }, { "a signature of zeros", "not-signed-by-you" },
        { "three steps", "not-well-made" }, { "no step", "not-well-made" }, { "an odd length", "not-well-made" }, { "no body", "not-well-made" },
        { "version two", "not-well-made" }, { "a short key", "not-well-made" }, { "a long key", "not-well-made" }, { "a key that nobody made", "not-well-made" },
        { "a short signature", "not-well-made" }, { "a long signature", "not-well-made" }, { "an id in capitals", "not-well-made" }, { "an id with a bar", "not-well-made" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task An_answer_with_something_wrong_is_refused_and_nothing_is_stored(string what, string refusal)
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var right = await MadeReply.By(me, reporter.Report);
            Assert.Equal(["m-1", "m-2", "reporter"], right.Keys.Select(key => key.RecipientId).Order());
            MadeReply wrong = what switch
            {
                "no reporter" => right with { Keys = [.. right.Keys.Where(key => key.RecipientId != "reporter")] },
                "no holder" => right with { Keys = [.. right.Keys.Where(key => key.RecipientId != "m-2")] },
                "nobody" => right with { Keys = [] },
                "one too many" => right with { Keys = [.. right.Keys, right.Keys[0] with { RecipientId = "m-3" }] },
                "one twice" => right with { Keys = [.. right.Keys, right.Keys[0]] },
                "another id" => right with { Id = Guid.NewGuid().ToString("N") },
                "a changed body" => right with { Body = [.. right.Body[..^1], (byte)(right.Body[^1] ^ 1)] },
                "a changed signature" => right with { Signature = [.. right.Signature[..^1], (byte)(right.Signature[^1] ^ 1)] },
                "somebody's signature" => right.SignedBy(other),
                "a signature of zeros" => right with { Signature = new byte[64] },
                "three steps" => (right with { Body = [1, .. new byte[28 + 3 * 2048]] }).SignedBy(me),
                "no step" => (right with { Body = [1, .. new byte[28]] }).SignedBy(me),
                "an odd length" => (right with { Body = [.. right.Body, 0] }).SignedBy(me),
                "no body" => (right with { Body = [] }).SignedBy(me),
                "version two" => (right with { Body = [2, .. right.Body[1..]] }).SignedBy(me),
                "a short key" => right with { Keys = [right.Keys[0] with { SealedKey = right.Keys[0].SealedKey[..^1] }, .. right.Keys.Skip(1)] },
                "a long key" => right with { Keys = [right.Keys[0] with { SealedKey = [.. right.Keys[0].SealedKey, 0] }, .. right.Keys.Skip(1)] },
                "a key that nobody made" => right with { Keys = [right.Keys[0] with { SealedKey = new byte[113] }, .. right.Keys.Skip(1)] },
                "a short signature" => right with { Signature = right.Signature[1..] },
                "a long signature" => right with { Signature = [.. right.Signature, 0] },
                "an id in capitals" => (right with { Id = right.Id.ToUpperInvariant() }).SignedBy(me),
                "an id with a bar" => (right with { Id = $"{right.Id[..30]}|2" }).SignedBy(me),
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
            };
            Assert.Equal(refusal, await Refusal(wrong.Post(me)));
            Assert.Empty(await reporter.Answers());
            Assert.Equal(HttpStatusCode.NoContent, await Status(right.Post(me)));
        }
    }

    [Fact]
    public async Task An_answer_is_not_moved_to_another_case()
    {
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            using var another = await Reporter.Tells(Host, "other words");
            await Status(me.Post($"cases/{another.Report}/claim"));
            var reply = await MadeReply.By(me, reporter.Report);
            Assert.Equal("not-signed-by-you", await Refusal((reply with { Report = another.Report }).Post(me)));
            Assert.Empty(await another.Answers());
        }
    }

    [Fact]
    public async Task The_same_answer_twice_is_refused_and_kept_once()
    {
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var reply = await MadeReply.By(me, reporter.Report);
            Assert.Equal(HttpStatusCode.NoContent, await Status(reply.Post(me)));
            Assert.Equal("already-sent", await Refusal(reply.Post(me)));
            var changed = await MadeReply.By(me, reporter.Report, "Other words.");
            Assert.Equal("already-sent", await Refusal((changed with { Id = reply.Id }).SignedBy(me).Post(me)));
            Assert.Equal("Do not sign anything.", reporter.Reads(Assert.Single(await reporter.Answers())));
        }
    }

    [Fact]
    public async Task A_holder_who_was_removed_meanwhile_gets_no_key_and_the_answer_is_sealed_again()
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var early = await MadeReply.By(me, reporter.Report);
            await Remove("m-2");
            Assert.Equal("keys-out-of-date", await Refusal(early.Post(me)));
            Assert.Empty(await reporter.Answers());
            var anew = await MadeReply.By(me, reporter.Report);
            Assert.Equal(["m-1", "reporter"], anew.Keys.Select(key => key.RecipientId).Order());
            Assert.Equal(HttpStatusCode.NoContent, await Status(anew.Post(me)));
        }
    }

    [Fact]
    public async Task Who_can_read_only_what_was_added_answers_too_and_can_read_the_answer()
    {
        using var me = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        using var reporter = await Reporter.Tells(Host, "words", onlyTo: "m-2");
        await Host.Add(reporter.Report, "more words");
        await Status(me.Post($"cases/{reporter.Report}/claim"));

        var reply = await MadeReply.By(me, reporter.Report);
        Assert.Equal(["m-1", "m-2", "reporter"], reply.Keys.Select(key => key.RecipientId).Order());
        Assert.Equal(HttpStatusCode.NoContent, await Status(reply.Post(me)));
        Assert.NotNull(reporter.Reads(Assert.Single(await reporter.Answers())));
    }

    [Fact]
    public async Task An_answer_larger_than_any_page_of_ours_sends_is_not_even_read()
    {
        var (me, reporter) = await Holding();
        using (me)
        using (reporter)
        {
            var reply = await MadeReply.By(me, reporter.Report);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Status((reply with { Body = new byte[64 * 1024] }).Post(me)));
            Assert.Equal(HttpStatusCode.BadRequest, await Status(me.Post($"cases/{reporter.Report}/replies", new { id = reply.Id })));
            Assert.Equal(HttpStatusCode.BadRequest, await Status(me.Post($"cases/{reporter.Report}/replies", new { fence = 0, id = reply.Id, body = "*", signature = "", keys = Array.Empty<int>() })));
            foreach (var keys in new object?[] { null, new object?[] { null }, new object[] { new { recipientId = "m-1" } } })
                Assert.Contains(await Status(me.Post($"cases/{reporter.Report}/replies", new { fence = 0, id = reply.Id, body = reply.Body, signature = reply.Signature, keys })),
                    new[] { HttpStatusCode.BadRequest, HttpStatusCode.Conflict });
            Assert.Empty(await reporter.Answers());
        }
    }
}
