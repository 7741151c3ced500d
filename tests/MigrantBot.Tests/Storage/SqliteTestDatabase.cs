using System.Data.Common;
using Dapper;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public sealed class SqliteTestDatabase : TestDatabase
{
    readonly TemporaryFolder folder = new();

    internal override Task<DatabaseOptions> Create() => Task.FromResult(new DatabaseOptions(Provider.Sqlite, $"Data Source={folder.File("test.db")}"));

    internal override Task<IEnumerable<Column>> Columns(DbConnection connection) => connection.QueryAsync<Column>(
        """SELECT t.name AS "table", c.name, c.type FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'""");

    public override ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
