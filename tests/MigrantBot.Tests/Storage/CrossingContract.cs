using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Storage;

/// <summary>Changes that take several reports, each in an order of its own, and meet: nobody hears of it, and nothing is lost.</summary>
public abstract class CrossingContract(TestDatabase home) : StorageContract(home)
{
    private protected const string Me = "m-1";
    private protected static readonly DateTimeOffset Begin = new(2026, 5, 1, 0, 5, 0, TimeSpan.Zero);

    /// <summary>The night before the begin has been counted.</summary>
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Write((connection, transaction) => connection.ExecuteAsync(
            $"INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('{Purge.Job}', '2026-04-30', '2026-04-30')", transaction: transaction), CancellationToken.None);
    }

    /// <summary>So long ago that the night looks at it, and not yet so long that it goes.</summary>
    private protected async Task Receive(string id)
    {
        await Database.Receive(id, new(2026, 1, 15));
        await Database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET active_on = received_on WHERE id = @id", new { id }, transaction), CancellationToken.None);
    }

    private protected static async Task Duplicate(Database database, string id, string original)
    {
        var (cases, deed) = (new CaseStore(database), new Deed(Me, Me, "duplicate", Begin));
        await cases.Claim(id, Me, Begin);
        await cases.Change(id, deed, async current => Moderating.Duplicate(current, await cases.Look(original, Me, CancellationToken.None), Me, current.Fence, Begin), CancellationToken.None);
    }

    private protected static Task<Night?> Pass(Database database, int day) => new Purge(database).Run(Begin.AddDays(day), CancellationToken.None);

    private protected Task<string[]> Ask(string sql) => Database.Read(async connection => (await connection.QueryAsync<string>(sql)).ToArray(), CancellationToken.None);

    static Task<PublicationRow?> Publish(Database database, int quarter) => new PublicationStore(database).Publish(
        Period.Read($"{2020 + (quarter / 4)}-Q{1 + (quarter % 4)}")!, Volume.Normal, _ => new("{}", "\r\n"), Begin, CancellationToken.None);

    [Fact]
    public async Task Duplicates_withdrawals_nights_and_quarters_go_past_each_other_in_two_processes()
    {
        const int rounds = 12;
        var other = await Another();
        for (var round = 0; round < rounds; round++)
        {
            // The later letters lie first.
            foreach (var letter in "hgfedcba")
                await Receive($"{round:00}-{letter}");
            string Of(char letter) => $"{round:00}-{letter}";
            var night = Pass(other, round);
            await Task.WhenAll(
                Duplicate(Database, Of('a'), Of('h')), Duplicate(other, Of('g'), Of('b')), Duplicate(Database, Of('c'), Of('f')), Duplicate(other, Of('b'), Of('a')),
                night, Publish(Database, round), Database.Withdraw($"lookup-{Of('f')}", new(2026, 5, 1)), other.Withdraw($"lookup-{Of('d')}", new(2026, 5, 1)));
            Assert.NotNull(await night);
        }
        Assert.Equal(rounds * 6, await Count("reports"));
        Assert.Equal(rounds, await Count("publications"));
        Assert.Empty(await Ask("SELECT q.report_id FROM queue q JOIN reports r ON r.id = q.report_id WHERE r.status = 'duplicate' OR q.status <> r.status OR q.turn <> r.turn"));
        Assert.Empty(await Ask("SELECT r.id FROM reports r JOIN reports o ON o.id = r.duplicate_of WHERE r.status = 'duplicate' AND o.status = 'duplicate' AND o.duplicate_of = r.id"));
        Assert.Empty(await Ask("SELECT id FROM reports WHERE duplicate_of IN (SELECT report_id FROM withdrawn)"));
    }
}

public sealed class CrossingOnSqliteTests() : CrossingContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CrossingOnPostgresTests(PostgresServer server) : CrossingContract(new PostgresTestDatabase(server))
{
    const string WhoWaits = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    static Task<int> Hold(DbConnection connection, DbTransaction transaction, string id) =>
        connection.ExecuteAsync("UPDATE reports SET version = version WHERE id = @id", new { id }, transaction);

