using System.Data.Common;
using Dapper;
using MigrantBot.Storage;
using Npgsql;

namespace MigrantBot.Tests.Storage;

public sealed class PostgresTestDatabase(PostgresServer server) : TestDatabase
{
    readonly string name = $"test_{Guid.NewGuid():N}";

    internal override async Task<DatabaseOptions> Create()
    {
        await OnServer($"CREATE DATABASE {name}");
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name };
        return new DatabaseOptions(Provider.Postgres, settings.ConnectionString);
    }

    internal override Task<IEnumerable<Column>> Columns(DbConnection connection) => connection.QueryAsync<Column>(
        """
        SELECT table_name AS "table", column_name AS name, UPPER(COALESCE(domain_name, data_type)) AS type
        FROM information_schema.columns WHERE table_schema = current_schema()
        """);

    public override async ValueTask DisposeAsync() => await OnServer($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    async Task OnServer(string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.ExecuteAsync(sql);
    }
}
