using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>What a storage test starts from: an open, migrated, empty database.</summary>
public abstract class StorageContract(TestDatabase home) : IAsyncLifetime
{
    readonly List<Database> opened = [];

    private protected TestDatabase Home => home;
    private protected DatabaseOptions Options { get; private set; } = null!;
    private protected Database Database { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        await OpenEmpty();
        await Migrator.Migrate(Database, CancellationToken.None);
    }

    public virtual async Task DisposeAsync()
    {
        foreach (var database in opened)
            await database.DisposeAsync();
        await home.DisposeAsync();
    }

    private protected async Task OpenEmpty()
    {
        Options = await home.Create();
        Database = await Another();
    }

    /// <summary>The same data as another process would open it.</summary>
    private protected async Task<Database> Another()
    {
        var database = await Database.Open(Options, CancellationToken.None);
        opened.Add(database);
        return database;
    }

    private protected Task<long> Count(string table) => PlainRows.Count(Database, table);
}
