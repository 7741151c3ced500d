namespace MigrantBot.Core.Moderation;

/// <summary>
/// What a moderator may do with a case: the case as it will be, or the reason why not. Whoever holds a case acts with the fence of that claim; under a claim
/// that is over nothing happens any more, even if they hold the case anew.
/// </summary>
public static class Moderating
{
    /// <summary>How long a claim binds, unless it is renewed.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(20);

    /// <summary>More different cases than this nobody should read in a day (UTC).</summary>
    public const int MostOpenedADay = 40;

    /// <summary>More claimed cases than this, none of them opened today, nobody keeps from others. A case that is read, waits or was judged does not count.</summary>
    public const int MostUnopened = 5;

    /// <summary>Takes the case, or renews one's own claim; a claim that has run out may be taken by anybody.</summary>
    public static Decision Claim(Case current, string moderator, DateTimeOffset now)
    {
        if (!current.IsWorkable)
            return new Decision.Refused(Refusal.AlreadyDecided);
        if (current.ClaimAt(now) is not { } running)
            return new Decision.Made(Taken(current, moderator, now));
        return running.Moderator == moderator
            ? new Decision.Made(current with { Claim = running with { Until = now + Lease } })
            : new Decision.Refused(Refusal.HeldBySomebodyElse);
    }

    public static Decision Release(Case current, string moderator, long fence, DateTimeOffset now) =>
        Held(current, moderator, fence, now, held => new Decision.Made(held with { Claim = null }));

    /// <summary>Answering the reporter leaves the case as it is; who holds it may.</summary>
    public static Decision Reply(Case current, string moderator, DateTimeOffset now) =>
        Held(current, moderator, current.Fence, now, held => new Decision.Made(held));

    /// <summary>Waits for words of the reporter, who is told that we have written: so we must have.</summary>
    public static Decision Wait(Case current, string moderator, long fence, DateTimeOffset now) => Held(current, moderator, fence, now, held =>
        !held.CanBeAnswered ? new Decision.Refused(Refusal.NoReceipt)
        : !held.WasAnswered ? new Decision.Refused(Refusal.NotAskedYet)
        : new Decision.Made(held with { Claim = null, Status = CaseStatus.Waiting }));

    public static Decision Accept(Case current, string moderator, long fence, DateTimeOffset now) => Held(current, moderator, fence, now, held =>
        held.Status == CaseStatus.Accepted
            ? new Decision.Refused(Refusal.AlreadyDecided)
            : new Decision.Made(Judged(held, new(CaseStatus.Accepted, moderator, Day(now)))));

    public static Decision Reject(Case current, string moderator, long fence, DateTimeOffset now) =>
        Held(current, moderator, fence, now, held => new Decision.Made(Judged(held, new(CaseStatus.Rejected, moderator, Day(now)))));

    /// <param name="current">The case that is to end.</param>
    /// <param name="original">The one that it belongs to, as this moderator may see it; null where there is none. Itself no duplicate: two that point at each other would both be lost.</param>
    /// <param name="moderator">Who decides.</param>
    /// <param name="fence">Of the claim.</param>
    /// <param name="now">When.</param>
    public static Decision Duplicate(Case current, Case? original, string moderator, long fence, DateTimeOffset now) => Held(current, moderator, fence, now, held =>
        original is null || original.Id == held.Id || original.Status == CaseStatus.Duplicate
            ? new Decision.Refused(Refusal.NotAnOriginal)
            : new Decision.Made(Judged(held, new(CaseStatus.Duplicate, moderator, Day(now), original.Id))));

    /// <summary>Ends an accepted case; its verdict stays.</summary>
    public static Decision Close(Case current, string moderator, long fence, DateTimeOffset now) => Held(current, moderator, fence, now, held =>
        held.Status == CaseStatus.Accepted
            ? new Decision.Made(held with { Claim = null, Status = CaseStatus.Closed })
            : new Decision.Refused(Refusal.NotAcceptedYet));

    /// <summary>Takes up a case that has ended.</summary>
    public static Decision Reopen(Case current, string moderator, DateTimeOffset now) =>
        current.IsWorkable
            ? new Decision.Refused(Refusal.StillOpen)
            : new Decision.Made(Taken(current with { Status = CaseStatus.Open }, moderator, now));

    static Case Taken(Case free, string moderator, DateTimeOffset now) =>
        free with { Claim = new Claim(moderator, now + Lease, free.Fence + 1), Fence = free.Fence + 1 };

    static Case Judged(Case held, Verdict verdict) => held with { Claim = null, Status = verdict.Is, Verdict = verdict };

    static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    static Decision Held(Case current, string moderator, long fence, DateTimeOffset now, Func<Case, Decision> change)
    {
        if (!current.IsWorkable)
            return new Decision.Refused(Refusal.AlreadyDecided);
        if (current.ClaimAt(now) is not { } claim)
            return new Decision.Refused(current.Claim?.Moderator == moderator ? Refusal.LeaseOver : Refusal.NotYours);
        if (claim.Moderator != moderator)
            return new Decision.Refused(Refusal.HeldBySomebodyElse);
        return claim.Fence == fence ? change(current) : new Decision.Refused(Refusal.LeaseOver);
    }
}
