using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// The table <c>queue</c>: made from the others, never the truth. Every change of a case after which it stands elsewhere, or is sealed to somebody else,
/// calls <see cref="Refresh"/> in its own transaction, when it has already changed the row of the report: that keeps others from refreshing it meanwhile.
/// </summary>
static class QueueRows
{
    /// <summary>Who is nobody in particular: that row stands for the case in the list of all.</summary>
    public const string Everybody = "";

    const string WorkedOn = "'open', 'waiting', 'accepted'";

    /// <summary>SQL of <c>f</c>, the facets; the cell of a case whose facets were deleted is other.</summary>
    public static readonly string Region =
        $"CASE f.region {string.Concat(Enum.GetValues<Region>().Select(region => $"WHEN '{Code.Of(region)}' THEN '{Code.Of(Counting.CellOf(region))}' "))}ELSE '{Code.Of(RegionCell.Other)}' END";

    /// <summary>SQL of <c>f</c>, the facets.</summary>
    public static readonly string Type =
        $"CASE {string.Concat(Enum.GetValues<Methods>().Where(method => method != Methods.None).OrderBy(Counting.TypeOf).Select(method => $"WHEN ' ' || f.methods || ' ' LIKE '% {Code.Of(method)} %' THEN '{Code.Of(Counting.TypeOf(method))}' "))}ELSE '{Code.Of(CaseType.Other)}' END";

    static readonly string Level =
        $"CASE {string.Concat(Urgency.Levels.SkipLast(1).Select((level, number) => $"WHEN r.urgency >= {level.From} THEN {number} "))}ELSE {Urgency.Levels.Count - 1} END";

    const string Unread = "CASE WHEN opened_on IS NULL THEN 1 ELSE 0 END";

    static readonly string Insert =
        $"""
        INSERT INTO queue (recipient_id, report_id, status, flood, turn, waits_since, level, unread, language, region, type)
        SELECT s.recipient_id, r.id, r.status, r.flood, r.turn, r.waits_since, {Level}, CASE WHEN r.opened_on IS NULL THEN 1 ELSE 0 END, r.language, {Region}, {Type}
        FROM reports r
        JOIN (SELECT '{Everybody}' AS recipient_id
              UNION SELECT k.recipient_id FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id
              WHERE e.report_id = @id AND k.recipient_id NOT IN ('{SealedEnvelope.Reporter}', '{SealedEnvelope.Recovery}')) s ON r.id = @id
        LEFT JOIN report_facets f ON f.report_id = r.id
        WHERE r.id = @id AND r.status IN ({WorkedOn})
        """;

    const string Stale =
        $"""
        SELECT r.id FROM reports r LEFT JOIN queue q ON q.recipient_id = '{Everybody}' AND q.report_id = r.id
        WHERE r.status IN ({WorkedOn}) AND (q.report_id IS NULL OR q.status <> r.status)
        UNION
        SELECT q.report_id FROM queue q LEFT JOIN reports r ON r.id = q.report_id
        WHERE q.recipient_id = '{Everybody}' AND (r.id IS NULL OR r.status NOT IN ({WorkedOn}))
        """;

    /// <summary>Ranks the case as of this day and writes its rows anew; a case that has ended, or is gone, has none.</summary>
    public static async Task Refresh(DbConnection connection, DbTransaction transaction, string id, DateOnly today)
    {
        if (await connection.QuerySingleOrDefaultAsync<RankRow>(
                $"SELECT status, urgency, waits_since, turn, {Unread} AS unread FROM reports WHERE id = @id", new { id }, transaction) is { } row && TurnOf(row, today) is var turn && turn != row.Turn)
            await connection.ExecuteAsync("UPDATE reports SET turn = @turn WHERE id = @id", new { id, turn }, transaction);
        await Remove(connection, transaction, id);
        await connection.ExecuteAsync(Insert, new { id }, transaction);
    }

    /// <summary>The words of the case were all opened: it gives way to what is as urgent and was not.</summary>
    public static async Task Opened(DbConnection connection, DbTransaction transaction, string id, DateOnly today)
    {
        if (await connection.ExecuteAsync("UPDATE queue SET unread = 0 WHERE report_id = @id AND unread = 1", new { id }, transaction) > 0)
            await Refresh(connection, transaction, id, today);
    }

    /// <summary>Whether a case stands where a process of a version before has put it, by another order than this one's.</summary>
    public static async Task<bool> AreInAnOlderOrder(DbConnection connection) => await connection.ExecuteScalarAsync<long>(
        $"SELECT COUNT(*) FROM (SELECT 1 FROM reports WHERE status IN ({WorkedOn}) AND flood IN (0, 1, 2) AND turn < {Precedence.First} LIMIT 1) one") > 0;

    /// <summary>The case is gone.</summary>
    public static Task<int> Remove(DbConnection connection, DbTransaction transaction, string id) =>
        connection.ExecuteAsync("DELETE FROM queue WHERE report_id = @id", new { id }, transaction);

    /// <summary>The moderator is gone; to be called when their keys are deleted, so that no refresh brings the rows back.</summary>
    public static Task<int> RemoveOf(DbConnection connection, DbTransaction transaction, string moderator) =>
        connection.ExecuteAsync("DELETE FROM queue WHERE recipient_id = @moderator AND recipient_id <> ''", new { moderator }, transaction);

    /// <summary>
    /// What waits longer than it should rises. Those of one urgency that wait since one day rise together, so a night costs as much as there are cases
    /// that move. Cases that a process of an older version has changed get their rows too.
    /// </summary>
    public static async Task Raise(DbConnection connection, DbTransaction transaction, DateOnly today)
    {
        await connection.ExecuteAsync("UPDATE reports SET waits_since = received_on WHERE waits_since = ''", transaction: transaction);
        foreach (var id in (await connection.QueryAsync<string>(Stale, transaction: transaction)).AsList())
            await Refresh(connection, transaction, id, today);
        var groups = await connection.QueryAsync<RankRow>(
            $"SELECT DISTINCT status, flood, urgency, waits_since, turn, {Unread} AS unread FROM reports WHERE status IN ({WorkedOn})", transaction: transaction);
        foreach (var group in groups.AsList())
            if (TurnOf(group, today) is var next && next != group.Turn)
                await Raise(connection, transaction, group, next);
    }

    static async Task Raise(DbConnection connection, DbTransaction transaction, RankRow group, long next)
    {
        const string these = $"status = @Status AND flood = @Flood AND turn = @Turn AND waits_since = @WaitsSince AND urgency = @Urgency AND {Unread} = @Unread";
        var moved = new { group.Status, group.Flood, group.Turn, group.WaitsSince, group.Urgency, group.Unread, next };
        // The rows of the queue second, as everywhere; by then the reports have the new turn, and only those rows of theirs have not that differ.
        await connection.ExecuteAsync($"UPDATE reports SET turn = @next WHERE {these}", moved, transaction);
        await connection.ExecuteAsync(
            $"UPDATE queue SET turn = @next WHERE turn = @Turn AND report_id IN (SELECT id FROM reports WHERE {these.Replace("@Turn", "@next", StringComparison.Ordinal)})", moved, transaction);
    }

    static long TurnOf(RankRow row, DateOnly today) => Precedence.Of(StoredStatus.Read(row.Status), (int)row.Urgency, row.Unread == 1, row.WaitsSince, today);
}
