using System.Data;
using System.Data.Common;
using System.Net.Sockets;
using Dapper;
using Npgsql;

namespace MigrantBot.Storage;

/// <summary>One server for many processes; each change has a connection of the pool and a transaction of its own.</summary>
sealed class PostgresDatabase : Database
{
    const string Example = "for example \"Host=localhost;Database=migrantbot;Username=migrantbot\"";

    /// <summary>Any number will do, as long as every version of this program uses the same.</summary>
    const long MigrationLock = 0x4d69_6772_616e_7442;

    const string TablesWithDeletedRows =
        "reports, report_facets, envelopes, envelope_keys, withdrawn, links, sessions, moderators, passkeys, ceremonies, drafts, openings, queue, approvals, audit, counted, house";

    /// <summary>How often a change is begun before it is taken for one that always stands in somebody's way.</summary>
    const int MostTries = 10;

    /// <summary>How many statements each connection keeps prepared. To plan a page of the queue takes the server as long as to find its cases.</summary>
    const int MostPrepared = 100;

    const string PreparesItself = "Max Auto Prepare";

    readonly NpgsqlDataSource source;

    PostgresDatabase(NpgsqlDataSource source) => this.source = source;

    public static async Task<PostgresDatabase> Open(string connectionString, CancellationToken cancellation)
    {
        var source = NpgsqlDataSource.Create(Parse(connectionString));
        try
        {
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return new PostgresDatabase(source);
        }
        catch (Exception failure) when (failure is DbException or SocketException or TimeoutException)
        {
            await source.DisposeAsync();
            throw new UnusableDatabaseException(
                $"PostgreSQL does not let us in ({failure.Message}): start the server, or correct Database__ConnectionString, {Example}; "
                + "to do without a server, set Database__Provider to sqlite.", failure);
        }
    }

    public override Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation) => UnlessBrokenOff(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        return await query(connection);
    });

    public override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation) =>
        UnlessBrokenOff(() => Once(change, cancellation));

    static async Task<T> UnlessBrokenOff<T>(Func<Task<T>> work)
    {
        for (var tries = 1; ; tries++)
            try
            {
                return await work();
            }
            catch (PostgresException brokenOff) when (tries < MostTries && WasBrokenOff(brokenOff))
            {
                // Of two that wait for each other the server breaks one off. Nothing of it has happened; begun anew it stands behind the other one.
            }
    }

    /// <summary>The third comes once, when a newer release gives a column to a table that a statement was prepared for; the driver then forgets the statement.</summary>
    static bool WasBrokenOff(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.FeatureNotSupported;

    async Task<T> Once<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var result = await change(connection, transaction);
        await transaction.CommitAsync(CancellationToken.None);
        return result;
    }

    public override Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation) => Read(async connection =>
    {
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return await query(connection, transaction);
    }, cancellation);

    /// <summary>What a reader would see now, named by the transactions in it. Unlike a NOTIFY in each change it costs the writers nothing.</summary>
    public override string AskForMark => "SELECT pg_current_snapshot()::text";

    /// <summary>Frees the space of deleted rows, to be overwritten by others. Its own log keeps copies until it is recycled: that is the server's affair.</summary>
    public override async Task<bool> Expunge(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync($"VACUUM {TablesWithDeletedRows}");
        return true;
    }

    /// <summary>Each table becomes a new file and the old one is removed. Who holds a table longer than two seconds (a backup, say) goes first.</summary>
    public override async Task Compact(CancellationToken cancellation)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await connection.ExecuteAsync("SET lock_timeout = '2s'");
        await connection.ExecuteAsync($"VACUUM (FULL) {TablesWithDeletedRows}");
    }

    /// <summary>
    /// Readers go on. Reports come first, as in every other change: two that waited for each other would be broken off. A statement that waits for the lock
    /// looks at the rows only when it has it.
    /// </summary>
    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) =>
        connection.ExecuteAsync("LOCK TABLE reports, envelope_keys IN EXCLUSIVE MODE", transaction: transaction);

    /// <summary>The lock goes with the transaction. The domain makes <c>BLOB</c> mean here what it means to SQLite.</summary>
    public override async Task BeginMigration(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("SELECT pg_advisory_xact_lock(@MigrationLock)", new { MigrationLock }, transaction);
        var known = await connection.ExecuteScalarAsync<bool>("SELECT to_regtype('blob') IS NOT NULL", transaction: transaction);
        if (!known)
            await connection.ExecuteAsync("CREATE DOMAIN blob AS bytea", transaction: transaction);
    }

    public override ValueTask DisposeAsync() => source.DisposeAsync();

    static NpgsqlConnectionStringBuilder Parse(string connectionString)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            if (!settings.ShouldSerialize(PreparesItself))
                settings.MaxAutoPrepare = MostPrepared;
            if (!string.IsNullOrEmpty(settings.Host))
                return settings;
        }
        catch (ArgumentException)
        {
            // Its message repeats parts of the text, which may be those of a password.
        }
        throw new UnusableDatabaseException(
            $"Database__ConnectionString does not name a server, but Database__Provider is postgres: write the server, {Example}, or set Database__Provider to sqlite.");
    }
}
