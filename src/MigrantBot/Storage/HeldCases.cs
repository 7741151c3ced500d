using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;

namespace MigrantBot.Storage;

/// <summary>How many cases one person keeps from the others without having opened them.</summary>
static class HeldCases
{
    /// <summary>What a refused claim is called in the audit.</summary>
    public const string Refused = "refused-claim";

    const string Unopened =
        $"""
        SELECT COUNT(*) FROM reports
        WHERE {Held.ByMe} AND NOT EXISTS (SELECT 1 FROM openings o WHERE o.moderator_id = @me AND o.day = @today AND o.report_id = reports.id)
        """;

    /// <summary>Whether the doer may claim one more. Claims of one person at once are looked at one after the other.</summary>
    public static async Task<bool> MayTake(DbConnection connection, DbTransaction transaction, Case wanted, Deed deed)
    {
        var asked = new { wanted.Id, me = deed.By, now = deed.Instant, today = deed.Day };
        // The report before the person, as everywhere: else a removal that comes meanwhile and this would wait for each other.
        await connection.ExecuteAsync("UPDATE reports SET version = version WHERE id = @Id", asked, transaction);
        await connection.ExecuteAsync("UPDATE moderators SET version = version WHERE id = @me", asked, transaction);
        return await connection.ExecuteScalarAsync<long>(Unopened, asked, transaction) < Moderating.MostUnopened;
    }
}
