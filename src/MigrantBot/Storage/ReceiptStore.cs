using System.Data.Common;
using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// What a reporter may do who comes back with a receipt. Whoever has no right look-up value finds nothing and changes nothing. Changes are parts of a
/// larger one.
/// </summary>
sealed class ReceiptStore(Database database)
{
    /// <summary>Null when it is unknown, taken back or deleted by age; one cannot tell which.</summary>
    public Task<ReceiptRow?> Find(string lookup, DateTimeOffset now, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<ReceiptRow>(
            """
            SELECT id AS report_id, status, verdict, CASE WHEN claimed_by IS NOT NULL AND claim_until > @now THEN 1 ELSE 0 END AS is_claimed,
                   received_on, active_on, urgency, reply_lost_on, reply_taken_on
            FROM reports WHERE receipt_lookup = @lookup
            """, new { lookup, now = now.ToUnixTimeMilliseconds() }), cancellation);

    /// <summary>Replies that are there, the oldest first. Nothing says that they are true: see <see cref="ReplyRow.SignKey"/>.</summary>
    public Task<IReadOnlyList<ReplyRow>> Replies(string reportId, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<ReplyRow>>(async connection =>
        [
            .. await connection.QueryAsync<ReplyRow>(
                """
                SELECT e.id, e.day, e.body, k.sealed_key, e.author, e.signature, m.sign_key
                FROM envelopes e
                JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @Reporter
                LEFT JOIN moderators m ON m.id = e.author
                WHERE e.report_id = @reportId AND e.direction = @Reply
                ORDER BY e.day, e.id
                """, new { reportId, SealedEnvelope.Reporter, SealedEnvelope.Reply }),
        ], cancellation);

    /// <summary>
    /// Remembers that its reporter was shown a reply: the last such day and nothing else, also when the reply itself is deleted. Not to be asked again on a
    /// day that is there.
    /// </summary>
    public Task<bool> Taken(string reportId, DateOnly today, CancellationToken cancellation) => database.Write(
        async (connection, transaction) => await connection.ExecuteAsync(
            "UPDATE reports SET reply_taken_on = @today WHERE id = @reportId AND COALESCE(reply_taken_on, '') < @today", new { reportId, today }, transaction) == 1,
        cancellation);

    /// <summary>To whom the report itself was sealed; some may no longer be active.</summary>
    public Task<IReadOnlyList<string>> Recipients(string reportId, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<string>>(async connection =>
        [
            .. await connection.QueryAsync<string>(
                """
                SELECT k.recipient_id FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id
                WHERE e.report_id = @reportId AND e.direction = 0 ORDER BY k.recipient_id
                """, new { reportId }),
        ], cancellation);

    /// <summary>
    /// Adds words; a case that was decided or waited for them is open again, and one that was open waits no less long for it. False when the report is gone. The same envelope twice is added once, and a late second attempt does not
    /// open the case again.
    /// </summary>
    public static async Task<bool> Add(DbConnection connection, DbTransaction transaction, SealedEnvelope addition, DateOnly today)
    {
        if (await EnvelopeStore.IsKnown(connection, transaction, addition))
            return true;
        var isThere = await connection.ExecuteAsync(
            $"""
            UPDATE reports SET waits_since = CASE WHEN status = 'open' THEN waits_since ELSE @today END, status = 'open', closed_on = NULL, opened_on = NULL, warned_on = NULL, version = version + 1, {ReportStore.ActiveToday}
            WHERE id = @ReportId
            """, new { addition.ReportId, today }, transaction) == 1;
        if (!isThere || !(await EnvelopeStore.InsertOnce(connection, transaction, addition) || await EnvelopeStore.IsKnown(connection, transaction, addition)))
            return false;
        await QueueRows.Refresh(connection, transaction, addition.ReportId, today);
        return true;
    }

    /// <summary>
    /// Deletes the report with all that belongs to it, and remembers only its id, so that its old button does not bring it back. False when there was none.
    /// <see cref="Database.Expunge"/> is to be asked once it is committed.
    /// </summary>
    public static async Task<bool> Withdraw(DbConnection connection, DbTransaction transaction, string lookup, DateOnly today)
    {
        var id = await connection.ExecuteScalarAsync<string>("SELECT id FROM reports WHERE receipt_lookup = @lookup", new { lookup }, transaction);
        if (id is null || !await ReportStore.TakeBack(connection, transaction, id))
            return false;
        await connection.ExecuteAsync("INSERT INTO withdrawn (report_id, day) VALUES (@id, @today) ON CONFLICT DO NOTHING", new { id, today }, transaction);
        await OpenDuplicates(connection, transaction, id, today);
        return true;
    }

    /// <summary>What others told was laid to this case, and nobody works on it elsewhere: it waits for a moderator again, and remembers the case no more.</summary>
    static async Task OpenDuplicates(DbConnection connection, DbTransaction transaction, string gone, DateOnly today)
    {
        var opened = await connection.QueryAsync<string>(
            $"""
            UPDATE reports SET status = 'open', closed_on = NULL, waits_since = @today, version = version + 1, {ReportStore.ActiveToday}
            WHERE duplicate_of = @gone AND status = 'duplicate' RETURNING id
            """, new { gone, today }, transaction);
        foreach (var id in opened.AsList())
            await QueueRows.Refresh(connection, transaction, id, today);
        await connection.ExecuteAsync("UPDATE reports SET duplicate_of = NULL WHERE duplicate_of = @gone", new { gone }, transaction);
    }

    /// <summary>
    /// Deletes the reply whose id begins with these letters. Again changes nothing; false only when the report is gone. <see cref="Database.Expunge"/> is
    /// to be asked once it is committed.
    /// </summary>
    public static async Task<bool> DeleteReply(DbConnection connection, DbTransaction transaction, string lookup, string start, DateOnly today)
    {
        var asked = new { lookup, start, today, SealedEnvelope.Reply };
        if (await connection.ExecuteAsync($"UPDATE reports SET {ReportStore.ActiveToday} WHERE receipt_lookup = @lookup", asked, transaction) == 0)
            return false;
        var these =
            $"""
            SELECT e.id FROM envelopes e JOIN reports r ON r.id = e.report_id
            WHERE r.receipt_lookup = @lookup AND e.direction = @Reply AND SUBSTR(e.id, 1, {Reply.StartLength}) = @start
            """;
        await connection.ExecuteAsync($"DELETE FROM envelope_keys WHERE envelope_id IN ({these})", asked, transaction);
        await connection.ExecuteAsync($"DELETE FROM envelopes WHERE id IN ({these})", asked, transaction);
        return true;
    }
}
