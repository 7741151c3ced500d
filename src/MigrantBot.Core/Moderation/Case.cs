namespace MigrantBot.Core.Moderation;

/// <summary>How far a report has come. Its written name stands in the database.</summary>
public enum CaseStatus
{
    /// <summary>A moderator has to look at it.</summary>
    Open,

    /// <summary>Its reporter was asked something; added words make it open.</summary>
    Waiting,

    /// <summary>It counts. Work on it may go on until it is closed.</summary>
    Accepted,

    /// <summary>It does not count, and nothing more is done.</summary>
    Rejected,

    /// <summary>It belongs to a case that was there before.</summary>
    Duplicate,

    /// <summary>It was accepted, and nothing more is to be done.</summary>
    Closed,
}

/// <summary>
/// Who works on a case, and until when; a claim whose time is over binds nobody. <paramref name="Fence"/> tells it from every other claim of the same case,
/// so that what was begun under an earlier one does no harm later.
/// </summary>
public sealed record Claim(string Moderator, DateTimeOffset Until, long Fence);

/// <summary>What was last decided about a case. <paramref name="By"/> is null where it was decided before this was written down.</summary>
public sealed record Verdict(CaseStatus Is, string? By, DateOnly On, string? DuplicateOf = null);

/// <summary>A report under moderation. <paramref name="Version"/> is the one that was read: who saves another one's version saves nothing.</summary>
public sealed record Case(string Id, CaseStatus Status, int Urgency, Claim? Claim, long Version)
{
    /// <summary>That of the last claim, running or not; the next one takes the number after it.</summary>
    public long Fence { get; init; }

    public Verdict? Verdict { get; init; }

    /// <summary>The reporter took a receipt.</summary>
    public bool CanBeAnswered { get; init; }

    /// <summary>Something was written to the reporter, who has taken it or still can.</summary>
    public bool WasAnswered { get; init; }

    /// <summary>May be claimed, answered, noted. The others have ended and can be opened again.</summary>
    public bool IsWorkable => IsWorkedOn(Status);

    public static bool IsWorkedOn(CaseStatus status) => status is CaseStatus.Open or CaseStatus.Waiting or CaseStatus.Accepted;

    /// <summary>The claim that binds at this moment, or null.</summary>
    public Claim? ClaimAt(DateTimeOffset now) => Claim is { } claim && claim.Until > now ? claim : null;
}
