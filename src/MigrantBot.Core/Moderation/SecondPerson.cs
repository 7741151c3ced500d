namespace MigrantBot.Core.Moderation;

/// <summary>Somebody who is here, as far as acts of two people go.</summary>
public sealed record Colleague(string Id, bool IsAdministrator);

/// <summary>Why somebody cannot confirm a request.</summary>
public enum SecondRefusal { OwnRequest, NeedsAdministrator }

/// <summary>
/// What destroys or grants power is asked for by one person and confirmed by another; one of the two is an administrator, where there are administrators
/// at all. Whom it concerns takes no part in it, unless they asked themselves.
/// </summary>
public static class SecondPerson
{
    public static readonly TimeSpan Patience = TimeSpan.FromHours(24);

    /// <summary>Whom a removal concerns does not see that it was asked for: between request and deed there is time to copy.</summary>
    public static bool MaySee(string person, string concerned, string askedBy) => person != concerned || person == askedBy;

    /// <summary>Null when <paramref name="second"/> may confirm what <paramref name="first"/> asked for.</summary>
    public static SecondRefusal? Objection(Colleague first, Colleague second, bool anyAdministrators) =>
        first.Id == second.Id ? SecondRefusal.OwnRequest
        : anyAdministrators && !first.IsAdministrator && !second.IsAdministrator ? SecondRefusal.NeedsAdministrator
        : null;
}
