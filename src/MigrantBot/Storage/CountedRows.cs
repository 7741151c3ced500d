using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// The table <c>counted</c>: each report that counts, once. A report counts while its last verdict says so, in the one month that it got when it was first
/// accepted. Every change of a verdict or of facets calls <see cref="Refresh"/> in its own transaction, when it has already changed the row of the report.
/// </summary>
static class CountedRows
{
    static readonly string Accepted = Code.Of(CaseStatus.Accepted);

    static readonly string Citizenship = Cells<Citizenship>("f.citizenship", one => Code.Of(Counting.CellOf(one)), Code.Of(Counting.CellOf((Citizenship?)null)));

    static readonly string Actor = Cells<Actor>("f.actor", one => Code.Of(Counting.CellOf(one)), Code.Of(Counting.CellOf((Actor?)null)));

    /// <summary>A case whose facets were deleted before it was accepted counts as one of which nothing is known. What is published already takes nothing in.</summary>
    static readonly string Insert =
        $"""
        INSERT INTO counted (report_id, month, region, type, citizenship, actor)
        SELECT r.id, r.counted_in, {QueueRows.Region}, {QueueRows.Type}, {Citizenship}, {Actor}
        FROM reports r LEFT JOIN report_facets f ON f.report_id = r.id
        WHERE r.id = @id AND r.verdict = '{Accepted}' AND NOT EXISTS (SELECT 1 FROM publications WHERE kind = 'quarter' AND period >= @quarter)
        """;

    static readonly string Stale =
        $"""
        DELETE FROM counted WHERE report_id IN (SELECT report_id FROM withdrawn)
           OR report_id IN (SELECT id FROM reports WHERE verdict IS NULL OR verdict <> '{Accepted}')
        """;

    /// <summary>Writes the row of a report anew, or takes it out.</summary>
    public static async Task Refresh(DbConnection connection, DbTransaction transaction, string id)
    {
        var report = await connection.QuerySingleOrDefaultAsync<CountedReport>(
            "SELECT received_on, verdict, verdict_on, counted_in FROM reports WHERE id = @id", new { id }, transaction);
        await Remove(connection, transaction, id);
        if (report is not { VerdictOn: { } day } || report.Verdict != Accepted)
            return;
        var month = report.CountedIn is { } kept ? Period.Read(kept)! : MonthOf(report.ReceivedOn, day);
        await connection.ExecuteAsync("UPDATE reports SET counted_in = @month WHERE id = @id AND counted_in IS NULL", new { id, month = $"{month}" }, transaction);
        await connection.ExecuteAsync(Insert, new { id, quarter = $"{month.Quarter}" }, transaction);
    }

    /// <summary>The report was taken back: it counts no more. One that is deleted for its age goes on counting.</summary>
    public static Task<int> Remove(DbConnection connection, DbTransaction transaction, string id) =>
        connection.ExecuteAsync("DELETE FROM counted WHERE report_id = @id", new { id }, transaction);

    /// <summary>Makes up for a process of the version before, which still runs beside this one: for what it accepted, judged otherwise or took back.</summary>
    public static async Task CatchUp(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(Stale, transaction: transaction);
        var missed = await connection.QueryAsync<string>(
            $"SELECT id FROM reports WHERE verdict = '{Accepted}' AND verdict_on IS NOT NULL AND counted_in IS NULL", transaction: transaction);
        foreach (var id in missed.AsList())
            await Refresh(connection, transaction, id);
    }

    /// <summary>What a clock that was ahead has dated counts when it is accepted, not when that day comes.</summary>
    static Period MonthOf(DateOnly received, DateOnly accepted) => Period.CountedIn(received <= accepted ? received : accepted, accepted);

    /// <summary>SQL of a column of the facets, cell by cell; whatever else stands there, or nothing, is <paramref name="unsaid"/>.</summary>
    static string Cells<T>(string column, Func<T, string> cell, string unsaid) where T : struct, Enum =>
        $"CASE {column} {string.Concat(Enum.GetValues<T>().Select(one => $"WHEN '{Code.Of(one)}' THEN '{cell(one)}' "))}ELSE '{unsaid}' END";
}
