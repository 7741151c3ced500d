namespace MigrantBot.Core.Moderation;

/// <summary>How far a report has come. Its written name stands in the database.</summary>
public enum CaseStatus { Open, Accepted, Rejected }

/// <summary>Who works on a case, and until when; a claim whose time is over binds nobody.</summary>
public sealed record Claim(string Moderator, DateTimeOffset Until);

/// <summary>A report under moderation. <paramref name="Version"/> is the one that was read: who saves another one's version saves nothing.</summary>
public sealed record Case(string Id, CaseStatus Status, int Urgency, Claim? Claim, long Version)
{
    /// <summary>The claim that binds at this moment, or null.</summary>
    public Claim? ClaimAt(DateTimeOffset now) => Claim is { } claim && claim.Until > now ? claim : null;
}
