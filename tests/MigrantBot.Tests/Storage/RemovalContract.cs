using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>Whoever is removed has nothing left here that lets them in or lets them read, whatever was on its way to them.</summary>
public abstract class RemovalContract(TestDatabase home) : StorageContract(home)
{
    private protected static readonly DateTimeOffset Now = new(2026, 3, 13, 8, 0, 0, TimeSpan.Zero);
    private protected static readonly DateOnly Today = new(2026, 3, 13);

    private protected Removal Removal => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (id, handle) in new[] { ("m-1", "amina"), ("m-2", "karim"), ("m-3", "olim") })
            await new ModeratorStore(Database).Insert(Some.Moderator(id, handle), CancellationToken.None);
    }

    private protected Task<int> Run(string sql) =>
        Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    private protected Task<T?> Ask<T>(string sql) => Database.Read(connection => connection.ExecuteScalarAsync<T>(sql), CancellationToken.None);

    private protected static SealedReport Report(string id, params string[] readers)
    {
        var report = Some.ReportWithReceipt(id, $"e-{id}", $"lookup-{id}");
        return report with { Envelope = report.Envelope with { Keys = KeysOf([.. readers, "recovery"]) } };
    }

    private protected static SealedKey[] KeysOf(params string[] readers) => [.. readers.Select(reader => new SealedKey { RecipientId = reader, Key = [7] })];

    private protected Task<bool> Tell(string id, params string[] readers) => new ReportStore(Database).Insert(Report(id, readers), CancellationToken.None);

    private protected Task<bool> Remove(string id = "m-1") => Removal.Remove(id, "operator", Now, CancellationToken.None);

    private protected Task<long> KeysLeft(string of = "m-1") => Ask<long>($"SELECT COUNT(*) FROM envelope_keys WHERE recipient_id = '{of}'");

    [Fact]
    public async Task Everything_that_let_them_in_or_let_them_read_is_gone_and_nothing_of_others()
    {
        await Tell("a", "m-1", "m-2");
        await Database.Add(Some.Addition(report: "a") with { Keys = KeysOf("m-1", "m-2", "recovery") }, Today);
        foreach (var one in new[] { "m-1", "m-2" })
            await Run(
                $"""
                INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES ('s-{one}', '{one}', 9000000000000, 9000000000000);
                INSERT INTO links (token_hash, handle, moderator_id, expires_at) VALUES ('l-{one}', '{one}', '{one}', 9000000000000);
                INSERT INTO ceremonies (token_hash, kind, moderator_id, state, expires_at) VALUES ('c-{one}', 'add', '{one}', '', 9000000000000);
                INSERT INTO openings (moderator_id, day, report_id) VALUES ('{one}', '2026-03-13', 'a');
                INSERT INTO drafts (moderator_id, report_id, day, body, sealed_key) SELECT '{one}', 'a', '2026-03-13', wrapped_keys, wrapped_keys FROM moderators WHERE id = '{one}';
                """);

        Assert.True(await Remove());

        foreach (var table in new[] { "sessions", "links", "ceremonies", "openings", "drafts" })
            Assert.Equal("m-2", await Ask<string>($"SELECT moderator_id FROM {table}"));
        Assert.Equal((0, 1), (await Ask<long>("SELECT COUNT(*) FROM queue WHERE recipient_id = 'm-1'"), await Ask<long>("SELECT COUNT(*) FROM queue WHERE recipient_id = 'm-2'")));
        Assert.Equal((0, 2, 2), (await KeysLeft(), await KeysLeft("m-2"), await KeysLeft("recovery")));
        Assert.Equal(0, await Ask<long>("SELECT LENGTH(wrapped_keys) + LENGTH(kdf_salt) FROM moderators WHERE id = 'm-1'"));
        Assert.Equal(("removed", "2026-03-13"), (await Ask<string>("SELECT status FROM moderators WHERE id = 'm-1'"), await Ask<string>("SELECT removed_on FROM moderators WHERE id = 'm-1'")));
        Assert.Equal(Some.Moderator().SignKey, (await new ModeratorStore(Database).Find("m-1", CancellationToken.None))?.SignKey);
    }

    [Fact]
    public async Task The_case_that_they_held_is_free_at_once()
    {
        await Tell("a", "m-1", "m-2");
        await Run("UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000");

        await Remove();

        Assert.Equal((1, 2), (await Ask<long>("SELECT COUNT(*) FROM reports WHERE claimed_by IS NULL AND claim_until IS NULL"), await Ask<long>("SELECT version FROM reports")));
    }

    [Fact]
    public async Task It_is_written_down_once_and_a_second_time_does_nothing()
    {
        Assert.True(await Remove());
        Assert.False(await Remove());
        Assert.False(await Remove("nobody"));

        var row = Assert.Single((await new AuditLog(Database).Page(null, CancellationToken.None)).Rows);
        Assert.Equal(("operator", "remove", "amina"), (row.Actor, row.Action, row.Object));
    }

    [Fact]
    public async Task A_name_is_free_for_a_successor()
    {
        await Remove();
        Assert.True(await new ModeratorStore(Database).Insert(Some.Moderator("m-9"), CancellationToken.None));
    }

    [Fact]
    public async Task The_cases_that_nobody_else_here_can_open_are_counted_before()
    {
        await Tell("a", "m-1");
        await Tell("b", "m-1", "m-2");
        await Tell("c", "m-1", "m-3");
        await Tell("d", "m-1");
        await Tell("e", "m-2");
        await Run("UPDATE reports SET status = 'rejected' WHERE id = 'd'");
        await Remove("m-3");

        Assert.Equal((2, 1), (await Removal.WouldCloseForAll("m-1", CancellationToken.None), await Removal.WouldCloseForAll("m-2", CancellationToken.None)));
    }

    [Fact]
    public async Task Keys_that_were_drawn_before_and_arrive_after_are_not_stored_and_the_others_are()
    {
        await Tell("a", "m-1", "m-2");
        await Remove();

        Assert.True(await Tell("b", "m-1", "m-2"));
        Assert.True(await Database.Add(Some.Addition(report: "a") with { Keys = KeysOf("m-1", "m-2", "recovery") }, Today));

        Assert.Equal((0, 3), (await KeysLeft(), await KeysLeft("m-2")));
    }

    [Fact]
    public async Task What_nobody_but_the_removed_could_open_is_not_stored_but_drawn_anew()
    {
        await Remove();

        await Assert.ThrowsAsync<System.Data.DBConcurrencyException>(() => Tell("b", "m-1"));

        Assert.Equal((0, 0, 0), (await Count("reports"), await Count("envelopes"), await Count("envelope_keys")));
    }

    [Fact]
    public async Task While_many_tell_and_add_and_answer_no_key_slips_past_a_removal()
    {
        var processes = new[] { Database, await Another(), await Another() };
        await Tell("told", "m-1", "m-2");
        var told = Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            new ReportStore(processes[number % 3]).Insert(Report($"r-{number}", "m-1", "m-2", "m-3"), CancellationToken.None)));
        var added = Enumerable.Range(0, 40).Select(number => Task.Run(() =>
            processes[number % 3].Add(Some.Addition($"a-{number}", "told") with { Keys = KeysOf("m-1", "m-2", "recovery") }, Today)));
        var removed = Task.Run(() => new Removal(processes[1]).Remove("m-1", "operator", Now, CancellationToken.None));

        Assert.All(await Task.WhenAll([.. told, .. added]), Assert.True);
        Assert.True(await removed);

        Assert.Equal((0, 81), (await KeysLeft(), await KeysLeft("m-2")));
    }

    [Fact]
    public async Task The_night_takes_away_what_was_still_on_its_way_to_somebody_removed()
    {
        await Remove();
        await Run("INSERT INTO drafts (moderator_id, report_id, day, body, sealed_key) SELECT id, 'a', '2026-03-13', box_key, box_key FROM moderators");
        await Run("INSERT INTO openings (moderator_id, day, report_id) SELECT id, '2026-03-13', 'a' FROM moderators");

        await new Purge(Database).Run(Now.AddDays(1), CancellationToken.None);

        Assert.Equal((2, 2), (await Count("drafts"), await Ask<long>("SELECT COUNT(*) FROM drafts WHERE moderator_id <> 'm-1'")));
    }
}

