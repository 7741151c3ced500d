using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Sealed texts of reports, additions and replies.</summary>
static class EnvelopeStore
{
    /// <summary>Adds the envelope with all its keys; its id must be new.</summary>
    public static async Task Insert(DbConnection connection, DbTransaction transaction, SealedEnvelope envelope)
    {
        await connection.ExecuteAsync(
            "INSERT INTO envelopes (id, report_id, direction, day, body) VALUES (@Id, @ReportId, @Direction, @Day, @Body)",
            new { envelope.Id, envelope.ReportId, envelope.Direction, envelope.Day, envelope.Body }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key) VALUES (@EnvelopeId, @RecipientId, @Key)",
            envelope.Keys.Select(key => new { EnvelopeId = envelope.Id, key.RecipientId, key.Key }), transaction);
    }
}
