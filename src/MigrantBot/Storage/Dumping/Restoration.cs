using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage.Dumping;

/// <summary>Puts a backup back, all of it or nothing, and sees to it that nothing comes alive that must not.</summary>
sealed class Restoration(Database database)
{
    const string Action = "restore";

    /// <summary>Far above any that is in use: what a browser began before the backup was put back fits no case any more.</summary>
    const long Leap = 1_000_000;

    /// <summary>False, and nothing changed, where the database is not empty.</summary>
    /// <param name="read">
    /// Hands over the dump at its beginning, as often as it is called: the database may break a change off and begin it anew. What comes with it is called when all of it
    /// is read, and throws where something is wrong with the end.
    /// </param>
    /// <param name="team">Who is on it today, by handle; whoever else is in the backup is removed.</param>
    /// <param name="about">What the audit says of the backup.</param>
    /// <param name="now">The day is kept.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<bool> Restore(
        Func<Func<DumpReader, Action, Task<bool>>, Task<bool>> read, IReadOnlySet<string> team, string about, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write((connection, transaction) => read(async (dump, isWhole) =>
        {
            var all = new OneTransaction(database, connection, transaction);
            await database.BeginMigration(connection, transaction);
            if (!await Vacancy.Clear(all, connection, transaction, cancellation))
                return false;
            await new Load(all, connection, transaction).Fill(dump, cancellation);
            isWhole();
            await EndClaims(connection, transaction);
            await Removed(connection, transaction, team, now);
            await new Purge(all).Run(now, cancellation);
            await Audit.Append(connection, transaction, AuditRow.Operator, Action, about, now);
            return true;
        }), cancellation);

    static Task<int> EndClaims(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        "UPDATE reports SET claimed_by = NULL, claim_until = NULL, claim_fence = claim_fence + @Leap, version = version + @Leap", new { Leap }, transaction);

    /// <summary>Somebody who was removed after the backup was made comes back with it, keys and all, unless they are removed again before anything is served.</summary>
    static async Task Removed(DbConnection connection, DbTransaction transaction, IReadOnlySet<string> team, DateTimeOffset now)
    {
        var active = await connection.QueryAsync<(string Id, string Handle)>("SELECT id, handle FROM moderators WHERE status = 'active' ORDER BY id", transaction: transaction);
        foreach (var (id, _) in active.Where(one => !team.Contains(one.Handle)))
            await Removal.Remove(connection, transaction, id, AuditRow.Operator, request: null, now);
    }
}
