using System.Data.Common;
using Dapper;

namespace MigrantBot.Storage.Dumping;

/// <summary>Whether a database may be filled from a backup: nothing may be lost by it.</summary>
static class Vacancy
{
    /// <summary>A row in any of these is somebody's. What a first start leaves (the first link, the mark of the night) is nobody's.</summary>
    static readonly string[] Lived =
        ["reports", "envelopes", "counted", "publications", "errata", "withdrawn", "moderators", "recipient_lists", "ngo_keys", "audit"];

    /// <summary>True where nobody has worked with the database yet.</summary>
    public static Task<bool> Is(Database database, CancellationToken cancellation) => database.Read(connection => Is(connection, transaction: null), cancellation);

    /// <summary>False, and nothing changed, where somebody has worked with the database; else the program's tables are gone from it.</summary>
    public static async Task<bool> Clear(OneTransaction database, DbConnection connection, DbTransaction transaction, CancellationToken cancellation)
    {
        // Makes an empty database ours, and refuses one that is another program's.
        await Migrator.Migrate(database, cancellation);
        if (!await Is(connection, transaction))
            return false;
        foreach (var table in DumpTable.Kept.Select(table => table.Name).Concat(DumpTable.LeftOut).Append(DumpTable.Migrations))
            await connection.ExecuteAsync($"DROP TABLE {table}", transaction: transaction);
        return true;
    }

    static async Task<bool> Is(DbConnection connection, DbTransaction? transaction)
    {
        foreach (var table in Lived)
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM (SELECT 1 FROM {table} LIMIT 1) AS found", transaction: transaction) > 0)
                return false;
        return true;
    }
}
