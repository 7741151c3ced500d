using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>Makes the one-time links by which people come in: to enrol, or to add a passkey for one that was lost.</summary>
sealed class Invite(ModeratorStore moderators, LinkStore links, ConsoleOptions options, TimeProvider clock)
{
    public static readonly TimeSpan ToEnrol = TimeSpan.FromHours(24);
    public static readonly TimeSpan ToReturn = TimeSpan.FromMinutes(10);

    const string FirstHandle = "moderator";
    const int LongestHandle = 32;

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
        if (!IsHandle(handle))
            return new Invited.Refused($"A person's name here has 1 to {LongestHandle} letters, digits, points, hyphens or underscores, and should not be their real one: keys invite aziz");
        if (!Roles.IsRole(role))
            return new Invited.Refused($"There are two roles: {Roles.Moderator}, who reads reports, and {Roles.Administrator}, who invites and removes people.");
        var person = await moderators.FindActive(handle, cancellation);
        return person is not null && person.Role != role
            ? new Invited.Refused($"{handle} is {person.Role} already, and a role does not change. Invite them as {role} under another name, or leave the role out.")
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

    /// <summary>Not a name by which the audit calls the command line or the night.</summary>
    public static bool IsHandle(string handle) =>
        !string.Equals(handle, AuditRow.Operator, StringComparison.OrdinalIgnoreCase) && !string.Equals(handle, AuditRow.System, StringComparison.OrdinalIgnoreCase)
        && handle.Length is > 0 and <= LongestHandle && handle.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
