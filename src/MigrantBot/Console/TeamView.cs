using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>The team as one of them sees it.</summary>
/// <param name="People">All who are here.</param>
/// <param name="Invitations">Who is expected.</param>
/// <param name="Removals">Who is asked to go.</param>
/// <param name="Administrators">Who is to be invited as an administrator.</param>
/// <param name="List">The signed list of recipients.</param>
/// <param name="NextPublication">Of the calendar, which everybody may know.</param>
sealed record TeamView(
    IEnumerable<TeamView.Person> People, IEnumerable<TeamView.Invitation> Invitations, IEnumerable<TeamView.Request> Removals,
    IEnumerable<TeamView.Request> Administrators, TeamView.ListState List, TeamView.Appearing? NextPublication)
{
    /// <summary>The fingerprint is there to be compared by voice; null where there are no keys.</summary>
    public sealed record Person(
        string Id, string Handle, string Role, IReadOnlyList<string> Languages, string? Fingerprint, DateOnly CreatedOn, bool IsInList, bool IsMe);

    public sealed record Invitation(string Handle, string Role, DateTimeOffset Expires);

    /// <summary>A request of two people; whether <see cref="MayConfirm"/> holds is said for who looks.</summary>
    public sealed record Request(string Id, string Handle, string AskedBy, bool Mine, bool MayConfirm, DateTimeOffset Expires);

    /// <summary>In a trial there is no list; else <see cref="Fault"/> says by its name why there is none that holds, or <c>none</c>.</summary>
    public sealed record ListState(long Version, bool IsTrial, bool Recovery, string Fault);

    /// <summary>A month or a quarter by its name, and the day on which its numbers appear.</summary>
    public sealed record Appearing(string Period, DateOnly On);

    public static Appearing? Of(Period? period) => period is null ? null : new($"{period}", period.DueOn);

    public static Person Of(TeamMember one, InForce inForce, string me) => new(
        one.Id, one.Handle, one.Role, one.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        one.IsAdministrator ? null : Fingerprint.Of(one.BoxKey, one.SignKey), one.CreatedOn,
        inForce.Version > 0 && inForce.Readers.Any(reader => reader.Id == one.Id), one.Id == me);

    public static Request Of(Approval one, IReadOnlyList<TeamMember> people, string me, bool counts) => new(
        one.Id, one.Handle ?? one.Object, one.AskedByHandle, one.AskedBy == me,
        counts && SecondPerson.Objection(Colleague(people, one.AskedBy), Colleague(people, me), people.Any(person => person.IsAdministrator)) is null,
        DateTimeOffset.FromUnixTimeMilliseconds(one.ExpiresAt));

    static Colleague Colleague(IReadOnlyList<TeamMember> people, string id) => new(id, people.Any(one => one.Id == id && one.IsAdministrator));
}