public sealed class RemovalOnSqliteTests() : RemovalContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class RemovalOnPostgresTests(PostgresServer server) : RemovalContract(new PostgresTestDatabase(server))
{
    Task SomebodyWaits() => Journeys.Eventually.True(
        async () => await Ask<long>("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") > 0,
        () => "Nobody waits for the other.");

    [Fact]
    public async Task A_removal_waits_for_words_that_are_being_added_to_the_very_case_that_they_hold()
    {
        await Tell("a", "m-1", "m-2");
        await Run("UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000");
        var other = await Another();
        Task<bool>? removal = null;

        await Database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE reports SET version = version + 1 WHERE id = 'a'", transaction: transaction);
            removal = new Removal(other).Remove("m-1", "operator", Now, CancellationToken.None);
            await SomebodyWaits();
            return await EnvelopeStore.InsertOnce(connection, transaction, Some.Addition(report: "a") with { Keys = KeysOf("m-1", "m-2") });
        }, CancellationToken.None);

        Assert.True(await removal!);
        Assert.Equal((0, 2), (await KeysLeft(), await KeysLeft("m-2")));
        Assert.Null(await Ask<string>("SELECT claimed_by FROM reports"));
    }

    [Fact]
    public async Task Who_opens_a_case_in_the_midst_of_their_removal_waits_for_it_and_gets_nothing()
    {
        await Tell("a", "m-1", "m-2");
        await Run("UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000");
        var other = await Another();
        Task<Delivery>? opened = null;

        Assert.True(await Database.Write(async (connection, transaction) =>
        {
            await Database.HoldKeys(connection, transaction);
            opened = new CaseStore(other).Open("a", new Deed("m-1", "amina", "open", Now), CancellationToken.None);
            await SomebodyWaits();
            return await Removal.Remove(connection, transaction, "m-1", "operator", request: null, Now);
        }, CancellationToken.None));

        Assert.Equal(new Delivery.Refused(Refusal.NotYours), await opened!);
    }

    [Fact]
    public async Task A_report_that_comes_in_the_midst_of_a_removal_waits_and_then_leaves_the_removed_out()
    {
        var other = await Another();
        // The statement is known to the server from before: a plan that was kept must look anew, too.
        for (var warm = 0; warm < 8; warm++)
            await new ReportStore(other).Insert(Report($"warm-{warm}", "m-1", "m-2"), CancellationToken.None);
        Task<bool>? told = null;

        await Database.Write(async (connection, transaction) =>
        {
            await Database.HoldKeys(connection, transaction);
            told = Task.Run(() => new ReportStore(other).Insert(Report("a", "m-1", "m-2"), CancellationToken.None));
            await SomebodyWaits();
            return await Removal.Remove(connection, transaction, "m-1", "operator", request: null, Now);
        }, CancellationToken.None);

        Assert.True(await told!);
        Assert.Equal((0, 9), (await KeysLeft(), await KeysLeft("m-2")));
    }

    [Fact]
    public async Task Who_claims_in_the_midst_of_their_own_removal_holds_nothing()
    {
        await Tell("a", "m-1", "m-2");
        var other = await Another();
        Task<Decision?>? claimed = null;

        await Database.Write(async (connection, transaction) =>
        {
            await Database.HoldKeys(connection, transaction);
            claimed = Task.Run(() => new CaseStore(other).Claim("a", "m-1", Now));
            await SomebodyWaits();
            return await Removal.Remove(connection, transaction, "m-1", "operator", request: null, Now);
        }, CancellationToken.None);

        Assert.Null(await claimed!);
        Assert.Null(await Ask<string>("SELECT claimed_by FROM reports"));
    }

    [Fact]
    public async Task Keys_that_come_alone_in_the_midst_of_a_removal_wait_and_are_left_out()
    {
        await Tell("a", "m-2");
        var other = await Another();
        Task<bool>? added = null;

        await Database.Write(async (connection, transaction) =>
        {
            await Database.HoldKeys(connection, transaction);
            added = Task.Run(() => other.Write((second, within) =>
                EnvelopeStore.InsertOnce(second, within, Some.Addition(report: "a") with { Keys = KeysOf("m-1", "m-2") }), CancellationToken.None));
            await SomebodyWaits();
            return await Removal.Remove(connection, transaction, "m-1", "operator", request: null, Now);
        }, CancellationToken.None);

        Assert.True(await added!);
        Assert.Equal((0, 2), (await KeysLeft(), await KeysLeft("m-2")));
    }
}
