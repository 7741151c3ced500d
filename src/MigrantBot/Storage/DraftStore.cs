using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// Answers that are being written: one for each moderator and case. They outlive the claim, so that no words are lost to a clock, and go with the reply, the
/// case or the moderator.
/// </summary>
sealed class DraftStore(Database database)
{
    /// <summary>Locks the case too, so that no draft is left behind by one that is deleted at this moment.</summary>
    const string Renewed =
        $"""
        UPDATE reports SET claim_until = CASE WHEN {Held.WithFence} THEN @until ELSE claim_until END
        WHERE id = @report AND EXISTS (
            SELECT 1 FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @me WHERE e.report_id = reports.id)
        RETURNING CASE WHEN {Held.WithFence} THEN claim_until ELSE 0 END
        """;

    const string Kept =
        """
        INSERT INTO drafts (moderator_id, report_id, day, body, sealed_key) VALUES (@me, @report, @Day, @Body, @SealedKey)
        ON CONFLICT (moderator_id, report_id) DO UPDATE SET day = excluded.day, body = excluded.body, sealed_key = excluded.sealed_key
        """;

    /// <summary>The moderator's own; null where there is none.</summary>
    public Task<DraftRow?> Find(string report, string me, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<DraftRow>(
            "SELECT day, body, sealed_key FROM drafts WHERE moderator_id = @me AND report_id = @report", new { report, me }), cancellation);

    /// <summary>
    /// Keeps it in the place of the one before, and renews the moderator's claim where it has this fence. The seconds that the claim has left, 0 without one;
    /// null, and nothing kept, where the case is not sealed to the moderator.
    /// </summary>
    public Task<long?> Keep(string report, string me, long? fence, DraftRow draft, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write<long?>(async (connection, transaction) =>
        {
            var until = await connection.QuerySingleOrDefaultAsync<long?>(
                Renewed, new { report, me, fence, now = now.ToUnixTimeMilliseconds(), until = Held.Until(now) }, transaction);
            if (until is null)
                return null;
            await connection.ExecuteAsync(Kept, new { report, me, draft.Day, draft.Body, draft.SealedKey }, transaction);
            return Math.Max(0, until.Value - now.ToUnixTimeMilliseconds()) / 1000;
        }, cancellation);

    /// <summary>Again changes nothing.</summary>
    public Task<int> Remove(string report, string me, CancellationToken cancellation) =>
        database.Write((connection, transaction) => Remove(connection, transaction, report, me), cancellation);

    /// <summary>The same within a larger change.</summary>
    public static Task<int> Remove(DbConnection connection, DbTransaction transaction, string report, string me) =>
        connection.ExecuteAsync("DELETE FROM drafts WHERE moderator_id = @me AND report_id = @report", new { report, me }, transaction);
}
