using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What is sealed to the recovery key, out to the ceremony and back for a moderator. Without both sheets none of it opens.</summary>
sealed class RecoveryStore(Database database)
{
    /// <summary>Fewer letters of an id might mean several reports.</summary>
    public const int FewestLetters = 8;

    const string Action = "recover";

    /// <summary>The sealed keys of the reports whose id begins so, or of all; what was taken out is written down.</summary>
    /// <param name="start">Null for all.</param>
    /// <param name="now">The hour is written down.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    public Task<IReadOnlyList<RecoverableKey>> Export(string? start, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write<IReadOnlyList<RecoverableKey>>(async (connection, transaction) =>
        {
            List<RecoverableKey> keys =
            [
                .. await connection.QueryAsync<RecoverableKey>(
                    $"""
                    SELECT e.report_id, e.id AS envelope_id, e.direction, k.sealed_key
                    FROM envelope_keys k JOIN envelopes e ON e.id = k.envelope_id
                    WHERE k.recipient_id = '{SealedEnvelope.Recovery}' {(start is null ? "" : "AND SUBSTR(e.report_id, 1, @length) = @start")}
                    ORDER BY e.report_id, e.direction, e.id
                    """, new { start, length = start?.Length }, transaction),
            ];
            if (keys.Count > 0)
                await Audit.Append(connection, transaction, AuditRow.Operator, Action, $"{(start is null ? "all" : Audit.Case(start))} taken out for the sheets", now);
            return keys;
        }, cancellation);

    /// <summary>
    /// Gives a moderator the keys that came back, and so the cases. The same twice adds nothing. Of how many cases they got some; null, and nothing
    /// changed, when they are not active.
    /// </summary>
    public Task<int?> Import(string moderator, IReadOnlyList<SealedKeyOf> keys, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write<int?>(async (connection, transaction) =>
        {
            await database.HoldKeys(connection, transaction);
            var handle = await connection.QuerySingleOrDefaultAsync<string>(
                "SELECT handle FROM moderators WHERE id = @moderator AND status = 'active'", new { moderator }, transaction);
            if (handle is null)
                return null;
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            var given = 0;
            foreach (var (report, ofReport) in await ByReport(connection, transaction, keys))
                if (await Give(connection, transaction, moderator, report, ofReport, today))
                    given++;
            if (given > 0)
                await Audit.Append(connection, transaction, AuditRow.Operator, Action, $"{handle}, {Audit.Cases(given)}", now);
            return given;
        }, cancellation);

    /// <summary>Only what lies here sealed to the recovery key; anything else in the file is nobody's.</summary>
    static async Task<IEnumerable<(string Report, List<SealedKeyOf> Keys)>> ByReport(
        DbConnection connection, DbTransaction transaction, IReadOnlyList<SealedKeyOf> keys)
    {
        var reports = (await connection.QueryAsync<(string Id, string Report)>(
            $"SELECT e.id, e.report_id FROM envelope_keys k JOIN envelopes e ON e.id = k.envelope_id WHERE k.recipient_id = '{SealedEnvelope.Recovery}'",
            transaction: transaction)).ToDictionary(one => one.Id, one => one.Report);
        return keys.Where(key => reports.ContainsKey(key.EnvelopeId)).GroupBy(key => reports[key.EnvelopeId]).Select(group => (group.Key, group.ToList()));
    }

    static async Task<bool> Give(DbConnection connection, DbTransaction transaction, string moderator, string report, List<SealedKeyOf> keys, DateOnly today)
    {
        // The report first: who deletes it at this moment is waited for.
        if (await connection.ExecuteAsync("UPDATE reports SET version = version + 1 WHERE id = @report", new { report }, transaction) == 0)
            return false;
        var added = await connection.ExecuteAsync(
            """
            INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key)
            SELECT id, @moderator, @Key FROM envelopes WHERE id = @EnvelopeId
            ON CONFLICT DO NOTHING
            """, keys.Select(key => new { moderator, key.EnvelopeId, key.Key }), transaction);
        await QueueRows.Refresh(connection, transaction, report, today);
        return added > 0;
    }
}
