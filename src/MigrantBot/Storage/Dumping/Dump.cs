using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage.Dumping;

/// <summary>Everything that the database holds, but for what must not come alive again, as one moment shows it.</summary>
static class Dump
{
    /// <summary>What the database was made by.</summary>
    public static async Task<IReadOnlyList<AppliedMigration>> Migrations(DbConnection connection, DbTransaction transaction) =>
        [.. await connection.QueryAsync<AppliedMigration>($"SELECT number, sha256 FROM {DumpTable.Migrations} ORDER BY number", transaction: transaction)];

    /// <param name="connection">Of <see cref="Database.Snapshot"/>.</param>
    /// <param name="transaction">As above: all tables are of the same moment.</param>
    /// <param name="migrations">What <see cref="Migrations"/> gave.</param>
    /// <param name="outlet">Where it goes.</param>
    /// <param name="cancellation">Ends it.</param>
    public static async Task Write(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<AppliedMigration> migrations, Outlet outlet, CancellationToken cancellation)
    {
        var writer = new DumpWriter(outlet);
        writer.Begin(migrations);
        foreach (var table in DumpTable.Kept)
        {
            await using var rows = await Open(connection, transaction, $"SELECT * FROM {table.Name} ORDER BY {table.Order}", cancellation);
            writer.BeginTable(table.Name, Columns(rows));
            var values = new object[rows.FieldCount];
            while (await rows.ReadAsync(cancellation))
            {
                rows.GetValues(values);
                writer.Add(values);
            }
            writer.Finish();
        }
        writer.FinishAll();
    }

    public static Task<DbDataReader> Open(DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancellation) =>
        connection.ExecuteReaderAsync(new CommandDefinition(sql, transaction: transaction, cancellationToken: cancellation));

    public static string[] Columns(DbDataReader rows) => [.. Enumerable.Range(0, rows.FieldCount).Select(rows.GetName)];
}
