using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public sealed class SqliteDatabaseTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Options(string file) => $"Data Source={folder.File(file)}";

    async Task<Database> Migrated()
    {
        var database = await Database.Open(new DatabaseOptions(Provider.Sqlite, Options("new/data.db")), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        return database;
    }

    [Fact]
    public async Task The_log_is_written_ahead_and_what_is_deleted_is_overwritten()
    {
        await using var database = await Migrated();

        var pragmas = await database.Write(async (connection, transaction) => (
            Journal: await connection.ExecuteScalarAsync<string>("PRAGMA journal_mode", transaction: transaction),
            Synchronous: await connection.ExecuteScalarAsync<long>("PRAGMA synchronous", transaction: transaction),
            SecureDelete: await connection.ExecuteScalarAsync<long>("PRAGMA secure_delete", transaction: transaction)), CancellationToken.None);

        Assert.Equal(("wal", 2, 1), pragmas);
    }

    [Fact]
    public async Task Words_that_were_deleted_are_not_in_the_file()
    {
        await using (var database = await Migrated())
        {
            await database.Write((connection, transaction) => PlainRows.InsertLink(connection, transaction, "sentinel-of-a-deleted-row"), CancellationToken.None);
            await database.Write((connection, transaction) => connection.ExecuteAsync("DELETE FROM links", transaction: transaction), CancellationToken.None);
        }
        Assert.DoesNotContain("sentinel", await File.ReadAllTextAsync(folder.File("new/data.db"), Encoding.Latin1));
        Assert.Equal([folder.File("new/data.db")], Directory.GetFiles(folder.File("new")));
    }

    [Fact]
    public async Task No_table_keeps_the_order_in_which_rows_came()
    {
        await using var database = await Migrated();

        var ordered = await database.Read(connection => connection.QueryAsync<string>(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND wr = 0 AND name NOT LIKE 'sqlite%'"), CancellationToken.None);

        Assert.Equal(["migrations"], ordered);
    }

    [Fact]
    public async Task Only_the_owner_may_read_the_file_and_its_log()
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(folder.File("new"));
        await File.WriteAllBytesAsync(folder.File("new/data.db"), []);
        await using var database = await Migrated();

        await database.Write((connection, transaction) => PlainRows.InsertLink(connection, transaction, "a"), CancellationToken.None);

        var modes = Directory.GetFiles(folder.File("new")).Order().ToDictionary(file => Path.GetFileName(file), File.GetUnixFileMode);
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(new() { ["data.db"] = owner, ["data.db-shm"] = owner, ["data.db-wal"] = owner }, modes);
    }

    [Fact]
    public async Task A_change_that_fails_leaves_its_neighbours_in_the_same_commit()
    {
        await using var database = await Migrated();
        var (begun, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        var first = database.Write(async (_, _) => { begun.SetResult(); await gate.Task; return 0; }, CancellationToken.None);
        // The writer has taken its group by now, so all that follows waits for the next one together.
        await begun.Task;
        var good = database.Write((connection, transaction) => PlainRows.InsertLink(connection, transaction, "a"), CancellationToken.None);
        var bad = database.Write(async (connection, transaction) =>
        {
            await PlainRows.InsertLink(connection, transaction, "b");
            return await PlainRows.InsertLink(connection, transaction, "a");
        }, CancellationToken.None);
        var last = database.Write((connection, transaction) => PlainRows.InsertLink(connection, transaction, "c"), CancellationToken.None);
        var beforeCommit = database.Write(async (connection, _) => (Inside: await PlainRows.Links(connection), Outside: await database.Links()), CancellationToken.None);

        Assert.False(good.IsCompleted);
        gate.SetResult();

        await first;
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Equal((1, 1), (await good, await last));
        Assert.Equal(["a", "c"], (await beforeCommit).Inside);
        Assert.Empty((await beforeCommit).Outside);
        Assert.Equal(["a", "c"], await database.Links());
    }

    [Fact]
    public async Task A_read_cannot_write_past_the_writer()
    {
        await using var database = await Migrated();

        await Assert.ThrowsAsync<SqliteException>(() => database.Read(connection => connection.ExecuteAsync("DELETE FROM links"), CancellationToken.None));
    }

    [Fact]
    public async Task What_is_on_the_disk_after_a_write_is_enough_to_go_on_after_a_crash()
    {
        await using var database = await Migrated();
        await database.InsertLink("a");

        Directory.CreateDirectory(folder.File("crashed"));
        foreach (var file in new[] { "data.db", "data.db-wal" })
            File.Copy(folder.File($"new/{file}"), folder.File($"crashed/{file}"));
        await using var afterwards = await Database.Open(new DatabaseOptions(Provider.Sqlite, Options("crashed/data.db")), CancellationToken.None);

        Assert.Equal(["a"], await afterwards.Links());
    }

    [Fact]
    public async Task Writes_that_wait_are_committed_before_the_database_closes()
    {
        var database = await Migrated();
        var writes = Enumerable.Range(0, 10).Select(number => database.InsertLink($"{number}")).ToArray();

        await database.DisposeAsync();

        Assert.All(writes, write => Assert.True(write.IsCompletedSuccessfully));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => database.InsertLink("late"));
    }

    [Fact]
    public async Task A_lost_transaction_fails_its_changes_and_the_writer_lives_on()
    {
        await using var database = await Migrated();

        var lost = database.Write(async (connection, transaction) =>
        {
            await PlainRows.InsertLink(connection, transaction, "a");
            return await connection.ExecuteAsync("ROLLBACK", transaction: transaction);
        }, CancellationToken.None);

        await Assert.ThrowsAnyAsync<Exception>(() => lost);
        await database.InsertLink("b");
        Assert.Equal(["b"], await database.Links());
    }
}
