using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>A case as the page of one moderator shows it. Names of the code list; the page has the words for them.</summary>
sealed record CaseView(
    string Id, long Version, DateOnly ReceivedOn, string Language, long Urgency, string UrgencyReason, string Status, bool IsSealedToMe, Held? Held,
    bool CanBeAnswered, DateOnly? ReplyLostOn, bool IsUnread, DateOnly? GoesUnreadAfter, IReadOnlyDictionary<string, string> Facets, long Flood)
{
    public static CaseView Of(CaseRow row, string me, DateTimeOffset now) => new(
        row.Id, row.Version, row.ReceivedOn, row.Language, row.Urgency, row.UrgencyReason, row.Status, row.IsSealedToMe == 1, HeldAt(row, me, now),
        row.ReporterKey is not null, row.ReplyLostOn, row.OpenedOn is null, row.WarnedOn?.AddDays(Retention.GraceDays), FacetColumns.Read(row.Facets), row.Flood);

    static Held? HeldAt(CaseRow row, string me, DateTimeOffset now) =>
        row is { ClaimedBy: { } holder, ClaimUntil: { } until } && until > now.ToUnixTimeMilliseconds()
            ? new Held(row.Holder ?? "", holder == me, (until - now.ToUnixTimeMilliseconds()) / 1000)
            : null;
}

/// <summary>A running claim. Seconds are counted from the answer, so that a wrong clock of the browser does not matter.</summary>
sealed record Held(string By, bool ByMe, long SecondsLeft);
