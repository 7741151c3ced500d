using System.Data.Common;

namespace MigrantBot.Storage;

/// <summary>
/// A transaction that is already open, as a database: what the stores read and write by it becomes true with the whole transaction or not at all. For one
/// caller at a time, until the transaction ends.
/// </summary>
sealed class OneTransaction(Database around, DbConnection connection, DbTransaction transaction) : Database
{
    public override string AskForMark => around.AskForMark;

    public override Task<T> Read<T>(Func<DbConnection, Task<T>> query, CancellationToken cancellation) => query(connection);

    public override Task<T> Write<T>(Func<DbConnection, DbTransaction, Task<T>> change, CancellationToken cancellation) => change(connection, transaction);

    public override Task<T> Snapshot<T>(Func<DbConnection, DbTransaction, Task<T>> query, CancellationToken cancellation) => query(connection, transaction);

    /// <summary>Nothing of it was ever committed, so nothing can lie anywhere yet.</summary>
    public override Task<bool> Expunge(CancellationToken cancellation) => Task.FromResult(true);

    public override Task Compact(CancellationToken cancellation) => Task.CompletedTask;

    public override Task HoldKeys(DbConnection connection, DbTransaction transaction) => around.HoldKeys(connection, transaction);

    public override Task BeginMigration(DbConnection connection, DbTransaction transaction) => around.BeginMigration(connection, transaction);

    public override string Adapt(string sql) => around.Adapt(sql);

    /// <summary>The transaction is its opener's.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
