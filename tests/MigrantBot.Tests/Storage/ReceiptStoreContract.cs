using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class ReceiptStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 3, 10);

    ReceiptStore Store => new(Database);
    CaseStore Cases => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await new ReportStore(Database).Insert(Some.ReportWithReceipt(), CancellationToken.None);
    }

    Task<ReceiptRow?> Find(DateTimeOffset? at = null) => Store.Find("lookup-1", at ?? Now, CancellationToken.None);

    Task<Decision?> Change(Func<Case, Decision> decide) => Cases.Change("report-1", "m-1", decide, Today, CancellationToken.None);

    Task<Decision?> Claim() => Change(current => Moderating.Claim(current, "m-1", Now));

    async Task Reply(string id = "reply-01-first")
    {
        await Claim();
        Assert.Null(await new CaseworkStore(Database).Reply(new("m-1", "amina", "reply", Now), await Database.Fence("report-1"), Some.Reply(id), CancellationToken.None));
    }

    Task<bool> Add(SealedEnvelope addition, DateOnly? day = null) => Database.Add(addition, day ?? new DateOnly(2026, 3, 12));

    Task<T?> Stored<T>(string column) => Database.Read(
        connection => connection.ExecuteScalarAsync<T>($"SELECT {column} FROM reports WHERE id = 'report-1'"), CancellationToken.None);

    [Fact]
    public async Task What_others_told_waits_again_when_the_case_that_it_was_laid_to_is_taken_back()
    {
        foreach (var id in new[] { "report-2", "report-3" })
            await new ReportStore(Database).Insert(Some.ReportWithReceipt(id, $"e-{id}", $"l-{id}"), CancellationToken.None);
        foreach (var id in new[] { "report-2", "report-3" })
        {
            await Cases.Claim(id, "m-1", Now);
            var original = await Cases.Look("report-1", "m-1", CancellationToken.None);
            await Cases.Change(id, "m-1", current => Moderating.Duplicate(current, original, "m-1", current.Fence, Now), Today, CancellationToken.None);
        }
        await Cases.Change("report-3", "m-1", current => Moderating.Reopen(current, "m-1", Now), Today, CancellationToken.None);
        await Cases.Change("report-3", "m-1", current => Moderating.Reject(current, "m-1", current.Fence, Now), Today, CancellationToken.None);

        await Database.Withdraw("lookup-1", Today.AddDays(1));

        Assert.Equal(["report-2 open 2026-03-11 none", "report-3 rejected 2026-03-10 none"], await Database.Read(connection => connection.QueryAsync<string>(
            "SELECT id || ' ' || status || ' ' || waits_since || ' ' || COALESCE(duplicate_of, 'none') FROM reports ORDER BY id"), CancellationToken.None));
        Assert.Equal("report-2", Assert.Single(await Database.Queue("m-1")).Id);
    }

    [Fact]
    public async Task A_receipt_finds_its_report_and_nothing_else_does()
    {
        Assert.Equivalent(
            new ReceiptRow
            {
                ReportId = "report-1", Status = "open", IsClaimed = 0, ReceivedOn = new(2026, 3, 9), ActiveOn = new(2026, 3, 9), Urgency = 70,
            }, await Find(), strict: true);
        Assert.Null(await Store.Find("lookup-2", Now, CancellationToken.None));
    }

    [Fact]
    public async Task A_report_is_being_read_only_while_the_claim_runs()
    {
        await Claim();

        Assert.Equal(1, (await Find())?.IsClaimed);
        Assert.Equal(0, (await Find(Now + Moderating.Lease))?.IsClaimed);
    }

    [Fact]
    public async Task The_recipients_are_those_of_the_report_and_not_of_what_followed()
    {
        await Add(Some.Addition(recipients: "m-7"));

        Assert.Equal(["m-1", "recovery"], await Store.Recipients("report-1", CancellationToken.None));
        Assert.Empty(await Store.Recipients("report-2", CancellationToken.None));
    }

    [Fact]
    public async Task Added_words_open_a_decided_case_again_and_count_its_age_anew()
    {
        await Claim();
        await Change(current => Moderating.Accept(current, "m-1", current.Fence, Now));

        Assert.True(await Add(Some.Addition()));

        Assert.Equal(("open", new DateOnly(2026, 3, 12)), ((await Find())?.Status, (await Find())?.ActiveOn));
        Assert.Null(await Stored<string>("closed_on"));
        Assert.Equal("report-1", Assert.Single(await Database.Queue("m-1")).Id);
    }

    [Fact]
    public async Task The_same_addition_again_adds_nothing_and_does_not_open_the_case_again()
    {
        await Add(Some.Addition());
        await Claim();
        await Change(current => Moderating.Reject(current, "m-1", current.Fence, Now));

        Assert.True(await Add(Some.Addition(), new DateOnly(2026, 3, 20)));

        Assert.Equal((2, 3), (await Count("envelopes"), await Count("envelope_keys")));
        Assert.Equal(("rejected", new DateOnly(2026, 3, 12)), ((await Find())?.Status, (await Find())?.ActiveOn));
    }

    [Fact]
    public async Task Of_many_attempts_to_add_the_same_words_at_once_one_stays()
    {
        var databases = new[] { Database, await Another() };

        var added = await Task.WhenAll(Enumerable.Range(0, 8).Select(attempt => Task.Run(() =>
            databases[attempt % 2].Add(Some.Addition(), Today))));

        Assert.All(added, Assert.True);
        Assert.Equal((2, 3), (await Count("envelopes"), await Count("envelope_keys")));
    }

    [Fact]
    public async Task Nothing_is_added_to_a_report_that_is_gone()
    {
        await Database.Withdraw("lookup-1", Today);

        Assert.False(await Add(Some.Addition()));
        Assert.Equal(0, await Count("envelopes"));
    }

    [Fact]
    public async Task A_clock_that_was_set_back_does_not_make_a_report_older()
    {
        await Add(Some.Addition(), new DateOnly(1970, 1, 1));

        Assert.Equal(new DateOnly(2026, 3, 9), (await Find())?.ActiveOn);
    }

    [Fact]
    public async Task Taking_back_deletes_every_row_of_the_report_and_no_other()
    {
        await new ReportStore(Database).Insert(Some.ReportWithReceipt("report-2", "envelope-2", "lookup-2"), CancellationToken.None);
        await Add(Some.Addition());
        await Reply();

        Assert.True(await Database.Withdraw("lookup-1", Today));

        Assert.Equal((1, 1, 1, 2), (await Count("reports"), await Count("report_facets"), await Count("envelopes"), await Count("envelope_keys")));
        Assert.NotNull(await Store.Find("lookup-2", Now, CancellationToken.None));
        Assert.Null(await Find());
        Assert.Empty(await Store.Replies("report-1", CancellationToken.None));
        Assert.Equal("report-1 2026-03-10", await Database.Read(
            connection => connection.ExecuteScalarAsync<string>("SELECT report_id || ' ' || day FROM withdrawn"), CancellationToken.None));
    }

    [Fact]
    public async Task Taking_back_what_is_unknown_or_gone_changes_nothing()
    {
        Assert.False(await Database.Withdraw("lookup-2", Today));
        Assert.True(await Database.Withdraw("lookup-1", Today));
        Assert.False(await Database.Withdraw("lookup-1", Today));

        Assert.Equal(1, await Count("withdrawn"));
    }

    [Fact]
    public async Task A_reply_lies_ready_with_its_key_its_signature_and_its_authors_key()
    {
        await Reply();

        var reply = Assert.Single(await Store.Replies("report-1", CancellationToken.None));

        Assert.Equivalent(
            new ReplyRow { Id = "reply-01-first", Day = Today, Body = [1, 5], SealedKey = [6], Author = "m-1", Signature = [2, 2], SignKey = [4, 2] }, reply, strict: true);
        Assert.Equal(Today, (await Find())?.ActiveOn);
    }

    [Theory]
    [InlineData("DELETE FROM moderators")]
    [InlineData("UPDATE envelopes SET author = 'stranger' WHERE direction = 2")]
    [InlineData("UPDATE envelopes SET author = NULL, signature = NULL WHERE direction = 2")]
    public async Task A_reply_by_nobody_who_moderates_has_no_key_to_check_it_with(string meddling)
    {
        await Reply();
        await Database.Write((connection, transaction) => connection.ExecuteAsync(meddling, transaction: transaction), CancellationToken.None);

        Assert.Null(Assert.Single(await Store.Replies("report-1", CancellationToken.None)).SignKey);
    }

    [Fact]
    public async Task A_reply_is_deleted_by_the_first_letters_of_its_id_and_by_its_receipt_only()
    {
        await Reply("reply-01-first");
        await Reply("reply-02-second");

        Assert.False(await Database.DeleteReply("lookup-2", "reply-01", Today));
        Assert.True(await Database.DeleteReply("lookup-1", "reply-0", Today));
        Assert.Equal(2, (await Store.Replies("report-1", CancellationToken.None)).Count);

        Assert.True(await Database.DeleteReply("lookup-1", "reply-01", Today.AddDays(1)));
        Assert.True(await Database.DeleteReply("lookup-1", "reply-01", Today.AddDays(1)));

        Assert.Equal("reply-02-second", Assert.Single(await Store.Replies("report-1", CancellationToken.None)).Id);
        Assert.Equal((2, 4), (await Count("envelopes"), await Count("envelope_keys")));
        Assert.Equal(Today.AddDays(1), (await Find())?.ActiveOn);
    }

    [Fact]
    public async Task Neither_the_report_nor_an_addition_is_deleted_as_a_reply()
    {
        await Add(Some.Addition("addition-1"));

        await Database.DeleteReply("lookup-1", "addition", Today);
        await Database.DeleteReply("lookup-1", "envelope", Today);

        Assert.Equal(2, await Count("envelopes"));
    }
}

public sealed class ReceiptStoreOnSqliteTests() : ReceiptStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ReceiptStoreOnPostgresTests(PostgresServer server) : ReceiptStoreContract(new PostgresTestDatabase(server));
