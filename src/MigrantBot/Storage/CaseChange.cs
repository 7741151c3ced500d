using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;

namespace MigrantBot.Storage;

/// <summary>Saves what was decided about a case, with all that follows from it, unless somebody else was faster.</summary>
static class CaseChange
{
    const string Moved = $", waits_since = @Day, {ReportStore.ActiveToday}";

    /// <summary>What was decided, once it is saved; null where somebody else was faster; a refusal where its doer holds enough.</summary>
    public static async Task<Decision?> Save(DbConnection connection, DbTransaction transaction, Case before, Case after, Deed deed)
    {
        if (after.Status == CaseStatus.Duplicate && !await IsOriginal(connection, transaction, after.Id, after.Verdict!.DuplicateOf!))
            return null;
        if (after.Claim is not null && after.Fence != before.Fence && !await HeldCases.MayTake(connection, transaction, before, deed))
            return new Decision.Refused(Refusal.HoldsEnough);
        var moves = after.Status != before.Status;
        var saved = new
        {
            after.Id,
            before.Version,
            after.Urgency,
            after.Fence,
            Status = Code.Of(after.Status),
            ClaimedBy = after.Claim?.Moderator,
            ClaimUntil = after.Claim?.Until.ToUnixTimeMilliseconds(),
            ClosedOn = after.Status is CaseStatus.Open or CaseStatus.Waiting ? (DateOnly?)null : deed.Day,
            Verdict = after.Verdict is { } verdict ? Code.Of(verdict.Is) : null,
            VerdictOn = after.Verdict?.On,
            DecidedBy = after.Verdict?.By,
            after.Verdict?.DuplicateOf,
            deed.Day,
            today = deed.Day,
        };
        var isSaved = await connection.ExecuteAsync(
            $"""
            UPDATE reports SET status = @Status, urgency = @Urgency, claimed_by = @ClaimedBy, claim_until = @ClaimUntil, claim_fence = @Fence,
                               verdict = @Verdict, verdict_on = @VerdictOn, decided_by = @DecidedBy, duplicate_of = @DuplicateOf,
                               version = version + 1{(moves ? $", closed_on = @ClosedOn{Moved}" : "")}
            WHERE id = @Id AND version = @Version AND NOT EXISTS (SELECT 1 FROM moderators WHERE id = @ClaimedBy AND status <> 'active')
            """, saved, transaction) == 1;
        if (isSaved && moves)
            await QueueRows.Refresh(connection, transaction, after.Id, deed.Day);
        if (isSaved && after.Verdict != before.Verdict)
            await CountedRows.Refresh(connection, transaction, after.Id);
        // A claim that is renewed is the same claim.
        if (isSaved && (after.Claim is null || after.Fence != before.Fence))
            await deed.Append(connection, transaction, Audit.Case(after.Id));
        return isSaved ? new Decision.Made(after) : null;
    }

    /// <summary>Two cases that are made duplicates of each other at once would both be lost: whoever comes second waits here, and sees it.</summary>
    static async Task<bool> IsOriginal(DbConnection connection, DbTransaction transaction, string id, string original)
    {
        foreach (var one in new[] { id, original }.Order(StringComparer.Ordinal))
            await connection.ExecuteAsync("UPDATE reports SET version = version WHERE id = @one", new { one }, transaction);
        return await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM reports WHERE id = @original AND status <> 'duplicate'", new { original }, transaction) == 1;
    }
}
