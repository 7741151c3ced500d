using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace MigrantBot.Storage;

/// <summary>One file of one machine: many readers, one writer whose waiting changes share a commit.</summary>
sealed partial class SqliteDatabase : Database
{
    const string Example = "for example \"Data Source=data/migrantbot.db\"";

    const string PatienceWithOthers = "PRAGMA busy_timeout = 10000";

    /// <summary>Milliseconds. All changes wait as long as this, so a reader who is slower is waited for by asking again.</summary>
    const int PatienceWithReaders = 200;

    readonly string reading;
    readonly GroupedWriter writer;

    SqliteDatabase(string reading, SqliteConnection writing)
    {
        this.reading = reading;
        writer = new GroupedWriter(writing);
    }

    public static async Task<SqliteDatabase> Open(string connectionString, CancellationToken cancellation)
    {
        var settings = Parse(connectionString);
        var writing = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
        try
        {
            PrivateFile.Prepare(settings.DataSource);
            await writing.OpenAsync(cancellation);
            await Configure(writing);
            return new SqliteDatabase(settings.ConnectionString, writing);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            await writing.DisposeAsync();
            throw new UnusableDatabaseException(
                $"The SQLite file \"{settings.DataSource}\" cannot be opened ({failure.Message}): let Database__ConnectionString name a file that this user may write, "
                + $"{Example}, or set Database__Provider to postgres.", failure);
        }
    }

    public override async Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection(reading);
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync($"{PatienceWithOthers}; PRAGMA query_only = ON;");
        return await query(connection);
    }

    public override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation) =>
        writer.Write(change, cancellation);

    /// <summary>The first query makes the moment.</summary>
    public override Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation) => Read(async connection =>
    {
        await using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: true);
        return await query(connection, transaction);
    }, cancellation);

    public override string AskForMark => "PRAGMA data_version";

    /// <summary>Deleted rows are overwritten in the file as soon as it takes over what the log says; the log itself is then cut to nothing.</summary>
    public override Task<bool> Expunge(CancellationToken cancellation) => writer.Alone(async connection =>
    {
        await connection.ExecuteAsync($"PRAGMA busy_timeout = {PatienceWithReaders}");
        try
        {
            return await connection.ExecuteScalarAsync<long>("PRAGMA wal_checkpoint(TRUNCATE)") == 0;
        }
        finally
        {
            await connection.ExecuteAsync(PatienceWithOthers);
        }
    }, cancellation);

    /// <summary>Overwriting alone would miss what a page held of a row before the row moved to another page.</summary>
    public override Task Compact(CancellationToken cancellation) => writer.Alone(connection => connection.ExecuteAsync("VACUUM"), cancellation);

    /// <summary>Nothing to do: there is one writer at a time.</summary>
    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) => Task.CompletedTask;

    /// <summary>Nothing to do: every write begins with <c>BEGIN IMMEDIATE</c>, which already keeps other processes out.</summary>
    public override Task BeginMigration(DbConnection connection, DbTransaction transaction) => Task.CompletedTask;

    /// <summary>Without row numbers: these would keep the order in which reports came. Rows then lie in the order of their ids, which is random.</summary>
    public override string Adapt(string sql) => EndOfTable().Replace(sql, ") WITHOUT ROWID;");

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        using var pooled = new SqliteConnection(reading);
        SqliteConnection.ClearPool(pooled);
    }

    static SqliteConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var settings = new SqliteConnectionStringBuilder(connectionString);
            if (settings.DataSource is not ("" or ":memory:") && settings.Mode != SqliteOpenMode.Memory)
            {
                settings.DataSource = Path.GetFullPath(settings.DataSource);
                return settings;
            }
        }
        catch (ArgumentException)
        {
            // Its message repeats parts of the text, which may be those of a password.
        }
        throw new UnusableDatabaseException(
            $"Database__ConnectionString does not name a file, but Database__Provider is sqlite: write the file, {Example}, or set Database__Provider to postgres.");
    }

    static async Task Configure(SqliteConnection writing)
    {
        await writing.ExecuteAsync($"{PatienceWithOthers}; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
        var journal = await writing.ExecuteScalarAsync<string>("PRAGMA journal_mode = WAL");
        if (journal != "wal")
            throw new IOException($"the file system allows no write-ahead log, only \"{journal}\"; use a local disk");
    }

    /// <summary>In a migration only the end of a table stands on a line of its own.</summary>
    [GeneratedRegex(@"^\);", RegexOptions.Multiline)]
    private static partial Regex EndOfTable();
}
