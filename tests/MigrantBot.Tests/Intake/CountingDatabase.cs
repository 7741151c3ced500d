using System.Data.Common;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>Another database with its reads and writes counted, and failing when told to.</summary>
sealed class CountingDatabase(Database counted) : Database
{
    int reads;
    int writes;

    public int Reads => reads;

    public int Writes => writes;

    public bool Fails { get; set; }

    public override Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        return Fails ? throw new IOException("The disk is gone.") : counted.Read(query, cancellation);
    }

    public override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation)
    {
        Interlocked.Increment(ref writes);
        return counted.Write(change, cancellation);
    }

    public override Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation) => counted.Snapshot(query, cancellation);

    public override string AskForMark => counted.AskForMark;

    public override Task<bool> Expunge(CancellationToken cancellation) => counted.Expunge(cancellation);

    public override Task Compact(CancellationToken cancellation) => counted.Compact(cancellation);

    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) => counted.HoldKeys(connection, transaction);

    public override Task BeginMigration(DbConnection connection, DbTransaction transaction) => counted.BeginMigration(connection, transaction);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
