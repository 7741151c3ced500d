using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What a moderator gets to read and may answer.</summary>
public abstract class RepliesContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 13, 8, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 3, 13);

    CaseStore Store => new(Database);
    CaseworkStore Casework => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await new ModeratorStore(Database).Insert(Some.Moderator("m-2", "bek"), CancellationToken.None);
        await new ModeratorStore(Database).Insert(Some.Moderator("m-3", "removed") with { Status = "removed" }, CancellationToken.None);
        var report = Some.ReportWithReceipt();
        await new ReportStore(Database).Insert(
            report with { Envelope = report.Envelope with { Keys = [.. report.Envelope.Keys, Key("m-2"), Key("m-3")] } }, CancellationToken.None);
    }

    static SealedKey Key(string recipient) => new() { RecipientId = recipient, Key = [3] };

    Task<Decision?> Claim(string me = "m-1", DateTimeOffset? at = null) =>
        Store.Change("report-1", me, current => Moderating.Claim(current, me, at ?? Now), Today, CancellationToken.None);

    /// <summary>As the author of the reply, by the claim that there is.</summary>
    async Task<Refusal?> Reply(SealedEnvelope? reply = null, DateTimeOffset? at = null, long older = 0)
    {
        var sent = reply ?? Some.Reply();
        return await Casework.Reply(new(sent.Author ?? "m-1", "amina", "reply", at ?? Now), await Database.Fence(sent.ReportId) - older, sent, CancellationToken.None);
    }

    /// <summary>How often a reply was written down.</summary>
    Task<long> Written() => Database.Read(
        connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM audit WHERE action = 'reply'"), CancellationToken.None);

    Task<CaseRow?> Case() => Store.Find("report-1", "m-1", CancellationToken.None);

    Task<IReadOnlyList<DeliveredEnvelope>> Deliver(string me = "m-1", DateTimeOffset? at = null) => Store.Deliver("report-1", me, at ?? Now, CancellationToken.None);

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    [Fact]
    public async Task Only_the_holder_of_a_running_claim_answers()
    {
        Assert.Equal(Refusal.LeaseOver, await Reply());
        await Claim();

        Assert.Equal(Refusal.LeaseOver, await Reply(Some.Reply(author: "m-2")));
        Assert.Equal(Refusal.LeaseOver, await Reply(at: Now + Moderating.Lease));
        Assert.Equal(Refusal.LeaseOver, await Reply(older: 1));
        Assert.Equal((1, 0), (await Count("envelopes"), await Written()));

        Assert.Null(await Reply());
        Assert.Equal((2, 1), (await Count("envelopes"), await Written()));
    }

    [Fact]
    public async Task The_same_reply_again_is_one_reply_also_when_the_claim_is_over()
    {
        await Claim();

        Assert.Null(await Reply());
        Assert.Null(await Reply(at: Now + 2 * Moderating.Lease));

        Assert.Equal((2, 5, 1), (await Count("envelopes"), await Count("envelope_keys"), await Written()));
    }

    [Theory]
    [InlineData("envelope-1")]
    [InlineData("addition-1")]
    public async Task A_reply_takes_the_place_of_no_other_text(string id)
    {
        await Database.Add(Some.Addition(), Today);
        await Claim();

        Assert.Equal(Refusal.AlreadySent, await Reply(Some.Reply(id)));

        Assert.Equal(2, await Count("envelopes"));
    }

    [Fact]
    public async Task Nobody_answers_a_decided_case_or_a_reporter_without_a_receipt()
    {
        await new ReportStore(Database).Insert(Some.Report("report-2", "envelope-2"), CancellationToken.None);
        await Store.Change("report-2", "m-1", current => Moderating.Claim(current, "m-1", Now), Today, CancellationToken.None);
        Assert.Equal(Refusal.NoReceipt, await Reply(Some.Reply(report: "report-2")));

        await Claim();
        await Store.Change("report-1", "m-1", current => Moderating.Reject(current, "m-1", current.Fence, Now), Today, CancellationToken.None);
        Assert.Equal(Refusal.LeaseOver, await Reply());
    }

    [Fact]
    public async Task A_reply_without_an_author_or_a_signature_is_a_mistake_of_the_program()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Reply(Some.Reply() with { Author = null }));
        await Assert.ThrowsAsync<ArgumentException>(() => Reply(Some.Reply() with { Signature = null }));
        await Assert.ThrowsAsync<ArgumentException>(() => Reply(Some.Addition()));
        await Assert.ThrowsAsync<ArgumentException>(() => Casework.Reply(new("m-2", "bek", "reply", Now), 1, Some.Reply(), CancellationToken.None));
    }

    [Fact]
    public async Task A_reply_and_a_verdict_count_the_age_of_a_report_anew()
    {
        await Claim();
        await Reply();
        Assert.Equal("2026-03-13", await ActiveOn());

        await Store.Change("report-1", "m-1", current => Moderating.Accept(current, "m-1", current.Fence, Now), Today.AddDays(3), CancellationToken.None);
        Assert.Equal("2026-03-16", await ActiveOn());
    }

    [Fact]
    public async Task Taking_and_giving_back_a_case_does_not_make_it_younger()
    {
        await Claim();
        await Store.Change("report-1", "m-1", current => Moderating.Release(current, "m-1", current.Fence, Now), Today, CancellationToken.None);

        Assert.Equal("2026-03-09", await ActiveOn());
    }

    [Fact]
    public async Task The_holders_of_a_report_are_known_to_one_another_as_long_as_they_are_active()
    {
        await Database.Add(Some.Addition(recipients: ["m-1", "m-2"]), Today);

        Assert.Equal(["m-1", "m-2"], await Store.Holders("report-1", "m-1", CancellationToken.None));
        Assert.Empty(await Store.Holders("report-1", "m-9", CancellationToken.None));
    }

    [Fact]
    public async Task A_case_tells_whether_its_reporter_can_be_answered()
    {
        await new ReportStore(Database).Insert(Some.Report("report-2", "envelope-2"), CancellationToken.None);

        var queue = await Database.Queue("m-1");

        Assert.Equal([("report-1", true), ("report-2", false)], queue.Select(row => (row.Id, row.ReporterKey is not null)));
        Assert.Equal([4, 9], (await Case())?.ReporterKey);
    }

    [Fact]
    public async Task The_holder_gets_what_was_added_and_what_was_answered()
    {
        await Database.Add(Some.Addition(), Today);
        await Claim();
        await Reply();

        var delivered = await Deliver();

        Assert.Equal([("envelope-1", 0L, null), ("addition-1", 1L, null), ("reply-01-first", 2L, "m-1")], delivered.Select(one => (one.Id, one.Direction, one.Author)));
        Assert.Equal(["07", "09", "07"], delivered.Select(one => Convert.ToHexString(one.SealedKey)));
    }

    [Fact]
    public async Task Words_are_opened_by_who_gets_them_and_unopened_again_by_new_ones()
    {
        await Run("UPDATE reports SET warned_on = '2026-03-01'");
        await Deliver();
        Assert.Equal((null, new DateOnly(2026, 3, 1)), ((await Case())?.OpenedOn, (await Case())?.WarnedOn));

        await Claim();
        await Deliver();
        Assert.Equal((Today, null), ((await Case())?.OpenedOn, (await Case())?.WarnedOn));

        await Database.Add(Some.Addition(), Today);
        Assert.Null((await Case())?.OpenedOn);
    }

    [Fact]
    public async Task Who_gets_only_a_part_of_the_words_has_not_opened_them()
    {
        await Database.Add(Some.Addition(recipients: "m-2"), Today);
        await Claim();

        Assert.Single(await Deliver());
        Assert.Null((await Case())?.OpenedOn);

        await Claim("m-2", Now + Moderating.Lease);
        Assert.Equal(2, (await Deliver("m-2", Now + Moderating.Lease)).Count);
        Assert.Equal(Today, (await Case())?.OpenedOn);
    }

    [Fact]
    public async Task A_reply_ends_the_news_that_one_was_lost()
    {
        await Run("UPDATE reports SET reply_lost_on = '2026-03-01'");
        Assert.Equal(new DateOnly(2026, 3, 1), (await Case())?.ReplyLostOn);

        await Claim();
        await Reply();

        Assert.Null((await Case())?.ReplyLostOn);
    }

    Task<string?> ActiveOn() => Database.Read(
        connection => connection.ExecuteScalarAsync<string>("SELECT active_on FROM reports WHERE id = 'report-1'"), CancellationToken.None);
}

public sealed class RepliesOnSqliteTests() : RepliesContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class RepliesOnPostgresTests(PostgresServer server) : RepliesContract(new PostgresTestDatabase(server));
