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

    static Task<int> InsertKeys(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope) => connection.ExecuteAsync(
        "INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key) VALUES (@EnvelopeId, @RecipientId, @Key)",
        envelope.Keys.Select(key => new { EnvelopeId = envelope.Id, key.RecipientId, key.Key }), transaction);
}