    static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    Task Wait(int count) => Eventually.True(
        async () => await Database.Read(connection => connection.ExecuteScalarAsync<long>(WhoWaits), CancellationToken.None) == count,
        () => $"There are not {count} that wait for a lock.");

    [Fact]
    public async Task Of_two_changes_that_wait_for_each_other_both_are_done()
    {
        string[] ids = ["a", "b"];
        foreach (var id in ids)
            await Receive(id);
        TaskCompletionSource[] held = [Fresh(), Fresh()], ended = [Fresh(), Fresh()];
        var runs = 0;

        async Task<int> Cross(int mine, int theirs)
        {
            var tries = 0;
            var rows = await Database.Write(async (connection, transaction) =>
            {
                Interlocked.Increment(ref runs);
                // Who was broken off lets the other one end, so that they meet once.
                if (tries++ > 0)
                    await ended[theirs].Task;
                await Hold(connection, transaction, ids[mine]);
                held[mine].TrySetResult();
                await held[theirs].Task;
                return await connection.ExecuteAsync("UPDATE reports SET urgency = urgency + 1", transaction: transaction);
            }, CancellationToken.None);
            ended[mine].SetResult();
            return rows;
        }

        var changed = await Task.WhenAll(Cross(0, 1), Cross(1, 0));

        Assert.Equal([2, 2], changed);
        Assert.Equal(3, runs);
        Assert.Equal(["a 72", "b 72"], await Ask("SELECT id || ' ' || urgency FROM reports ORDER BY id"));
    }

    static async Task<bool> IsPrepared(Database database)
    {
        const int oftenEnough = 8;
        for (var times = 0; times < oftenEnough; times++)
            Assert.Null(await new LinkStore(database).Find("none", Begin, CancellationToken.None));
        return await database.Read(connection => connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM links%'"), CancellationToken.None) > 0;
    }

    [Fact]
    public async Task Statements_are_prepared_unless_the_operator_says_that_they_cannot_be()
    {
        Assert.True(await IsPrepared(Database));
        await using var behindAPooler = await Database.Open(Options with { ConnectionString = $"{Options.ConnectionString};Max Auto Prepare=0" }, CancellationToken.None);
        Assert.False(await IsPrepared(behindAPooler));
    }

    [Fact]
    public async Task What_was_prepared_for_a_table_goes_on_when_a_newer_release_gives_it_a_column()
    {
        Assert.True(await IsPrepared(Database));
        await (await Another()).Write((connection, transaction) => connection.ExecuteAsync(
            "ALTER TABLE links ADD COLUMN newer TEXT NULL", transaction: transaction), CancellationToken.None);

        Assert.Null(await new LinkStore(Database).Find("none", Begin, CancellationToken.None));
    }

    [Fact]
    public async Task A_duplicate_that_meets_the_night_waits_for_it_or_goes_first()
    {
        // The night takes them as they lie, and a duplicate by their ids.
        await Receive("b");
        await Receive("a");
        await new CaseStore(Database).Claim("a", Me, Begin);
        var somebody = await Another();
        var (isHeld, lets) = (Fresh(), Fresh());
        var holds = somebody.Write(async (connection, transaction) =>
        {
            await Hold(connection, transaction, "b");
            isHeld.SetResult();
            await lets.Task;
            return true;
        }, CancellationToken.None);

        await isHeld.Task;
        var night = Pass(await Another(), 0);
        await Wait(1);
        var duplicate = Duplicate(Database, "a", "b");
        await Wait(2);
        lets.SetResult();
        await Task.WhenAll(holds, night, duplicate);

        Assert.NotNull(await night);
        Assert.Equal(["a duplicate b", "b open "], await Ask("SELECT id || ' ' || status || ' ' || COALESCE(duplicate_of, '') FROM reports ORDER BY id"));
    }
}
