using System.Data.Common;
using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Takes reports in. Nothing here says who told, nor when within the day.</summary>
sealed class ReportStore(Database database)
{
    /// <summary>True when the report is new. A report whose id is known changes nothing at all, not even by another envelope.</summary>
    public Task<bool> Insert(SealedReport report, CancellationToken cancellation) =>
        database.Write((connection, transaction) => Insert(connection, transaction, report), cancellation);

    /// <summary>The same within a larger change.</summary>
    public static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, SealedReport report)
    {
        var isNew = await connection.ExecuteAsync(
            """
            INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, version)
            VALUES (@Id, @ReceivedOn, @Language, @Urgency, @UrgencyReason, 'open', 1)
            ON CONFLICT DO NOTHING
            """, new { report.Id, report.ReceivedOn, report.Language, report.Urgency, report.UrgencyReason }, transaction) == 1;
        if (!isNew)
            return false;
        await connection.ExecuteAsync(InsertFacets, Answers(report), transaction);
        await EnvelopeStore.Insert(connection, transaction, report.Envelope);
        return true;
    }

    static readonly string InsertFacets =
        $"INSERT INTO report_facets (report_id, {string.Join(", ", FacetColumns.All)}) VALUES (@report_id, {string.Join(", ", FacetColumns.All.Select(column => $"@{column}"))})";

    static DynamicParameters Answers(SealedReport report)
    {
        var columns = new DynamicParameters();
        columns.Add("report_id", report.Id);
        foreach (var (facet, value) in FacetNames.All(report.Facets))
            columns.Add(FacetColumns.Of(facet), value);
        return columns;
    }
}
