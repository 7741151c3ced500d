using System.Data.Common;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>Another database with its reads and writes counted, failing or breaking off when told to.</summary>
sealed class CountingDatabase(Database counted) : Database
{
    int reads;
    int writes;

    public int Reads => reads;

    public int Writes => writes;

    public bool Fails { get; set; }

    /// <summary>As PostgreSQL does to one of two that wait for each other, as late as it can: nothing of the first time has happened, and all of it is begun anew.</summary>
    public bool BreaksOff { get; init; }

    public override Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return Fails ? throw new IOException("The disk is gone.") : counted.Read(query, cancellation);
    }

    public override async Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation)
    {
        Interlocked.Increment(ref writes);
        if (BreaksOff)
            await Assert.ThrowsAsync<TimeoutException>(() => counted.Write(AndBreakOff(change), cancellation));
        return await counted.Write(change, cancellation);
    }

    public override async Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation)
    {
        if (BreaksOff)
            await Assert.ThrowsAsync<TimeoutException>(() => counted.Snapshot(AndBreakOff(query), cancellation));
        return await counted.Snapshot(query, cancellation);
    }

    static Func<DbConnection, DbTransaction, Task<T>> AndBreakOff<T>(Func<DbConnection, DbTransaction, Task<T>> work) => async (connection, transaction) =>
    {
        await work(connection, transaction);
        throw new TimeoutException();
    };

    public override string AskForMark => counted.AskForMark;

    public override Task<bool> Expunge(CancellationToken cancellation) => counted.Expunge(cancellation);

    public override Task Compact(CancellationToken cancellation) => Fails ? throw new IOException("The disk is gone.") : counted.Compact(cancellation);

    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) => counted.HoldKeys(connection, transaction);

    public override Task BeginMigration(DbConnection connection, DbTransaction transaction) => counted.BeginMigration(connection, transaction);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
