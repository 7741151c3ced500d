using System.Data.Common;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>A database whose disk has room for what is written, but not for writing all of it anew.</summary>
sealed class FullDisk(Database real) : Database
{
    public override string AskForMark => real.AskForMark;

    public override Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation) => real.Read(query, cancellation);

    public override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation) => real.Write(change, cancellation);

    public override Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation) => real.Snapshot(query, cancellation);

    public override Task<bool> Expunge(CancellationToken cancellation) => real.Expunge(cancellation);

    public override Task Compact(CancellationToken cancellation) => throw new IOException("No space left.");

    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) => real.HoldKeys(connection, transaction);

    public override Task BeginMigration(DbConnection connection, DbTransaction transaction) => real.BeginMigration(connection, transaction);

    public override string Adapt(string sql) => real.Adapt(sql);

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
