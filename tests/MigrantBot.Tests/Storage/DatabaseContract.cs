using System.Data.Common;
using Dapper;

namespace MigrantBot.Tests.Storage;

/// <summary>What every store relies upon.</summary>
public abstract class DatabaseContract(TestDatabase home) : StorageContract(home)
{
    [Fact]
    public async Task A_finished_write_is_there_for_another_process()
    {
        await Database.InsertLink("a");

        Assert.Equal(["a"], await (await Another()).Links());
    }

    [Fact]
    public async Task A_change_that_throws_is_undone_whole_and_its_exception_comes_out()
    {
        var failing = Database.Write<int>(async (connection, transaction) =>
        {
            await PlainRows.InsertLink(connection, transaction, "a");
            throw new InvalidOperationException("on purpose");
        }, CancellationToken.None);

        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => failing)).Message);
        Assert.Empty(await Database.Links());
    }

    [Fact]
    public async Task Of_many_writes_at_once_only_the_failing_ones_are_undone()
    {
        var writes = Enumerable.Range(10, 40).Select(number => Database.Write(async (connection, transaction) =>
        {
            await PlainRows.InsertLink(connection, transaction, $"{number}");
            return number % 4 == 0 ? throw new InvalidOperationException("on purpose") : number;
        }, CancellationToken.None)).ToArray();

        await Task.WhenAll(writes).ContinueWith(_ => { }, TaskScheduler.Default);

        var expected = Enumerable.Range(10, 40).Where(number => number % 4 != 0).ToArray();
        Assert.Equal(expected, writes.Where(write => write.IsCompletedSuccessfully).Select(write => write.Result));
        Assert.Equal(expected.Select(number => $"{number}"), await Database.Links());
    }

    [Fact]
    public async Task A_write_that_breaks_a_constraint_does_not_break_the_next_write()
    {
        await Database.InsertLink("a");

        await Assert.ThrowsAnyAsync<DbException>(() => Database.InsertLink("a"));
        await Database.InsertLink("b");

        Assert.Equal(["a", "b"], await Database.Links());
    }

    [Fact]
    public async Task A_write_that_was_cancelled_before_it_began_changes_nothing()
    {
        var write = Database.Write((connection, transaction) => PlainRows.InsertLink(connection, transaction, "a"), new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.Empty(await Database.Links());
    }

    [Fact]
    public async Task A_version_lets_one_of_two_changes_win()
    {
        await Database.Write((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, version) VALUES ('r', '2026-01-02', 'uz', 1, 'x', 'open', 1)",
            transaction: transaction), CancellationToken.None);
        var other = await Another();

        var changed = await Task.WhenAll(new[] { Database, other }.Select(database => database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET version = version + 1 WHERE id = 'r' AND version = 1", transaction: transaction), CancellationToken.None)));

        Assert.Equal([0, 1], changed.Order());
    }

    [Fact]
    public async Task A_result_without_rows_maps_even_where_no_row_tells_the_types()
    {
        var none = await Database.Read(connection => connection.QueryAsync<Probe>(
            "SELECT body, day, report_id AS text, COUNT(*) AS count FROM envelopes GROUP BY body, day, report_id"), CancellationToken.None);

        Assert.Empty(none);
        Assert.Null(await Database.Read(connection => connection.QuerySingleOrDefaultAsync<Probe>("SELECT body, day FROM envelopes"), CancellationToken.None));
        Assert.Null(await Database.Read(connection => connection.ExecuteScalarAsync<byte[]>("SELECT body FROM envelopes"), CancellationToken.None));
    }

    [Fact]
    public async Task Bytes_come_back_as_they_went_in_after_a_row_without_them_and_when_they_are_none()
    {
        await Database.Write((connection, transaction) => connection.ExecuteAsync(
            "INSERT INTO envelopes (id, report_id, direction, day, body) VALUES (@Id, 'r', @Direction, @Day, @Body)",
            new[]
            {
                new { Id = "0", Direction = 0, Day = new DateOnly(2026, 1, 2), Body = new byte[] { 9 } },
                new { Id = "1", Direction = 1, Day = new DateOnly(2026, 12, 31), Body = new byte[] { 0, 255 } },
                new { Id = "2", Direction = 1, Day = new DateOnly(2026, 12, 31), Body = Array.Empty<byte>() },
            }, transaction), CancellationToken.None);

        var rows = (await Database.Read(connection => connection.QueryAsync<Probe>(
            "SELECT CASE WHEN direction = 0 THEN NULL ELSE body END AS body, day, direction AS count, NULL AS text FROM envelopes ORDER BY id"), CancellationToken.None)).ToArray();

        Assert.Equal([null, [0, 255], []], rows.Select(row => row.Body));
        Assert.Equal(new DateOnly(2026, 1, 2), rows[0].Day);
        Assert.Equal("2026-01-02", await Database.Read(connection => connection.ExecuteScalarAsync<string>("SELECT MIN(day) FROM envelopes"), CancellationToken.None));
    }

    sealed record Probe
    {
        public byte[]? Body { get; init; }
        public DateOnly Day { get; init; }
        public string? Text { get; init; }
        public long Count { get; init; }
    }
}

public sealed class DatabaseOnSqliteTests() : DatabaseContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class DatabaseOnPostgresTests(PostgresServer server) : DatabaseContract(new PostgresTestDatabase(server));
