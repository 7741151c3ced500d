using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// What the holder of a case does inside it. Each change begins by renewing the holder's claim, so who has lost it changes nothing; its words come sealed and
/// signed, and the same words again change nothing either. Null is done.
/// </summary>
sealed class CaseworkStore(Database database)
{
    const string Renewed = $"UPDATE reports SET {Held.Renewed} WHERE id = @ReportId AND {Held.WithFence} RETURNING version";

    const string Replied =
        $"""
        UPDATE reports SET {ReportStore.ActiveToday}, warned_on = NULL, reply_lost_on = NULL, reply_taken_on = NULL
        WHERE id = @ReportId AND reporter_key IS NOT NULL
        """;

    static readonly string Corrected =
        $"UPDATE report_facets SET {string.Join(", ", FacetColumns.All.Select(column => $"{column} = @{column}"))} WHERE report_id = @report_id";

    const string Reweighed =
        """
        UPDATE reports SET version = version + 1,
                           urgency = CASE WHEN urgency_by IS NULL THEN @urgency ELSE urgency END,
                           urgency_reason = CASE WHEN urgency_by IS NULL THEN @why ELSE urgency_reason END
        WHERE id = @ReportId
        """;

    /// <summary>What is done under the renewed claim, to the case of this version; a refusal where it cannot be done.</summary>
    delegate Task<Refusal?> Change(DbConnection connection, DbTransaction transaction, long version);

    /// <summary>Whether there is a text with this id, of whatever case.</summary>
    public Task<bool> Knows(string text, CancellationToken cancellation) =>
        database.Read(connection => EnvelopeStore.IsTaken(connection, null, text), cancellation);

    /// <summary>A reply to a reporter who has a receipt. It counts the report's age anew, and is no longer a draft.</summary>
    public Task<Refusal?> Reply(Deed deed, long fence, SealedEnvelope reply, CancellationToken cancellation) =>
        Work(deed, fence, reply, SealedEnvelope.Reply, async (connection, transaction, _) =>
        {
            if (await connection.ExecuteAsync(Replied, new { reply.ReportId, today = deed.Day }, transaction) == 0)
                return Refusal.NoReceipt;
            await DraftStore.Remove(connection, transaction, reply.ReportId, deed.By);
            return null;
        }, cancellation);

    /// <summary>What a moderator tells the others who hold the case. The report grows no younger by it.</summary>
    public Task<Refusal?> Note(Deed deed, long fence, SealedEnvelope note, CancellationToken cancellation) =>
        Work(deed, fence, note, SealedEnvelope.Note, (_, _, _) => Task.FromResult<Refusal?>(null), cancellation);

    /// <summary>Overrules how urgent the case is; from then on it is not computed any more. The note is the reason.</summary>
    public Task<Refusal?> Overrule(Deed deed, long fence, long version, int urgency, SealedEnvelope reason, CancellationToken cancellation) =>
        Work(deed, fence, reason, SealedEnvelope.Note, async (connection, transaction, current) =>
        {
            if (current != version)
                return Refusal.ReadAgain;
            await connection.ExecuteAsync(
                "UPDATE reports SET urgency = @urgency, urgency_by = @By, version = version + 1 WHERE id = @ReportId", new { reason.ReportId, deed.By, urgency }, transaction);
            await QueueRows.Refresh(connection, transaction, reason.ReportId, deed.Day);
            return null;
        }, cancellation);

    /// <summary>Corrects what was answered; what is <paramref name="changed"/> is in the code list. The note is the reason.</summary>
    public Task<Refusal?> Correct(
        Deed deed, long fence, long version, IReadOnlyDictionary<string, string> changed, SealedEnvelope reason, CancellationToken cancellation) =>
        Work(deed, fence, reason, SealedEnvelope.Note, async (connection, transaction, current) =>
        {
            if (current != version)
                return Refusal.ReadAgain;
            var kept = await connection.QuerySingleOrDefaultAsync<string>(
                $"SELECT {FacetColumns.Joined("f")} FROM report_facets f WHERE f.report_id = @ReportId", new { reason.ReportId }, transaction);
            if (kept is null)
                return Refusal.FacetsGone;
            var facets = FacetChanges.Apply(FacetChanges.Apply(new(), FacetColumns.Read(kept)), changed);
            var (urgency, why) = Urgency.Of(facets);
            await connection.ExecuteAsync(Corrected, FacetColumns.Values(reason.ReportId, facets), transaction);
            await connection.ExecuteAsync(Reweighed, new { reason.ReportId, urgency, why }, transaction);
            await QueueRows.Refresh(connection, transaction, reason.ReportId, deed.Day);
            await CountedRows.Refresh(connection, transaction, reason.ReportId);
            return null;
        }, cancellation);

    Task<Refusal?> Work(Deed deed, long fence, SealedEnvelope text, long direction, Change change, CancellationToken cancellation) =>
        text.Direction == direction && text.Author == deed.By && text.Signature is not null
            ? database.Write<Refusal?>(async (connection, transaction) =>
            {
                // First, for others who would change the case wait for it.
                var version = await connection.QuerySingleOrDefaultAsync<long?>(
                    Renewed, new { text.ReportId, me = deed.By, fence, now = deed.Instant, until = Held.Until(deed.At) }, transaction);
                if (await EnvelopeStore.IsKnown(connection, transaction, text))
                    return null;
                if (version is null)
                    return Refusal.LeaseOver;
                if (await EnvelopeStore.IsTaken(connection, transaction, text.Id))
                    return Refusal.AlreadySent;
                if (await change(connection, transaction, version.Value) is { } refusal)
                    return refusal;
                await EnvelopeStore.Insert(connection, transaction, text);
                await deed.Append(connection, transaction, Audit.Case(text.ReportId));
                return null;
            }, cancellation)
            : throw new ArgumentException("What a holder leaves has its direction, whoever leaves it as its author, and a signature.", nameof(text));
}
