using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>A database in which an older version of this program has worked.</summary>
public abstract class OldRowsContract(TestDatabase home) : StorageContract(home)
{
    const string Rows =
        """
        INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, closed_on, version)
        VALUES ('r-1', '2026-01-02', 'uz', 12, 'violence.now', 'open', NULL, 1), ('r-2', '2026-01-03', 'tg', 1, 'x', 'accepted', '2026-02-05', 3),
               ('r-3', '2026-01-04', 'tg', 1, 'x', 'rejected', '2026-02-06', 3), ('r-4', '2026-01-05', 'ru', 16, 'x', 'open', NULL, 1),
               ('r-5', '2025-12-31', 'ru', 1, 'x', 'accepted', '2026-01-10', 3), ('r-6', '2025-12-31', 'ru', 1, 'x', 'accepted', '2026-01-11', 3),
               ('r-7', '2026-02-07', 'ru', 1, 'x', 'accepted', '2026-02-06', 3);
        INSERT INTO report_facets (report_id, who, happened, region, place, actor, methods, stage, citizenship, russian_passport, deadline)
        VALUES ('r-1', 'self', 'now', 'moscow', 'police', 'police', 'violence', 'pressed', 'uz', 'no', 'hours'),
               ('r-4', 'self', 'now', 'far-east', 'police', 'police', 'deception planted-evidence', 'pressed', 'uz', 'no', 'hours'),
               ('r-5', 'self', 'now', 'war-zone', 'police', 'employer', 'debt-or-wages forged-signature', 'pressed', 'unsaid', 'no', 'hours'),
               ('r-6', 'self', 'now', 'outside-russia', 'police', 'other', 'unsaid', 'pressed', 'kz', 'no', 'hours'),
               ('r-7', 'self', 'now', 'unsaid', 'police', 'military', 'papers-refused', 'pressed', 'other', 'no', 'hours');
        INSERT INTO envelopes (id, report_id, direction, day, body) VALUES ('e-1', 'r-1', 0, '2026-01-02', @body), ('e-4', 'r-4', 0, '2026-01-05', @body);
        INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key) VALUES ('e-1', 'm-1', @body), ('e-4', 'm-2', @body), ('e-4', 'recovery', @body);
        """;

    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    public override async Task InitializeAsync()
    {
        await OpenEmpty();
        await Migrator.Migrate(Database, [Migration.Embedded()[0]], CancellationToken.None);
        await Database.Write((connection, transaction) => connection.ExecuteAsync(Rows, new { body = new byte[] { 1 } }, transaction), CancellationToken.None);
        await Migrator.Migrate(Database, CancellationToken.None);
    }

    [Fact]
    public async Task A_report_of_before_goes_on_where_it_was()
    {
        var cases = new CaseStore(Database);
        var row = Assert.Single(await Database.Queue("m-1"));
        Assert.Equal(("r-1", 0L, null, null), (row.Id, row.Flood, row.OpenedOn, row.ReporterKey));

        await cases.Change("r-1", "m-1", current => Moderating.Claim(current, "m-1", Now), new DateOnly(2026, 3, 10), CancellationToken.None);

        Assert.Equal([1], Assert.Single(await cases.Deliver("r-1", "m-1", Now, CancellationToken.None)).Body);
    }

    [Fact]
    public async Task The_age_of_old_reports_counts_from_their_last_day_and_decided_ones_were_opened()
    {
        var rows = await Database.Read(connection => connection.QueryAsync<string>(
            "SELECT id || ' ' || active_on || ' ' || COALESCE(opened_on, 'unopened') FROM reports ORDER BY id"), CancellationToken.None);

        Assert.Equal(["r-1 2026-01-02 unopened", "r-2 2026-02-05 2026-02-05", "r-3 2026-02-06 2026-02-06", "r-4 2026-01-05 unopened", "r-5 2026-01-10 2026-01-10", "r-6 2026-01-11 2026-01-11", "r-7 2026-02-06 2026-02-06"], rows);
    }

    [Fact]
    public async Task What_was_decided_keeps_its_verdict_and_what_was_accepted_is_closed()
    {
        var rows = await Database.Read(connection => connection.QueryAsync<string>(
            "SELECT id || ' ' || status || ' ' || verdict || ' ' || verdict_on FROM reports WHERE verdict IS NOT NULL ORDER BY id"), CancellationToken.None);
        Assert.Equal(
            [
                "r-2 closed accepted 2026-02-05", "r-3 rejected rejected 2026-02-06", "r-5 closed accepted 2026-01-10", "r-6 closed accepted 2026-01-11",
                "r-7 closed accepted 2026-02-06",
            ], rows);
    }

    [Fact]
    public async Task The_queue_is_filled_and_put_in_order_as_the_program_would_do_it()
    {
        await new Purge(Database).Order(new(2026, 1, 4, 8, 0, 0, TimeSpan.Zero), CancellationToken.None);
        var migrated = await Queued();
        Assert.False(await Database.Read(QueueRows.AreInAnOlderOrder, CancellationToken.None));
        Assert.Equal([" r-1", " r-4", "m-1 r-1", "m-2 r-4"], migrated.Select(row => string.Join(' ', row.Split(' ')[..2])));
        await Database.Write(async (connection, transaction) =>
        {
            for (var number = 1; number <= 4; number++)
                await QueueRows.Refresh(connection, transaction, $"r-{number}", new(2026, 1, 4));
            return true;
        }, CancellationToken.None);
        Assert.Equal(await Queued(), migrated);
    }

    [Fact]
    public async Task What_was_accepted_is_counted_as_the_program_would_count_it()
    {
        var migrated = await Database.Counted();
        Assert.Equal(
            [
                "r-2 2026-01 other other unsaid other", "r-5 2025-12 war-zone deception unsaid private", "r-6 2026-01 other other kz other",
                "r-7 2026-02 other documents other military",
            ], migrated);
        await Database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("UPDATE reports SET counted_in = NULL", transaction: transaction);
            for (var number = 1; number <= 7; number++)
                await CountedRows.Refresh(connection, transaction, $"r-{number}");
            return true;
        }, CancellationToken.None);
        Assert.Equal(migrated, await Database.Counted());
    }

    Task<string[]> Queued() => Database.Read(async connection => (await connection.QueryAsync<string>(
        """
        SELECT recipient_id || ' ' || report_id || ' ' || status || ' ' || flood || ' ' || turn || ' ' || waits_since || ' ' || level || ' ' || unread || ' ' || language || ' ' || region || ' ' || type
        FROM queue ORDER BY recipient_id, report_id
        """)).ToArray(), CancellationToken.None);
}

public sealed class OldRowsOnSqliteTests() : OldRowsContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class OldRowsOnPostgresTests(PostgresServer server) : OldRowsContract(new PostgresTestDatabase(server));
