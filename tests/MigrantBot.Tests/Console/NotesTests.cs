using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

public sealed class NotesTests : ConsoleTest
{
    static readonly Facets Told = new() { Region = Region.Moscow, Methods = Methods.Violence, Deadline = Deadline.Hours, Stage = Stage.Pressed };

    async Task<(Visitor Me, string Report)> Holding()
    {
        var me = await Visitor.SignedIn(Host);
        var report = await Host.Report(Told, "words");
        using var claimed = await me.Post($"cases/{report}/claim");
        claimed.EnsureSuccessStatusCode();
        return (me, report);
    }

    static async Task<HttpStatusCode> Status(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        return answer.StatusCode;
    }

    static async Task<string?> Refusal(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal;
    }

    static async Task<JsonElement> Shown(Task<HttpResponseMessage> call)
    {
        using var answer = await call;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    static async Task<Cases.EnvelopeView[]> Notes(Visitor visitor, string report)
    {
        using var opened = await visitor.Post($"cases/{report}/open");
        return [.. (await opened.Content.ReadFromJsonAsync<Cases.EnvelopeView[]>())!.Where(one => one.Direction == 3)];
    }

    static async Task<HttpResponseMessage> Weigh(Visitor visitor, string report, int urgency, MadeReply? note = null, long? fence = null, long? version = null)
    {
        var (shown, reason) = (await visitor.Case(report), note ?? await MadeReply.Note(visitor, report));
        return await visitor.Post($"cases/{report}/urgency", new
        {
            fence = fence ?? await visitor.Fence(report),
            version = version ?? shown.GetProperty("version").GetInt64(),
            urgency,
            note = reason.AsReason(),
        });
    }

    static async Task<HttpResponseMessage> Correct(Visitor visitor, string report, object facets, MadeReply? note = null)
    {
        var (shown, reason) = (await visitor.Case(report), note ?? await MadeReply.Note(visitor, report));
        return await visitor.Post($"cases/{report}/facets", new
        {
            fence = await visitor.Fence(report), version = shown.GetProperty("version").GetInt64(), facets, note = reason.AsReason(),
        });
    }

    Task<long> Count(string what) => Host.Database.Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {what}"), CancellationToken.None);

    [Fact]
    public async Task A_note_is_read_and_believed_by_whoever_holds_the_case_next_and_by_no_reporter()
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        using var me = await Visitor.SignedIn(Host);
        using var reporter = await Reporter.Tells(Host, "words");
        await Status(me.Post($"cases/{reporter.Report}/claim"));

        var note = await MadeReply.Note(me, reporter.Report, "Same centre as on Monday.");
        Assert.Equal(["m-1", "m-2"], note.Keys.Select(key => key.RecipientId).Order());
        Assert.Equal(HttpStatusCode.NoContent, await Status(note.Post(me)));

        await Status(me.Judge(reporter.Report, "release"));
        await Status(other.Post($"cases/{reporter.Report}/claim"));
        var read = Assert.Single(await Notes(other, reporter.Report));
        Assert.Equal(("amina", "note"), (read.Author, read.Act));
        var place = new Binding(reporter.Report, read.Id, Direction.Note);
        Assert.True(AuthorSignature.Verify(read.SignKey, place, read.Body, read.Signature));
        Assert.Equal("Same centre as on Monday.", JsonDocument.Parse(Envelope.Open(read.Body, read.SealedKey, place, other.Box)!).RootElement.GetProperty("text").GetString());
        Assert.Empty(await reporter.Answers());
    }

    [Fact]
    public async Task Nobody_notes_weighs_or_corrects_in_a_case_that_is_not_theirs()
    {
        var (me, report) = await Holding();
        using (me)
        {
            using var other = await Visitor.SignedIn(Host, "m-2", "bek");
            var note = await MadeReply.Note(me, report);
            foreach (var (visitor, status) in new[] { (other, HttpStatusCode.NotFound), (new Visitor(Host), HttpStatusCode.Unauthorized) })
            {
                Assert.Equal(status, await Status(visitor.Get($"{ConsolePaths.Api}/cases/{report}/readers")));
                Assert.Equal(status, await Status(note.SignedBy(visitor).Post(visitor, fence: 1)));
                foreach (var path in new[] { "urgency", "facets" })
                    Assert.Equal(status, await Status(visitor.Post(
                        $"cases/{report}/{path}", new { fence = 1, version = 2, urgency = 1, facets = new { region = "south" }, note = note.AsReason() })));
            }
            Assert.Equal(0, await Count("envelopes WHERE direction = 3"));
        }
    }

