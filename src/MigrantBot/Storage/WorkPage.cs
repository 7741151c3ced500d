using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>A page of cases that are worked on: what came with a flood last, else most urgent first, then the longest waiting.</summary>
static class WorkPage
{
    /// <summary>How many cases a filter looks at for one page; what it has not found by then is behind the next bookmark.</summary>
    const int MostLookedAt = 20_000;

    const string Place = "q.flood, q.turn, q.waits_since, q.report_id";

    /// <summary>Each level of urgency has its own time.</summary>
    static readonly string Overdue = $"({string.Join(" OR ", Urgency.Levels.Select((_, level) => $"(q.level = {level} AND q.waits_since < @Due{level})"))})";

    public static async Task<QueuePage> Read(DbConnection connection, QueueAsked asked)
    {
        var parameters = Parameters(asked);
        var bound = asked.IsFiltered && asked.Shelf != Shelf.Held ? await Bound(connection, asked, parameters) : null;
        if (bound is not null)
            parameters.AddDynamicParams(new { BoundFlood = bound.Flood, BoundTurn = bound.Turn, BoundSince = bound.Since, BoundId = bound.Id });
        // The places of the page first, out of the index alone, and the rest of the rows only for them: no planner may join before it counts.
        // CROSS JOIN tells SQLite which table to begin with; to others it is a join like any.
        var rows = (await connection.QueryAsync<CaseRow>(
            $"""
            SELECT {CaseColumns.All}
            FROM (SELECT {Place}
                  FROM {(asked.Shelf == Shelf.Held ? "reports h CROSS JOIN queue q" : "queue q")}
                  WHERE q.recipient_id = @scope {string.Concat(Conditions(asked, bound).Select(condition => $"AND {condition} "))}
                  ORDER BY {Place}
                  LIMIT {QueueStore.PageSize}) q
            CROSS JOIN reports r
            {CaseColumns.Joins}
            WHERE r.id = q.report_id
            ORDER BY {Place}
            """, parameters)).AsList();
        return new QueuePage(rows, rows.Count == QueueStore.PageSize ? QueuePlace.Of(rows[^1]) : bound);
    }

    static Task<QueuePlace?> Bound(DbConnection connection, QueueAsked asked, DynamicParameters parameters) =>
        connection.QuerySingleOrDefaultAsync<QueuePlace?>(
            $"""
            SELECT q.flood, q.turn, q.waits_since AS since, q.report_id AS id FROM queue q
            WHERE q.recipient_id = @scope {(asked.After is null ? "" : $"AND {After}")}
            ORDER BY {Place} LIMIT 1 OFFSET {MostLookedAt}
            """, parameters);

    const string After = $"({Place}) > (@Flood, @Turn, @Since, @Id)";

    static IEnumerable<string> Conditions(QueueAsked asked, QueuePlace? bound)
    {
        yield return asked.Status is null ? "q.status IN ('open', 'accepted')" : "q.status = @status";
        if (asked.Shelf == Shelf.Held)
            yield return "q.report_id = h.id AND h.claimed_by = @me AND h.claim_until > @now";
        if (asked.Language is not null)
            yield return "q.language = @language";
        if (asked.Region is not null)
            yield return "q.region = @region";
        if (asked.Type is not null)
            yield return "q.type = @type";
        if (asked.IsOverdue)
            yield return $"q.status <> 'waiting' AND {Overdue}";
        if (asked.After is not null)
            yield return After;
        if (bound is not null)
            yield return $"({Place}) <= (@BoundFlood, @BoundTurn, @BoundSince, @BoundId)";
    }

    static DynamicParameters Parameters(QueueAsked asked)
    {
        var parameters = new DynamicParameters(new
        {
            me = asked.Me,
            now = asked.At.ToUnixTimeMilliseconds(),
            scope = asked.Shelf == Shelf.All ? QueueRows.Everybody : asked.Me,
            status = Code.Of(asked.Status),
            language = asked.Language,
            region = Code.Of(asked.Region),
            type = Code.Of(asked.Type),
            asked.After?.Flood,
            asked.After?.Turn,
            asked.After?.Since,
            asked.After?.Id,
        });
        AddDue(parameters, asked.Today);
        return parameters;
    }

    /// <summary>For each level the day before which nothing may wait any more.</summary>
    public static void AddDue(DynamicParameters parameters, DateOnly today)
    {
        foreach (var (level, number) in Urgency.Levels.Select((level, number) => (level, number)))
            parameters.Add($"Due{number}", today.AddDays(-level.Days));
    }
}
