using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>A case as the page of one moderator shows it. Names of the code list; the page has the words for them.</summary>
sealed record CaseView(
    string Id, long Version, DateOnly ReceivedOn, string Language, long Urgency, string UrgencyReason, string? UrgencyBy, long Rank, DateOnly? Due, long OverdueDays,
    string Status, string? Verdict, DateOnly? VerdictOn, string? DuplicateOf, bool IsSealedToMe, Held? Held, bool CanBeAnswered, DateOnly? ReplyLostOn,
    DateOnly? ReplyTakenOn, bool IsUnread, DateOnly? GoesUnreadAfter, IReadOnlyDictionary<string, string> Facets, string Type, long Flood, bool HasDraft)
{
    public static CaseView Of(CaseRow row, string me, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var (urgency, status) = ((int)row.Urgency, StoredStatus.Read(row.Status));
        var since = Core.Moderation.Urgency.WaitsSince(status, row.WaitsSince, today);
        var facets = FacetColumns.Read(row.Facets);
        return new(
            row.Id, row.Version, row.ReceivedOn, row.Language, row.Urgency, row.UrgencyReason, row.UrgencyBy,
            Precedence.Rank(status, urgency, row.WaitsSince, today), DueOn(status, urgency, since), Core.Moderation.Urgency.OverdueDays(urgency, since, today),
            row.Status, row.Verdict, row.VerdictOn, row.DuplicateOf, row.IsSealedToMe == 1, HeldAt(row, me, now), row.ReporterKey is not null, row.ReplyLostOn,
            row.ReplyTakenOn, row.OpenedOn is null, row.WarnedOn?.AddDays(Retention.GraceDays), facets, TypeOf(facets), row.Flood, row.HasDraft == 1);
    }

    /// <summary>Nothing is due of what waits for its reporter or has ended.</summary>
    static DateOnly? DueOn(CaseStatus status, int urgency, DateOnly since) =>
        status is CaseStatus.Open or CaseStatus.Accepted ? Core.Moderation.Urgency.DueOn(urgency, since) : null;

    static string TypeOf(IReadOnlyDictionary<string, string> facets) =>
        Code.Of(Counting.TypeOf(FacetNames.ReadMethods(facets.GetValueOrDefault("methods", ""))));

    static Held? HeldAt(CaseRow row, string me, DateTimeOffset now) =>
        row is { ClaimedBy: { } holder, ClaimUntil: { } until } && until > now.ToUnixTimeMilliseconds()
            ? new Held(row.Holder ?? "", holder == me, (until - now.ToUnixTimeMilliseconds()) / 1000, row.ClaimFence)
            : null;
}

/// <summary>
/// A running claim. Seconds are counted from the answer, so that a wrong clock of the browser does not matter. Whatever is done under it names its
/// <paramref name="Fence"/>.
/// </summary>
sealed record Held(string By, bool ByMe, long SecondsLeft, long Fence);
