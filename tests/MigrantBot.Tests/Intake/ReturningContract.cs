using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>One report, <see cref="Known"/> its receipt; what is told of it, and what a wrong receipt costs.</summary>
public abstract class ReturningContract(TestDatabase home) : StorageContract(home), IDisposable
{
    const string ReportId = "0da35d055f722ee8a2fb8d5c04e7f189";
    static readonly Pepper Pepper = new(new byte[Pepper.Length]);
    static readonly ChatKey Chat = ChatKey.Of(1);
    static readonly Receipt Known = Receipt.Of(572);

    readonly FakeTime time = new();
    readonly Logbook<ReturningReplies> log = new();
    readonly Author amina = new("m-1");
    readonly Author bek = new("m-2");
    int derivations;

    CountingDatabase Counting { get; set; } = null!;
    Returning Returning { get; set; } = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Counting = new(Database);
        Returning = new(new ReceiptStore(Counting), new ReturningReplies(new ReceiptStore(Counting), Some.Trial(Counting), log), Derive, time);
        await amina.Enrol(Database);
        await bek.Enrol(Database);
        await Tell(ReportId, Known);
    }

    public void Dispose()
    {
        Returning.Dispose();
        amina.Dispose();
        bek.Dispose();
        GC.SuppressFinalize(this);
    }

    ReceiptKeys Derive(Receipt receipt)
    {
        Interlocked.Increment(ref derivations);
        return ReceiptKeys.Derive(Pepper, receipt.Reveal());
    }

    async Task Tell(string report, Receipt receipt)
    {
        using var keys = ReceiptKeys.Derive(Pepper, receipt.Reveal());
        Assert.True(await new ReportStore(Database).Insert(
            Some.Report(report, $"e{report}") with { ReceiptLookup = keys.Lookup, ReporterKey = keys.PublicKey }, CancellationToken.None));
    }

    static byte[] ReporterKey(Receipt receipt)
    {
        using var keys = ReceiptKeys.Derive(Pepper, receipt.Reveal());
        return keys.PublicKey;
    }

    Task<Found> Find(Receipt receipt, ChatKey? chat, string? shows = null) => Returning.Find(receipt, chat, shows, CancellationToken.None);

    async Task<Found.Case> Find() => Assert.IsType<Found.Case>(await Find(Known, Chat));

    async Task<string[]> Shown() => [.. (await Find()).Replies.Select(reply => reply.Words.Reveal())];

    Task<bool> Put(SealedEnvelope reply) => Database.Write(async (connection, transaction) =>
    {
        await EnvelopeStore.Insert(connection, transaction, reply);
        return true;
    }, CancellationToken.None);

    Task<int> Meddle(string sql, object? with = null) =>
        Database.Write((connection, transaction) => connection.ExecuteAsync(sql, with, transaction), CancellationToken.None);

    [Fact]
    public async Task The_right_receipt_finds_the_report_from_a_chat_and_from_the_web()
    {
        var found = await Find();
        Assert.Equal(Standing.Waiting, found.Standing);
        Assert.Equal(new DateOnly(2026, 3, 9), found.ReceivedOn);
        Assert.Equal(new DateOnly(2026, 11, 21), found.LookAgainOn);
        Assert.Empty(found.Replies);
        Assert.IsType<Found.Case>(await Find(Known, null));
    }

    [Fact]
    public async Task A_claimed_report_is_being_read()
    {
        await new CaseStore(Database).Change(
            ReportId, "m-1", current => Moderating.Claim(current, "m-1", time.GetUtcNow()), new DateOnly(2026, 11, 20), CancellationToken.None);
        Assert.Equal(Standing.BeingRead, (await Find()).Standing);
        time.Advance(Moderating.Lease);
        Assert.Equal(Standing.Waiting, (await Find()).Standing);
    }

    [Fact]
    public async Task A_slip_of_the_finger_costs_neither_a_try_nor_any_work()
    {
        var digits = Known.Reveal();
        for (var place = 0; place < digits.Length; place++)
            Assert.Null(Receipt.Read($"{digits[..place]}{(digits[place] - '0' + 1) % 10}{digits[(place + 1)..]}"));
        Assert.Equal(0, derivations);
        await Find();
    }

    [Fact]
    public async Task The_sixth_wrong_receipt_is_not_looked_at_and_an_hour_later_it_is()
    {
        for (var number = 0; number < 5; number++)
            Assert.IsType<Found.Nothing>(await Find(Receipt.Of((UInt128)number), Chat));
        Assert.IsType<Found.TooOften>(await Find(Receipt.Of(5), Chat));
        Assert.IsType<Found.TooOften>(await Find(Known, Chat));
        Assert.Equal(5, derivations);

        Assert.IsType<Found.Case>(await Find(Known, ChatKey.Of(2)));
        time.Advance(TimeSpan.FromHours(1));
        Assert.IsType<Found.Case>(await Find(Known, Chat));
    }

    [Fact]
    public async Task A_right_receipt_after_wrong_ones_is_found_and_right_ones_cost_nothing()
    {
        for (var number = 0; number < 4; number++)
            await Find(Receipt.Of((UInt128)number), Chat);
        for (var number = 0; number < 10; number++)
            Assert.IsType<Found.Case>(await Find(Known, Chat));
        Assert.IsType<Found.Nothing>(await Find(Receipt.Of(4), Chat));
        Assert.IsType<Found.TooOften>(await Find(Known, Chat));
    }

    [Fact]
    public async Task However_many_are_wrong_on_the_web_or_in_Telegram_the_right_one_is_found()
    {
        foreach (var hour in Enumerable.Range(0, 2))
        {
            for (var number = 0; number < ReturningTries.MostOfAll + 10; number++, time.Advance(ReturningLane.Rest))
            {
                Assert.IsType<Found.Nothing>(await Find(Receipt.Of((UInt128)number), null));
                Assert.IsType<Found.Nothing>(await Find(Receipt.Of((UInt128)number), ChatKey.Of(10 + number)));
            }
            Assert.IsType<Found.Case>(await Find(Known, null));
            Assert.IsType<Found.Case>(await Find(Known, Chat));
            Assert.IsType<Found.Case>(await Find(Known, ChatKey.Of(10 + hour)));
            time.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task Where_many_are_wrong_each_waits_a_moment_after_the_one_before()
    {
        for (var number = 0; number < ReturningTries.MostOfAll; number++)
            Assert.IsType<Found.Nothing>(await Find(Receipt.Of((UInt128)number), null));
        var next = Find(Known, null);
        await time.SomebodyWaits(ReturningLane.Rest);
        Assert.Equal((false, ReturningTries.MostOfAll), (next.IsCompleted, derivations));
        time.Advance(ReturningLane.Rest);
        Assert.IsType<Found.Case>(await next.WaitAsync(Patience.Long));
    }

    [Fact]
    public async Task Unknown_and_withdrawn_are_the_same_answer_for_the_same_work()
    {
        var withdrawn = Receipt.Of(573);
        await Tell("f0", withdrawn);
        using (var keys = ReceiptKeys.Derive(Pepper, withdrawn.Reveal()))
            Assert.True(await Database.Withdraw(keys.Lookup, new DateOnly(2026, 11, 20)));

        async Task<(Found, int, int)> Cost(Receipt receipt)
        {
            var (before, reads) = (derivations, Counting.Reads);
            return (await Find(receipt, Chat), derivations - before, Counting.Reads - reads);
        }

        Assert.Equal((new Found.Nothing(), 1, 1), await Cost(Receipt.Of(574)));
        Assert.Equal((new Found.Nothing(), 1, 1), await Cost(withdrawn));
        await Cost(withdrawn);
        await Cost(withdrawn);
        await Cost(Receipt.Of(574));
        Assert.Equal((new Found.TooOften(), 0, 0), await Cost(withdrawn));
        Assert.Equal((new Found.TooOften(), 0, 0), await Cost(Receipt.Of(574)));

        for (var number = 0; number < ReturningTries.MostOfAll; number++, time.Advance(ReturningLane.Rest))
            await Find(Receipt.Of((UInt128)number), ChatKey.Of(10 + number));
        foreach (var (other, number) in new[] { Receipt.Of(574), withdrawn }.Zip([2L, 3L]))
        {
            var (before, reads) = (derivations, Counting.Reads);
            time.Advance(ReturningLane.Rest);
            Assert.Equal((new Found.Nothing(), 1, 1), (await Find(other, ChatKey.Of(number)), derivations - before, Counting.Reads - reads));
        }
    }

    [Fact]
    public async Task A_failure_of_ours_costs_no_try()
    {
        Counting.Fails = true;
        for (var number = 0; number < 6; number++)
            await Assert.ThrowsAsync<IOException>(() => Find(Known, Chat));
        Counting.Fails = false;
        Assert.IsType<Found.Case>(await Find(Known, Chat));
    }

    [Fact]
    public async Task Replies_that_moderators_signed_are_shown_in_their_order_also_when_the_moderator_has_left_since()
    {
        await Put(amina.Reply(ReportId, "00000000000000000000000000000001", "Не подписывайте.", ReporterKey(Known)));
        await Put(bek.Reply(ReportId, "00000000000000000000000000000002", "Позвоните.", ReporterKey(Known)));
        await Meddle("UPDATE moderators SET status = 'removed' WHERE id = 'm-2'");

        var replies = (await Find()).Replies;

        Assert.Equal(["Не подписывайте.", "Позвоните."], replies.Select(reply => reply.Words.Reveal()));
        Assert.Equal(("00000000000000000000000000000001", new DateOnly(2026, 11, 20)), (replies[0].Id, replies[0].Day));
        Assert.Empty(log.Lines);
    }

    public static TheoryData<string> Forgeries => new(
        "UPDATE envelopes SET signature = NULL WHERE direction = 2",
        "UPDATE envelopes SET author = NULL WHERE direction = 2",
        "UPDATE envelopes SET author = 'm-2' WHERE direction = 2",
        "UPDATE envelopes SET author = 'stranger' WHERE direction = 2",
        "UPDATE envelopes SET id = 'f0000000000000000000000000000000' WHERE direction = 2; UPDATE envelope_keys SET envelope_id = 'f0000000000000000000000000000000' WHERE recipient_id = 'reporter'",
        "UPDATE envelopes SET id = 'a|b' WHERE direction = 2; UPDATE envelope_keys SET envelope_id = 'a|b' WHERE recipient_id = 'reporter'",
        "UPDATE envelopes SET id = '' WHERE direction = 2; UPDATE envelope_keys SET envelope_id = '' WHERE recipient_id = 'reporter'",
        "UPDATE moderators SET sign_key = (SELECT sign_key FROM moderators WHERE id = 'm-2') WHERE id = 'm-1'",
        "DELETE FROM moderators WHERE id = 'm-1'");

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_reply_that_no_moderator_signed_for_this_place_is_not_shown_and_raises_one_alarm(string meddling)
    {
        await Put(amina.Reply(ReportId, "00000000000000000000000000000001", "Come to this address.", ReporterKey(Known)));
        Assert.Equal(["Come to this address."], await Shown());

        await Meddle(meddling);
        Assert.Empty(await Shown());
        Assert.Empty(await Shown());

        AssertOneAlarm();
    }

    [Fact]
    public async Task A_reply_that_was_put_there_by_hand_is_not_shown_and_the_true_one_beside_it_is()
    {
        using var outsider = new Author("m-1");
        await Put(amina.Reply(ReportId, "00000000000000000000000000000001", "True.", ReporterKey(Known)));
        await Put(outsider.Reply(ReportId, "00000000000000000000000000000002", "Come to this address.", ReporterKey(Known)));

        Assert.Equal(["True."], await Shown());
        AssertOneAlarm();
    }

    [Fact]
    public async Task A_true_reply_that_was_moved_to_another_report_is_not_shown_there()
    {
        var other = Receipt.Of(573);
        await Tell("f0", other);
        await Put(amina.Reply("f0", "00000000000000000000000000000001", "For the other.", ReporterKey(Known)));
        await Meddle("UPDATE envelopes SET report_id = @ReportId WHERE direction = 2", new { ReportId });

        Assert.Empty(await Shown());
        AssertOneAlarm();
    }

    [Fact]
    public async Task A_flipped_bit_in_body_key_or_signature_is_not_shown()
    {
        var whole = amina.Reply(ReportId, "00000000000000000000000000000001", "text", ReporterKey(Known));
        await Put(whole);
        var key = whole.Keys[0].Key;
        foreach (var at in (int[])[0, 5, 20, whole.Body.Length - 1])
            await IsNotShown(Flip(whole.Body, at), key, whole.Signature!);
        foreach (var at in (int[])[0, 30, 70, key.Length - 1])
            await IsNotShown(whole.Body, Flip(key, at), whole.Signature!);
        foreach (var at in (int[])[0, 31, 32, 63])
            await IsNotShown(whole.Body, key, Flip(whole.Signature!, at));
        await IsNotShown(whole.Body[..100], key, whole.Signature!);
        await IsNotShown([], [], []);
        AssertOneAlarm();

        await Replace(whole.Body, key, whole.Signature!);
        Assert.Equal(["text"], await Shown());
    }

    [Fact]
    public async Task The_day_on_which_a_reply_was_shown_is_kept_once_a_day_and_outlives_the_reply()
    {
        await Put(amina.Reply(ReportId, "00000000000000000000000000000001", "text", ReporterKey(Known)));
        await Find(Known, Chat);
        await Find(Known, Chat, shows: "ffffffff");
        Assert.Equal((null, 0), (await TakenOn(), Counting.Writes));

        await Find(Known, Chat, shows: "00000000");
        await Find(Known, null, shows: "00000000");
        Assert.Equal(("2026-11-20", 1), (await TakenOn(), Counting.Writes));

        time.Advance(TimeSpan.FromDays(1));
        await Find(Known, null, shows: "00000000");
        Assert.Equal(("2026-11-21", 2), (await TakenOn(), Counting.Writes));

        using var keys = ReceiptKeys.Derive(Pepper, Known.Reveal());
        await Database.Write((connection, transaction) => ReceiptStore.DeleteReply(connection, transaction, keys.Lookup, "00000000", new(2026, 11, 21)), CancellationToken.None);
        await Find(Known, null, shows: "00000000");
        Assert.Equal(("2026-11-21", 2), (await TakenOn(), Counting.Writes));
    }

    [Fact]
    public async Task A_forged_reply_was_not_shown()
    {
        using var outsider = new Author("m-1");
        await Put(outsider.Reply(ReportId, "00000000000000000000000000000001", "Come to this address.", ReporterKey(Known)));
        await Find(Known, Chat, shows: "00000000");
        Assert.Equal((null, 0), (await TakenOn(), Counting.Writes));
    }

    Task<string?> TakenOn() => Database.Read(connection => connection.ExecuteScalarAsync<string>("SELECT reply_taken_on FROM reports"), CancellationToken.None);

    [Theory]
    [InlineData("""{"v":2,"text":"a"}""")]
    [InlineData("""{"v":1,"text":""}""")]
    [InlineData("text")]
    public async Task What_is_signed_but_no_reply_is_not_shown(string json)
    {
        await Put(amina.Sealed(ReportId, "00000000000000000000000000000001", json, ReporterKey(Known)));
        Assert.Empty(await Shown());
        AssertOneAlarm();
    }

    [Fact]
    public async Task What_is_sealed_to_others_only_is_not_the_reporters()
    {
        await Put(amina.Reply(ReportId, "00000000000000000000000000000001", "text", ReporterKey(Receipt.Of(573))));
        Assert.Empty(await Shown());
        AssertOneAlarm();
    }

    [Fact]
    public async Task Each_forged_reply_raises_an_alarm_of_its_own()
    {
        using var outsider = new Author("m-1");
        for (var number = 1; number <= 3; number++)
            await Put(outsider.Reply(ReportId, $"0000000000000000000000000000000{number}", "text", ReporterKey(Known)));
        Assert.Empty(await Shown());
        Assert.Empty(await Shown());
        Assert.Equal(3, log.Lines.Count);
    }

    async Task IsNotShown(byte[] body, byte[] key, byte[] signature)
    {
        await Replace(body, key, signature);
        Assert.Empty(await Shown());
    }

    async Task Replace(byte[] body, byte[] key, byte[] signature)
    {
        await Meddle("UPDATE envelopes SET body = @body, signature = @signature WHERE direction = 2", new { body, signature });
        await Meddle("UPDATE envelope_keys SET sealed_key = @key WHERE recipient_id = 'reporter'", new { key });
    }

    void AssertOneAlarm()
    {
        var alarm = Assert.Single(log.Lines);
        Assert.StartsWith("Critical: A reply in the database was not signed by a moderator", alarm, StringComparison.Ordinal);
        Assert.DoesNotContain("0000", alarm, StringComparison.Ordinal);
        Assert.DoesNotContain(ReportId[..4], alarm, StringComparison.Ordinal);
    }

    static byte[] Flip(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 1;
        return flipped;
    }
}

public sealed class ReturningOnSqliteTests() : ReturningContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ReturningOnPostgresTests(PostgresServer server) : ReturningContract(new PostgresTestDatabase(server));
