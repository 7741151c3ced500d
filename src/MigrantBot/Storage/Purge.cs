using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What a night has done.</summary>
/// <param name="Today">By the clock.</param>
/// <param name="Counted">The day that ages were counted by.</param>
/// <param name="SomeUnopened">Whether a report is too old and was never opened.</param>
sealed record Night(DateOnly Today, DateOnly Counted, bool SomeUnopened);

/// <summary>
/// Deletes what is too old and raises what waits too long, once a day for all processes together, in one transaction: a process that dies in the midst has done nothing, and another
/// one does all of it.
/// </summary>
sealed class Purge(Database database)
{
    /// <summary>Its row in <c>housekeeping</c>, which says who was first today.</summary>
    public const string Job = "retention";

    /// <summary>Null when it was done today already.</summary>
    public Task<Night?> Run(DateTimeOffset now, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return database.Write(async (connection, transaction) =>
        {
            if (!await IsFirst(connection, transaction, today))
                return null;
            var counted = await Count(connection, transaction, today, now);
            var (someUnopened, deleted) = await DeleteReports(connection, transaction, counted);
            await DeleteReplies(connection, transaction, counted);
            await connection.ExecuteAsync(
                """
                DELETE FROM withdrawn WHERE day < @before;
                DELETE FROM openings WHERE day < @today;
                DELETE FROM links WHERE expires_at <= @now;
                DELETE FROM ceremonies WHERE expires_at <= @now;
                DELETE FROM sessions WHERE idle_until <= @now OR ends_at <= @now;
                DELETE FROM approvals WHERE expires_at <= @now;
                """, new { before = Retention.OverBefore(Retention.WithdrawnDays, counted), today, now = now.ToUnixTimeMilliseconds() }, transaction);
            await Removal.Sweep(connection, transaction);
            await CountedRows.CatchUp(connection, transaction);
            await PublishedFacts.Sweep(connection, transaction);
            await QueueRows.Raise(connection, transaction, today);
            await AuditRetention.Delete(connection, transaction, counted, now);
            if (deleted > 0)
                await Audit.Append(connection, transaction, AuditRow.System, AuditRow.Purge, Audit.Cases(deleted), now);
            return new Night(today, counted, someUnopened);
        }, cancellation);
    }

    /// <summary>Puts into order what a process of a version before has put into another one, without waiting for the night.</summary>
    public async Task Order(DateTimeOffset now, CancellationToken cancellation)
    {
        if (await database.Read(QueueRows.AreInAnOlderOrder, cancellation))
            await database.Write(async (connection, transaction) =>
            {
                await QueueRows.Raise(connection, transaction, DateOnly.FromDateTime(now.UtcDateTime));
                return true;
            }, cancellation);
    }

    /// <summary>Whoever changes the row first today. The very first night counts from the newest report that it finds, so that it cannot leap either.</summary>
    static async Task<bool> IsFirst(DbConnection connection, DbTransaction transaction, DateOnly today)
    {
        // A process of the version before, which still runs beside this one, does not know the column.
        await connection.ExecuteAsync("UPDATE reports SET active_on = received_on WHERE active_on = ''", transaction: transaction);
        await connection.ExecuteAsync(
            """
            INSERT INTO housekeeping (job, ran_on, counted_on)
            SELECT @Job, '', COALESCE(MAX(active_on), @today) FROM reports WHERE active_on <= @today
            ON CONFLICT (job) DO NOTHING
            """, new { Job, today }, transaction);
        return await connection.ExecuteAsync(
            "UPDATE housekeeping SET ran_on = @today WHERE job = @Job AND ran_on <> @today", new { Job, today }, transaction) == 1;
    }

    static async Task<DateOnly> Count(DbConnection connection, DbTransaction transaction, DateOnly today, DateTimeOffset now)
    {
        var before = await connection.QuerySingleAsync<DateOnly>("SELECT counted_on FROM housekeeping WHERE job = @Job", new { Job }, transaction);
        var counted = CountedDay.After(before, today);
        await connection.ExecuteAsync("UPDATE housekeeping SET counted_on = @counted WHERE job = @Job", new { Job, counted }, transaction);
        if (counted == today)
            // What a clock that was ahead has dated would else be kept too long, wait without ever rising, or be held and signed in for as long. Tomorrow may have begun in another process.
            await connection.ExecuteAsync(
                """
                UPDATE reports SET active_on = @today WHERE active_on > @tomorrow;
                UPDATE envelopes SET day = @today WHERE day > @tomorrow;
                UPDATE reports SET waits_since = @today WHERE waits_since > @tomorrow;
                UPDATE queue SET waits_since = @today WHERE waits_since > @tomorrow;
                UPDATE reports SET claimed_by = NULL, claim_until = NULL, version = version + 1 WHERE claimed_by IS NOT NULL AND claim_until > @never;
                DELETE FROM sessions WHERE ends_at > @never;
                """, new { today, tomorrow = today.AddDays(1), never = now.AddDays(1).ToUnixTimeMilliseconds() }, transaction);
        return counted;
    }

    /// <summary>Whether there are some that are too old and were never opened, and how many are gone.</summary>
    static async Task<(bool SomeUnopened, int Deleted)> DeleteReports(DbConnection connection, DbTransaction transaction, DateOnly counted)
    {
        // What moderators note among themselves makes no report younger: its reporter was told a day.
        var old = new { SealedEnvelope.Note, before = Retention.OverBefore(Math.Min(Retention.OpenDays, Retention.DecidedDays), counted) };
        // Changes nothing, but waits for who adds words to an old report at this moment; who comes later waits for us and finds what was decided.
        await connection.ExecuteAsync("UPDATE reports SET active_on = active_on WHERE active_on < @before", old, transaction);
        var aging = await connection.QueryAsync<AgingRow>(
            """
            SELECT r.id, r.status, r.active_on, r.opened_on, r.warned_on,
                   COALESCE((SELECT MAX(e.day) FROM envelopes e WHERE e.report_id = r.id AND e.direction < @Note), r.active_on) AS newest_on
            FROM reports r WHERE r.active_on < @before
            """, old, transaction);
        var fates = aging.ToLookup(row => Retention.Of(Read(row), counted));
        foreach (var row in fates[Fate.Delete])
            await ReportStore.Delete(connection, transaction, row.Id);
        await connection.ExecuteAsync(
            "UPDATE reports SET warned_on = @counted WHERE id = @Id AND warned_on IS NULL", fates[Fate.Warn].Select(row => new { row.Id, counted }), transaction);
        return (fates.Contains(Fate.Warn), fates[Fate.Delete].Count());
    }

    static async Task DeleteReplies(DbConnection connection, DbTransaction transaction, DateOnly counted)
    {
        const string old = "FROM envelopes WHERE direction = @Reply AND day < @before";
        var asked = new { counted, SealedEnvelope.Reply, before = Retention.OverBefore(Retention.ReplyDays, counted) };
        await connection.ExecuteAsync($"UPDATE reports SET reply_lost_on = @counted WHERE id IN (SELECT report_id {old})", asked, transaction);
        await connection.ExecuteAsync($"DELETE FROM envelope_keys WHERE envelope_id IN (SELECT id {old})", asked, transaction);
        await connection.ExecuteAsync($"DELETE {old}", asked, transaction);
    }

    static Aging Read(AgingRow row) => new(
        StoredStatus.Read(row.Status), row.ActiveOn, row.NewestOn, row.OpenedOn is not null, row.WarnedOn);
}
