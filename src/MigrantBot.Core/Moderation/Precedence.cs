namespace MigrantBot.Core.Moderation;

/// <summary>
/// The order of the queue. First what waits for a moderator, the most urgent of it before the rest, and of what is as urgent that which nobody has read.
/// Below it what is accepted: it is decided, and words that its reporter adds open it again. An accepted case that nobody closes in time comes up day by day.
/// </summary>
public static class Precedence
{
    /// <summary>Versions of before have counted below this.</summary>
    public const int First = 100;

    /// <summary>The last one of a case that is critical and waits for a moderator.</summary>
    public const int LastCritical = First + (2 * (Urgency.Most - Urgency.Critical)) + 1;

    const int FirstAtRest = First + (2 * (Urgency.Most + 1));

    /// <summary>The lower, the sooner.</summary>
    public static int Of(CaseStatus status, int urgency, bool isUnread, DateOnly since, DateOnly today)
    {
        var behind = Urgency.Most - Rank(status, urgency, since, today);
        return IsAtRest(status, urgency, since, today) ? FirstAtRest + behind : First + (2 * behind) + (isUnread ? 0 : 1);
    }

    /// <summary>The number that stands beside the case: how urgent it is today. What is accepted and late counts its days, and as with all waiting they make nothing critical.</summary>
    public static int Rank(CaseStatus status, int urgency, DateOnly since, DateOnly today)
    {
        var waits = Urgency.WaitsSince(status, since, today);
        return status == CaseStatus.Accepted && !IsAtRest(status, urgency, since, today)
            ? Math.Min(Urgency.OverdueDays(urgency, waits, today), Urgency.Critical - 1)
            : Urgency.Rank(urgency, waits, today);
    }

    static bool IsAtRest(CaseStatus status, int urgency, DateOnly since, DateOnly today) =>
        status == CaseStatus.Accepted && Urgency.OverdueDays(urgency, since, today) == 0;
}
