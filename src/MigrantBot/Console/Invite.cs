using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>Makes the one-time links by which people come in: to enrol, or to add a passkey for one that was lost.</summary>
sealed class Invite(ModeratorStore moderators, LinkStore links, TeamStore team, ConsoleOptions options, TimeProvider clock)
{
    public static readonly TimeSpan ToEnrol = TimeSpan.FromHours(24);
    public static readonly TimeSpan ToReturn = TimeSpan.FromMinutes(10);

    const string FirstHandle = "moderator";

    /// <summary>Names by which the audit calls the command line and the night.</summary>
    static readonly string[] Reserved = [AuditRow.Operator, AuditRow.System];

    /// <summary>
    /// A link for whoever bears this handle; an older one no longer works. It is invited <paramref name="by"/> a handle, or <see cref="AuditRow.Operator"/>.
    /// </summary>
    /// <param name="handle">Of the person.</param>
    /// <param name="role">That they have, or will have.</param>
    /// <param name="by">Who invites.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    /// <param name="toReturn">How long the link is good that adds a passkey.</param>
    public async Task<Invited> For(string handle, string role, string by, CancellationToken cancellation, TimeSpan? toReturn = null)
    {
        if (!Roles.IsRole(role))
            return new Invited.Refused(Denied.Handle, $"There are two roles: {Roles.Moderator}, who reads reports, and {Roles.Administrator}, who invites and removes people.");
        var person = await moderators.FindActive(handle, cancellation);
        if (person is null && await Objection(handle, cancellation) is { } objection)
            return objection;
        return person is not null && person.Role != role
            ? new Invited.Refused(Denied.Taken, $"{handle} is {person.Role} already, and a role does not change. Invite them as {role} under another name, or leave the role out.")
            : await Make(handle, role, person?.Id, by, person is null ? ToEnrol : toReturn ?? ToReturn, cancellation);
    }

    /// <summary>
    /// A link for the very first moderator, fresh at every start; null once there is a moderator, or while somebody invited by name is on the way.
    /// </summary>
    public async Task<Invited.Made?> First(CancellationToken cancellation) =>
        (await moderators.Recipients(cancellation)).Count > 0 || await links.AnyButOf(FirstHandle, clock.GetUtcNow(), cancellation)
            ? null
            : await Make(FirstHandle, Roles.Moderator, null, null, ToEnrol, cancellation);

    async Task<Invited.Made> Make(string handle, string role, string? person, string? by, TimeSpan goodFor, CancellationToken cancellation)
    {
        var token = Token.Fresh();
        var now = clock.GetUtcNow();
        var expires = now + goodFor;
        var link = new Link { TokenHash = token.Hash, Handle = handle, Role = role, ModeratorId = person, ExpiresAt = expires.ToUnixTimeMilliseconds() };
        await links.Replace(link, by, now, cancellation);
        // Browsers do not send what stands behind the hash sign, so the token is in no server's log and in no referrer.
        return new Invited.Made(new Uri(options.PublicAddress, $"{ConsolePaths.Enter}#{token.Reveal()}"), person is null, expires);
    }

    /// <summary>Null where somebody new may bear this name. Whoever bears one already keeps it.</summary>
    public async Task<Invited.Refused?> Objection(string handle, CancellationToken cancellation)
    {
        var fault = Reserved.Contains(handle, StringComparer.OrdinalIgnoreCase) ? HandleFault.Letters : Handle.Fault(handle);
        if (fault is HandleFault.Letters)
            return new(Denied.Handle, $"A person's name here has 1 to {Handle.Longest} letters (a to z, or Cyrillic), digits, points, hyphens or underscores, and should not be their real one: keys invite aziz");
        if (fault is HandleFault.Mixed)
            return new(Denied.HandleMixed, "This name has Latin and Cyrillic letters side by side, so nobody could tell it from another by eye. Write it in one alphabet: keys invite aziz");
        var others = (await team.People(cancellation)).Select(one => one.Handle)
            .Concat((await team.Expected(clock.GetUtcNow(), cancellation)).Select(one => one.Handle))
            .Concat(Reserved);
        return others.Any(other => other != handle && Handle.LooksLike(other, handle))
            ? new(Denied.HandleAlike, "Somebody who is here or invited has a name that looks the same. Choose one that nobody can mistake for it: keys list shows who is here.")
            : null;
    }
}
