using System.Data.Common;
using Dapper;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>The plainest rows of the schema, to write and to count.</summary>
static class PlainRows
{
    public static Task<long> Count(Database database, string table) =>
        database.Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);

    public static Task<int> InsertLink(DbConnection connection, DbTransaction transaction, string token) => connection.ExecuteAsync(
        "INSERT INTO links (token_hash, handle, expires_at) VALUES (@token, 'handle', 1)", new { token }, transaction);

    public static Task<int> InsertLink(this Database database, string token) =>
        database.Write((connection, transaction) => InsertLink(connection, transaction, token), CancellationToken.None);

    public static Task<string[]> Links(this Database database) => database.Read(Links, CancellationToken.None);

    public static async Task<string[]> Links(DbConnection connection) =>
        [.. await connection.QueryAsync<string>("SELECT token_hash FROM links ORDER BY token_hash")];
}
