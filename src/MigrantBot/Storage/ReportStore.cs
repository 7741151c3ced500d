using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Takes reports in. Nothing here says who told, nor when within the day.</summary>
sealed class ReportStore(Database database)
{
    /// <summary>
    /// For the <c>SET</c> of an update: from <c>@today</c> its age is counted anew. A clock that was set back makes nothing older, nor anything new as old
    /// as it says.
    /// </summary>
    public const string ActiveToday = $"active_on = (SELECT MAX(day) FROM (SELECT active_on AS day UNION ALL SELECT @today {OrCounted}) AS days)";

    const string OrCounted = $"UNION ALL SELECT counted_on FROM housekeeping WHERE job = '{Purge.Job}'";

    /// <summary>
    /// True when the report is new. A report whose id is known changes nothing, not even by another envelope; only a receipt that it had not is added.
    /// One that was taken back does not return.
    /// </summary>
    public Task<bool> Insert(SealedReport report, CancellationToken cancellation) =>
        database.Write((connection, transaction) => Insert(connection, transaction, report), cancellation);

    /// <summary>The same within a larger change.</summary>
    public static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, SealedReport report)
    {
        var row = new
        {
            report.Id, report.ReceivedOn, report.Language, report.Urgency, report.UrgencyReason, report.ReceiptLookup, report.ReporterKey, report.Flood,
        };
        var isNew = await connection.ExecuteAsync(
            $"""
            INSERT INTO reports (id, received_on, waits_since, active_on, language, urgency, urgency_reason, status, receipt_lookup, reporter_key, flood, version)
            VALUES (@Id, @ReceivedOn, @ReceivedOn, (SELECT MAX(day) FROM (SELECT @ReceivedOn AS day {OrCounted}) AS days),
                    @Language, @Urgency, @UrgencyReason, 'open', @ReceiptLookup, @ReporterKey, @Flood, 1)
            ON CONFLICT (id) DO NOTHING
            """, row, transaction) == 1;
        if (!isNew)
            await connection.ExecuteAsync(
                "UPDATE reports SET receipt_lookup = @ReceiptLookup, reporter_key = @ReporterKey WHERE id = @Id AND receipt_lookup IS NULL", row, transaction);
        if (!isNew || await WasTakenBack(connection, transaction, report.Id))
            return false;
        await connection.ExecuteAsync(InsertFacets, FacetColumns.Values(report.Id, report.Facets), transaction);
        await EnvelopeStore.Insert(connection, transaction, report.Envelope);
        await QueueRows.Refresh(connection, transaction, report.Id, report.ReceivedOn);
        return true;
    }

    /// <summary>False when it was never stored, was taken back, or deleted by age.</summary>
    public static async Task<bool> IsThere(DbConnection connection, DbTransaction? transaction, string id) =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM reports WHERE id = @id", new { id }, transaction) == 1;

    /// <summary>Deletes the report as if it had never been told: it counts no more either, but for what is published. False when it is gone already.</summary>
    public static async Task<bool> TakeBack(DbConnection connection, DbTransaction transaction, string id)
    {
        if (!await Delete(connection, transaction, id))
            return false;
        await CountedRows.Remove(connection, transaction, id);
        return true;
    }

    /// <summary>
    /// Deletes the report with its facets, envelopes, keys and drafts, for its age: it was told, and goes on counting. False when it is gone already.
    /// </summary>
    public static async Task<bool> Delete(DbConnection connection, DbTransaction transaction, string id)
    {
        // The report first: who adds or replies at this moment waits for it, and what they stored before goes with it.
        if (await connection.ExecuteAsync("DELETE FROM reports WHERE id = @id", new { id }, transaction) == 0)
            return false;
        await QueueRows.Remove(connection, transaction, id);
        await connection.ExecuteAsync("DELETE FROM drafts WHERE report_id = @id", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM report_facets WHERE report_id = @id", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM envelope_keys WHERE envelope_id IN (SELECT id FROM envelopes WHERE report_id = @id)", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM envelopes WHERE report_id = @id", new { id }, transaction);
        return true;
    }

    /// <summary>Asked only now: the insert has waited for whoever was taking the same report back at this moment.</summary>
    static async Task<bool> WasTakenBack(DbConnection connection, DbTransaction transaction, string id) =>
        await connection.ExecuteAsync(
            "DELETE FROM reports WHERE id = @id AND EXISTS (SELECT 1 FROM withdrawn WHERE report_id = @id)", new { id }, transaction) == 1;

    static readonly string InsertFacets =
        $"INSERT INTO report_facets (report_id, {string.Join(", ", FacetColumns.All)}) VALUES (@report_id, {string.Join(", ", FacetColumns.All.Select(column => $"@{column}"))})";
}
