using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Storage;

/// <summary>
/// The facts of a quarter go with its publication: what was counted, and the answers of the reports that were counted, or ended, by then. The sealed copies
/// keep the answers for who holds a key.
/// </summary>
static class PublishedFacts
{
    const string Over = "(counted_in <= @last OR (status IN ('rejected', 'duplicate', 'closed') AND closed_on < @end))";

    /// <summary>As <see cref="QueueRows"/> would write them.</summary>
    static readonly string Unmarked =
        $"""
        UPDATE queue SET region = '{Code.Of(RegionCell.Other)}', type = '{Code.Of(CaseType.Other)}'
        WHERE (region <> '{Code.Of(RegionCell.Other)}' OR type <> '{Code.Of(CaseType.Other)}')
          AND NOT EXISTS (SELECT 1 FROM report_facets f WHERE f.report_id = queue.report_id)
        """;

    /// <summary>Within a change that keeps others from changing these reports meanwhile.</summary>
    public static async Task Delete(DbConnection connection, DbTransaction transaction, Period quarter)
    {
        await Execute("DELETE FROM counted WHERE month <= @last");
        if (await Execute($"DELETE FROM report_facets WHERE EXISTS (SELECT 1 FROM reports WHERE id = report_id AND {Over})") > 0)
            await Execute(Unmarked);

        // However many there are: a quarter that took too long would never appear.
        Task<int> Execute(string sql) => connection.ExecuteAsync(sql, Asked(quarter), transaction, commandTimeout: 0);
    }

    /// <summary>Deletes what a process of the version before, or a clock that was wrong, has left of quarters that are out.</summary>
    public static async Task Sweep(DbConnection connection, DbTransaction transaction)
    {
        if (await connection.ExecuteScalarAsync<string>("SELECT MAX(period) FROM publications WHERE kind = 'quarter'", transaction: transaction) is not { } newest)
            return;
        var quarter = Period.Read(newest)!;
        await connection.ExecuteAsync(
            $"""
            UPDATE reports SET version = version
            WHERE id IN (SELECT report_id FROM counted WHERE month <= @last) OR ({Over} AND id IN (SELECT report_id FROM report_facets))
            """, Asked(quarter), transaction);
        await Delete(connection, transaction, quarter);
    }

    static object Asked(Period quarter) => new { last = $"{quarter.Months[^1]}", end = quarter.End };
}
