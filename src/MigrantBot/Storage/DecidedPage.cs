using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>A page of cases that this moderator has decided, the newest first. They have no rows in the queue, and are too many to be looked through at once.</summary>
static class DecidedPage
{
    /// <summary>How many cases a filter looks at for one page; what it has not found by then is behind the next bookmark.</summary>
    const int MostLookedAt = 500;

    const string Order = "ORDER BY r.verdict_on DESC, r.id";
    const string After = "r.verdict_on <= @Since AND (r.verdict_on < @Since OR r.id > @Id)";

    public static async Task<QueuePage> Read(DbConnection connection, QueueAsked asked)
    {
        var parameters = new
        {
            me = asked.Me,
            status = Code.Of(asked.Status),
            language = asked.Language,
            region = Code.Of(asked.Region),
            type = Code.Of(asked.Type),
            asked.After?.Since,
            asked.After?.Id,
        };
        // Those it looks at first, out of the index alone; then what the filter leaves of them; the rest of the row only for the page.
        var looked = asked.IsFiltered ? MostLookedAt : QueueStore.PageSize;
        var rows = (await connection.QueryAsync<CaseRow>(
            $"""
            SELECT {CaseColumns.All}
            FROM (SELECT d.id, d.verdict_on
                  FROM (SELECT r.id, r.verdict_on, r.status, r.language FROM reports r WHERE {Decided(asked)} {Order} LIMIT {looked}) d
                  LEFT JOIN report_facets f ON f.report_id = d.id
                  {(asked.IsFiltered ? $"WHERE {string.Join(" AND ", Conditions(asked))}" : "")}
                  ORDER BY d.verdict_on DESC, d.id
                  LIMIT {QueueStore.PageSize}) found
            CROSS JOIN reports r
            {CaseColumns.Joins}
            WHERE r.id = found.id
            {Order}
            """, parameters)).AsList();
        if (rows.Count == QueueStore.PageSize)
            return new QueuePage(rows, Of(rows[^1].VerdictOn, rows[^1].Id));
        var last = asked.IsFiltered
            ? await connection.QuerySingleOrDefaultAsync<QueuePlace?>(
                $"SELECT r.verdict_on AS since, r.id FROM reports r WHERE {Decided(asked)} {Order} LIMIT 1 OFFSET {MostLookedAt - 1}", parameters)
            : null;
        return new QueuePage(rows, last);
    }

    static string Decided(QueueAsked asked) =>
        $"r.decided_by = @me AND r.status NOT IN ('open', 'waiting') {(asked.After is null ? "" : $"AND {After}")}";

    static IEnumerable<string> Conditions(QueueAsked asked)
    {
        if (asked.Status is not null)
            yield return "d.status = @status";
        if (asked.Language is not null)
            yield return "d.language = @language";
        if (asked.Region is not null)
            yield return $"{QueueRows.Region} = @region";
        if (asked.Type is not null)
            yield return $"{QueueRows.Type} = @type";
        if (asked.IsOverdue)
            yield return "1 = 0";
    }

    static QueuePlace Of(DateOnly? since, string id) => new() { Since = since!.Value, Id = id };
}
