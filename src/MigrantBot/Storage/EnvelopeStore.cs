using System.Data;
using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Sealed texts of reports, additions, replies and notes.</summary>
static class EnvelopeStore
{
    const string NewEnvelope =
        """
        INSERT INTO envelopes (id, report_id, direction, day, body, author, signature, act)
        VALUES (@Id, @ReportId, @Direction, @Day, @Body, @Author, @Signature, @Act)
        """;

    const string NewKey =
        """
        INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key)
        SELECT @EnvelopeId, @RecipientId, @Key
        WHERE NOT EXISTS (SELECT 1 FROM moderators WHERE id = @RecipientId AND status <> 'active')
        """;

    /// <summary>Adds the envelope with all its keys; its id must be new.</summary>
    public static async Task Insert(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope)
    {
        await connection.ExecuteAsync(NewEnvelope, envelope, transaction);
        await InsertKeys(connection, transaction, envelope);
    }

    /// <summary>The same where a second attempt may come: false, and nothing changed, when the id is known.</summary>
    public static async Task<bool> InsertOnce(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope)
    {
        if (await connection.ExecuteAsync($"{NewEnvelope} ON CONFLICT (id) DO NOTHING", envelope, transaction) == 0)
            return false;
        await InsertKeys(connection, transaction, envelope);
        return true;
    }

    /// <summary>Whether this very envelope was stored before: of the same report, in the same direction, by the same author.</summary>
    public static async Task<bool> IsKnown(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope) =>
        await connection.ExecuteScalarAsync<long>(
            """
            SELECT COUNT(*) FROM envelopes
            WHERE id = @Id AND report_id = @ReportId AND direction = @Direction AND COALESCE(author, '') = COALESCE(@Author, '')
            """, envelope, transaction) == 1;

    /// <summary>Whether there is a text with this id, of whatever case.</summary>
    public static async Task<bool> IsTaken(DbConnection connection, DbTransaction? transaction, string id) =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM envelopes WHERE id = @id", new { id }, transaction) > 0;

    /// <summary>Whoever was removed since the keys were drawn gets none. What no moderator could open any more is not stored at all.</summary>
    static async Task InsertKeys(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope)
    {
        var stored = await connection.ExecuteAsync(NewKey, envelope.Keys.Select(key => new { EnvelopeId = envelope.Id, key.RecipientId, key.Key }), transaction);
        var others = envelope.Keys.Count(key => key.RecipientId is SealedEnvelope.Reporter or SealedEnvelope.Recovery);
        if (stored <= others && others < envelope.Keys.Count)
            throw new DBConcurrencyException("All who were to read this have been removed in this very moment; nothing was stored.");
    }
}
