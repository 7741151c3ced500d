using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;

namespace MigrantBot.Storage;

/// <summary>Deletes the oldest rows of the audit by age; what is left stays bound to the last of them, and the chain itself says that they are gone.</summary>
static class AuditRetention
{
    /// <param name="connection">Of the change.</param>
    /// <param name="transaction">The last of the night's statements, like every appending.</param>
    /// <param name="counted">The day that ages are counted by.</param>
    /// <param name="now">By the clock.</param>
    public static async Task Delete(DbConnection connection, DbTransaction transaction, DateOnly counted, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var days = new
        {
            before = Retention.OverBefore(Retention.AuditDays, counted),
            // What a clock that was ahead has dated keeps nothing; a clock that is behind makes nothing look ahead.
            ahead = (today > counted ? today : counted).AddDays(1),
        };
        // Up to the oldest row that is young still. Hours are texts that begin with the day.
        var last = await connection.ExecuteScalarAsync<long>(
            """
            SELECT COALESCE((SELECT MIN(seq) FROM audit WHERE hour >= @before AND SUBSTR(hour, 1, 10) <= @ahead), (SELECT seq + 1 FROM audit_head WHERE mark = 'head')) - 1
            """, days, transaction);
        if (await connection.ExecuteAsync(
            "UPDATE audit_head SET seq = @last, hash = (SELECT hash FROM audit WHERE seq = @last) WHERE mark = 'anchor' AND EXISTS (SELECT 1 FROM audit WHERE seq = @last)",
            new { last }, transaction) == 0)
            return;
        await connection.ExecuteAsync("DELETE FROM audit WHERE seq <= @last", new { last }, transaction);
        await Audit.Append(connection, transaction, Rows.AuditRow.System, Rows.AuditRow.Purge, AuditChain.Deleted(last), now);
    }
}
