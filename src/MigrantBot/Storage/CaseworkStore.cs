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
    /// <summary>The case is held by this very claim, now.</summary>
    internal const string IsHeld =
        "status IN ('open', 'waiting', 'accepted') AND claimed_by = @Moderator AND claim_until > @now AND claim_fence = @Fence";

    const string Renewed = $"UPDATE reports SET claim_until = @until WHERE id = @Report AND {IsHeld} RETURNING version";

    const string Replied =
        $"""
        UPDATE reports SET {ReportStore.ActiveToday}, warned_on = NULL, reply_lost_on = NULL
        WHERE id = @Report AND reporter_key IS NOT NULL
        """;

    static readonly string Corrected =
        $"UPDATE report_facets SET {string.Join(", ", FacetColumns.All.Select(column => $"{column} = @{column}"))} WHERE report_id = @report_id";

    delegate Task<Refusal?> Change(DbConnection connection, DbTransaction transaction, long version);

    /// <summary>Whether there is a text with this id, of whatever case.</summary>
    public Task<bool> Knows(string text, CancellationToken cancellation) =>
        database.Read(connection => EnvelopeStore.IsTaken(connection, null, text), cancellation);

    /// <summary>A reply to a reporter who has a receipt. It counts the report's age anew, and is no longer a draft.</summary>
    public Task<Refusal?> Reply(Hold hold, SealedEnvelope reply, CancellationToken cancellation) =>
        Work(hold, reply, SealedEnvelope.Reply, "reply", async (connection, transaction, _) =>
        {
            if (await connection.ExecuteAsync(Replied, new { hold.Report, today = hold.Today }, transaction) == 0)
                return Refusal.NoReceipt;
            await DraftStore.Remove(connection, transaction, hold.Report, hold.Moderator);
            return null;
        }, cancellation);

    /// <summary>What a moderator tells the others who hold the case. The report grows no younger by it.</summary>
    public Task<Refusal?> Note(Hold hold, SealedEnvelope note, CancellationToken cancellation) =>
        Work(hold, note, SealedEnvelope.Note, "note", (_, _, _) => Task.FromResult<Refusal?>(null), cancellation);

    /// <summary>Overrules how urgent the case is; from then on nobody computes it anew. The note is the reason.</summary>
    public Task<Refusal?> Overrule(Hold hold, long version, int urgency, SealedEnvelope reason, CancellationToken cancellation) =>
        Work(hold, reason, SealedEnvelope.Note, "urgency", async (connection, transaction, current) =>
        {
            if (current != version)
                return Refusal.ReadAgain;
            await connection.ExecuteAsync(
                "UPDATE reports SET urgency = @urgency, urgency_by = @Moderator, turn = @turn, version = version + 1 WHERE id = @Report",
                new { hold.Report, hold.Moderator, urgency, turn = Urgency.Most - urgency }, transaction);
            return null;
        }, cancellation);

    /// <summary>Corrects what was answered, of which <paramref name="changed"/> is in the code list. The note is the reason.</summary>
    public Task<Refusal?> Correct(Hold hold, long version, IReadOnlyDictionary<string, string> changed, SealedEnvelope reason, CancellationToken cancellation) =>
        Work(hold, reason, SealedEnvelope.Note, "correct", async (connection, transaction, current) =>
        {
            if (current != version)
                return Refusal.ReadAgain;
            var kept = await connection.QuerySingleOrDefaultAsync<string>(
                $"SELECT {FacetColumns.Joined("f")} FROM report_facets f WHERE f.report_id = @Report", hold, transaction);
            if (kept is null)
                return Refusal.FacetsGone;
            var facets = FacetChanges.Apply(FacetChanges.Apply(new(), FacetColumns.Read(kept)), changed);
            await connection.ExecuteAsync(Corrected, FacetColumns.Values(hold.Report, facets), transaction);
            var (urgency, why) = Urgency.Of(facets);
            await connection.ExecuteAsync("UPDATE reports SET version = version + 1 WHERE id = @Report", hold, transaction);
            await connection.ExecuteAsync(
                "UPDATE reports SET urgency = @urgency, urgency_reason = @why, turn = @turn WHERE id = @Report AND urgency_by IS NULL",
                new { hold.Report, urgency, why, turn = Urgency.Most - urgency }, transaction);
            return null;
        }, cancellation);

    Task<Refusal?> Work(Hold hold, SealedEnvelope text, long direction, string action, Change change, CancellationToken cancellation) =>
        text.Direction == direction && text.ReportId == hold.Report && text.Author == hold.Moderator && text.Signature is not null
            ? database.Write<Refusal?>(async (connection, transaction) =>
            {
                var version = await Renew(connection, transaction, hold);
                if (await EnvelopeStore.IsKnown(connection, transaction, text))
                    return null;
                if (version is null)
                    return Refusal.LeaseOver;
                if (await EnvelopeStore.IsTaken(connection, transaction, text.Id))
                    return Refusal.AlreadySent;
                if (await change(connection, transaction, version.Value) is { } refusal)
                    return refusal;
                await EnvelopeStore.Insert(connection, transaction, text);
                await Audit.Append(connection, transaction, hold.Handle, action, Audit.Case(hold.Report), hold.Now);
                return null;
            }, cancellation)
            : throw new ArgumentException("What a holder leaves has its direction, its case, its author and a signature.", nameof(text));

    /// <summary>The case's version, which others now wait to change; null where the claim is another one, or over.</summary>
    static Task<long?> Renew(DbConnection connection, DbTransaction transaction, Hold hold) =>
        connection.QuerySingleOrDefaultAsync<long?>(Renewed, Asked(hold), transaction);

    /// <summary>The parameters of <see cref="IsHeld"/>, and until when it is renewed.</summary>
    internal static object Asked(Hold hold) => new
    {
        hold.Report,
        hold.Moderator,
        hold.Fence,
        now = hold.Now.ToUnixTimeMilliseconds(),
        until = (hold.Now + Moderating.Lease).ToUnixTimeMilliseconds(),
    };
}
