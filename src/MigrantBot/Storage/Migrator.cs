using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Brings a database to the schema of this program, step by step; several processes may start at once.</summary>
static class Migrator
{
    /// <summary>Applies what is missing. A database that this program must not touch is an <see cref="UnusableDatabaseException"/>.</summary>
    public static Task Migrate(Database database, CancellationToken cancellation) => Migrate(database, Migration.Embedded(), cancellation);

    public static async Task Migrate(Database database, IReadOnlyList<Migration> migrations, CancellationToken cancellation)
    {
        try
        {
            while (await database.Write((connection, transaction) => ApplyNext(database, migrations, connection, transaction), cancellation))
            {
            }
        }
        catch (DbException failure)
        {
            throw new UnusableDatabaseException(
                $"The tables of this program cannot be made in the database ({failure.Message}). If it belongs to another program, let Database__ConnectionString name an empty one.", failure);
        }
    }

    /// <summary>The first step that is missing; null when there is none.</summary>
    public static Migration? Next(IReadOnlyList<Migration> migrations, IReadOnlyList<AppliedMigration> applied)
    {
        var known = migrations.ToDictionary(migration => migration.Number);
        foreach (var done in applied)
        {
            if (!known.Remove(done.Number, out var migration))
                throw new UnusableDatabaseException(
                    $"The database has migration {done.Number}, which this program does not know: start the newer version of the program that made it, or restore a backup from before.");
            if (migration.Sha256 != done.Sha256)
                throw new UnusableDatabaseException(
                    $"Migration {done.Number} of the database was made from another text than this program's: start the version of the program that made it, or let Database__ConnectionString name an empty database.");
        }
        return known.Values.MinBy(migration => migration.Number);
    }

    static async Task<bool> ApplyNext(Database database, IReadOnlyList<Migration> migrations, DbConnection connection, DbTransaction transaction)
    {
        await database.BeginMigration(connection, transaction);
        await connection.ExecuteAsync("CREATE TABLE IF NOT EXISTS migrations (number BIGINT NOT NULL PRIMARY KEY, sha256 TEXT NOT NULL)", transaction: transaction);
        var applied = await connection.QueryAsync<AppliedMigration>("SELECT number, sha256 FROM migrations ORDER BY number", transaction: transaction);
        if (Next(migrations, [.. applied]) is not { } next)
            return false;
        await connection.ExecuteAsync(database.Adapt(next.Sql), transaction: transaction);
        await connection.ExecuteAsync("INSERT INTO migrations (number, sha256) VALUES (@Number, @Sha256)", new { next.Number, next.Sha256 }, transaction);
        return true;
    }
}
