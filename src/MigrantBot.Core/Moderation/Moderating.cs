namespace MigrantBot.Core.Moderation;

/// <summary>What a moderator may do with a case: the case as it will be, or the reason why not.</summary>
public static class Moderating
{
    /// <summary>How long a claim binds, unless it is renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(20);

    /// <summary>Takes the case, or renews one's own claim; a claim that has run out may be taken by anybody.</summary>
    public static Decision Claim(Case current, string moderator, DateTimeOffset now)
    {
        if (current.Status != CaseStatus.Open)
            return new Decision.Refused(Refusal.AlreadyDecided);
        return current.ClaimAt(now) is { } claim && claim.Moderator != moderator
            ? new Decision.Refused(Refusal.HeldBySomebodyElse)
            : new Decision.Made(current with { Claim = new Claim(moderator, now + Lease) });
    }

    public static Decision Release(Case current, string moderator, DateTimeOffset now) =>
        Held(current, moderator, now, held => held with { Claim = null });

    public static Decision Accept(Case current, string moderator, DateTimeOffset now) =>
        Held(current, moderator, now, held => held with { Claim = null, Status = CaseStatus.Accepted });

    public static Decision Reject(Case current, string moderator, DateTimeOffset now) =>
        Held(current, moderator, now, held => held with { Claim = null, Status = CaseStatus.Rejected });

    /// <summary>Answering the reporter leaves the case as it is; who holds it may.</summary>
    public static Decision Reply(Case current, string moderator, DateTimeOffset now) => Held(current, moderator, now, held => held);

    static Decision Held(Case current, string moderator, DateTimeOffset now, Func<Case, Case> change)
    {
        if (current.Status != CaseStatus.Open)
            return new Decision.Refused(Refusal.AlreadyDecided);
        if (current.ClaimAt(now) is { } claim)
            return claim.Moderator == moderator
                ? new Decision.Made(change(current))
                : new Decision.Refused(Refusal.HeldBySomebodyElse);
        return new Decision.Refused(current.Claim?.Moderator == moderator ? Refusal.LeaseOver : Refusal.NotYours);
    }
}