    [Fact]
    public async Task Nothing_is_written_without_the_running_claim_or_by_the_fence_of_another()
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, report) = await Holding();
        using (me)
        {
            var note = await MadeReply.Note(me, report);
            var fence = await me.Fence(report);
            Assert.Equal("held-by-somebody-else", await Refusal(note.SignedBy(other).Post(other, fence)));
            Assert.Equal("lease-over", await Refusal(note.Post(me, fence - 1)));
            Assert.Equal("lease-over", await Refusal(Weigh(me, report, 2, note, fence + 1)));

            // Lost and taken again: a page that was left open writes late.
            Host.Clock.Advance(Moderating.Lease);
            Assert.Equal("lease-over", await Refusal(note.Post(me, fence)));
            await Status(other.Post($"cases/{report}/claim"));
            await Status(other.Judge(report, "release"));
            await Status(me.Post($"cases/{report}/claim"));
            Assert.Equal("lease-over", await Refusal(note.Post(me, fence)));
            Assert.Equal(0, await Count("envelopes WHERE direction = 3"));
            Assert.Equal(HttpStatusCode.NoContent, await Status(note.Post(me)));
        }
    }

    [Theory]
    [InlineData("sealed to a stranger", "keys-out-of-date")]
    [InlineData("sealed to the reporter", "keys-out-of-date")]
    [InlineData("without a holder", "keys-out-of-date")]
    [InlineData("somebody's signature", "not-signed-by-you")]
    [InlineData("signed as an answer", "not-signed-by-you")]
    [InlineData("three steps", "not-well-made")]
    [InlineData("a short key", "not-well-made")]
    public async Task A_note_with_something_wrong_is_refused_alone_and_as_a_reason(string what, string refusal)
    {
        using var other = await Visitor.SignedIn(Host, "m-2", "bek");
        var (me, report) = await Holding();
        using (me)
        {
            var right = await MadeReply.Note(me, report);
            var wrong = what switch
            {
                "sealed to a stranger" => right with { Keys = [.. right.Keys, right.Keys[0] with { RecipientId = "m-3" }] },
                "sealed to the reporter" => right with { Keys = [.. right.Keys, right.Keys[0] with { RecipientId = "reporter" }] },
                "without a holder" => right with { Keys = [.. right.Keys.Where(key => key.RecipientId != "m-2")] },
                "somebody's signature" => right.SignedBy(other),
                "signed as an answer" => right with { Signature = (right with { Direction = Direction.Reply }).SignedBy(me).Signature },
                "three steps" => (right with { Body = [1, .. new byte[28 + 3 * 2048]] }).SignedBy(me),
                "a short key" => right with { Keys = [right.Keys[0] with { SealedKey = right.Keys[0].SealedKey[1..] }, .. right.Keys.Skip(1)] },
                _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
            };
            Assert.Equal(refusal, await Refusal(wrong.Post(me)));
            Assert.Equal(refusal, await Refusal(Weigh(me, report, 1, wrong)));
            Assert.Equal(refusal, await Refusal(Correct(me, report, new { region = "south" }, wrong)));

            var shown = await me.Case(report);
            Assert.Equal((20, "moscow"), (shown.GetProperty("urgency").GetInt64(), shown.GetProperty("facets").GetProperty("region").GetString()));
            Assert.Equal(0, await Count("envelopes WHERE direction = 3"));
        }
    }

    [Fact]
    public async Task A_note_is_stored_once_and_says_what_it_is()
    {
        var (me, report) = await Holding();
        using (me)
        {
            var note = await MadeReply.Note(me, report);
            Assert.Equal("not-well-made", await Refusal(me.Post(
                $"cases/{report}/notes", new { fence = await me.Fence(report), act = "accept", id = note.Id, body = note.Body, signature = note.Signature, keys = note.Keys })));
            Assert.Equal(HttpStatusCode.NoContent, await Status(note.Post(me)));
            Assert.Equal("already-sent", await Refusal(note.Post(me)));
            Assert.Equal("already-sent", await Refusal(Weigh(me, report, 1, note)));
            Assert.Equal(1, await Count("envelopes WHERE direction = 3"));
            Assert.Equal(1, await Count("audit WHERE action = 'note'"));
        }
    }

    [Fact]
    public async Task Urgency_is_overruled_with_a_reason_in_one_step_and_within_its_bounds()
    {
        var (me, report) = await Holding();
        using (me)
        {
            var shown = await Shown(Weigh(me, report, 3));
            Assert.Equal((3, "amina"), (shown.GetProperty("urgency").GetInt64(), shown.GetProperty("urgencyBy").GetString()));
            Assert.Equal("urgency", Assert.Single(await Notes(me, report)).Act);
            Assert.Equal(1, await Count("audit WHERE action = 'urgency' AND actor = 'amina'"));

            foreach (var urgency in new[] { 0, 21, -1 })
                Assert.Equal("not-well-made", await Refusal(Weigh(me, report, urgency)));
            Assert.Equal("read-again", await Refusal(Weigh(me, report, 5, version: shown.GetProperty("version").GetInt64() - 1)));
            Assert.Equal(1, await Count("envelopes WHERE direction = 3"));
        }
    }

    [Fact]
    public async Task A_correction_moves_the_case_in_the_queue()
    {
        var (me, report) = await Holding();
        using (me)
        {
            var shown = await Shown(Correct(me, report, new Dictionary<string, string> { ["region"] = "far-east", ["methods"] = "money-promised", ["deadline"] = "none", ["russian-passport"] = "no" }));
            Assert.Equal(("far-east", "no", "pressed"), (
                shown.GetProperty("facets").GetProperty("region").GetString(), shown.GetProperty("facets").GetProperty("russian-passport").GetString(),
                shown.GetProperty("facets").GetProperty("stage").GetString()));
            Assert.Equal((2, "pressed.none", "money"), (
                shown.GetProperty("urgency").GetInt64(), shown.GetProperty("urgencyReason").GetString(), shown.GetProperty("type").GetString()));
            var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
            var turn = Precedence.Of(CaseStatus.Open, urgency: 2, isUnread: true, today, today);
            Assert.Equal(1, await Count($"queue WHERE recipient_id = 'm-1' AND region = 'siberia-far-east' AND type = 'money' AND turn = {turn}"));
            Assert.Equal("correct", Assert.Single(await Notes(me, report)).Act);
        }
    }

    [Fact]
    public async Task Names_that_are_not_in_the_code_list_are_named_and_nothing_is_corrected()
    {
        var (me, report) = await Holding();
        using (me)
        {
            using var answer = await Correct(me, report, new Dictionary<string, string?>
            {
                ["region"] = "mars", ["stage"] = "Signed", ["methods"] = "violence violins", ["who"] = "self", ["names"] = "x", ["when"] = null, ["place"] = "",
            });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal(["methods", "names", "place", "region", "stage", "when"], (await answer.Content.ReadFromJsonAsync<MigrantBot.Console.Notes.UnknownView>())!.Unknown);
            Assert.Equal("not-well-made", await Refusal(Correct(me, report, new { })));
            Assert.Equal("unsaid", (await me.Case(report)).GetProperty("facets").GetProperty("who").GetString());
            Assert.Equal(0, await Count("envelopes WHERE direction = 3"));
        }
    }

    [Fact]
    public async Task A_case_without_facets_is_not_corrected()
    {
        var (me, report) = await Holding();
        using (me)
        {
            await Host.Database.Write((connection, transaction) => connection.ExecuteAsync("DELETE FROM report_facets", transaction: transaction), CancellationToken.None);
            Assert.Equal("facets-gone", await Refusal(Correct(me, report, new { region = "south" })));
            Assert.Equal(0, await Count("envelopes WHERE direction = 3"));
        }
    }

    [Fact]
    public async Task A_call_that_leaves_out_what_it_must_say_is_no_call()
    {
        var (me, report) = await Holding();
        using (me)
        {
            var note = await MadeReply.Note(me, report);
            foreach (var (path, content) in new (string, object)[]
            {
                ("notes", new { act = "note", id = note.Id, body = note.Body, signature = note.Signature, keys = note.Keys }),
                ("urgency", new { fence = 1, version = 2, urgency = 3 }),
                ("urgency", new { fence = 1, version = 2, urgency = 3, note = new { id = note.Id } }),
                ("facets", new { fence = 1, version = 2, note = note.AsReason() }),
                ("facets", new { fence = 1, version = 2, facets = "region", note = note.AsReason() }),
            })
                Assert.Equal(HttpStatusCode.BadRequest, await Status(me.Post($"cases/{report}/{path}", content)));
        }
    }
}
