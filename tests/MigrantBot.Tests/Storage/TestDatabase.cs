using System.Data.Common;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>A fresh, empty database for one test. What differs between the two stands here, so that a contract is written once.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>Where it is; the first call makes it.</summary>
    internal abstract Task<DatabaseOptions> Create();

    /// <summary>Every column of every table, with the type that the migration gave it.</summary>
    internal abstract Task<IEnumerable<Column>> Columns(DbConnection connection);

    public abstract ValueTask DisposeAsync();
}

sealed record Column
{
    public string Table { get; init; } = "";
    public string Name { get; init; } = "";
    public string Type { get; init; } = "";
}
