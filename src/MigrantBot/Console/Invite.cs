using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>Makes the one-time links by which moderators come in: to enrol, or to sign in.</summary>
sealed class Invite(ModeratorStore moderators, LinkStore links, ConsoleOptions options, TimeProvider clock)
{
    public static readonly TimeSpan ToEnrol = TimeSpan.FromHours(24);
    public static readonly TimeSpan ToSignIn = TimeSpan.FromMinutes(10);

    const string FirstHandle = "moderator";
    const int LongestHandle = 32;

    /// <summary>A link for whoever bears this handle; an older one no longer works.</summary>
    public async Task<Invited> For(string handle, CancellationToken cancellation)
    {
        if (!IsHandle(handle))
            return new Invited.Refused($"A moderator's name here has 1 to {LongestHandle} letters, digits, points, hyphens or underscores, and should not be their real one: keys invite aziz");
        var moderator = await moderators.FindActive(handle, cancellation);
        return await Make(handle, moderator, cancellation);
    }

    /// <summary>
    /// A link for the very first moderator, fresh at every start; null once there is a moderator, or while somebody invited by name is on the way.
    /// </summary>
    public async Task<Invited.Made?> First(CancellationToken cancellation) =>
        (await moderators.Recipients(cancellation)).Count > 0 || await links.AnyButOf(FirstHandle, clock.GetUtcNow(), cancellation)
            ? null
            : await Make(FirstHandle, null, cancellation);

    async Task<Invited.Made> Make(string handle, string? moderator, CancellationToken cancellation)
    {
        var token = Token.Fresh();
        var now = clock.GetUtcNow();
        var expires = now + (moderator is null ? ToEnrol : ToSignIn);
        var link = new Link { TokenHash = token.Hash, Handle = handle, ModeratorId = moderator, ExpiresAt = expires.ToUnixTimeMilliseconds() };
        await links.Replace(link, now, cancellation);
        // Browsers do not send what stands behind the hash sign, so the token is in no server's log and in no referrer.
        return new Invited.Made(new Uri(options.PublicAddress, $"{ConsolePaths.Enter}#{token.Reveal()}"), moderator is null, expires);
    }

    static bool IsHandle(string handle) =>
        handle.Length is > 0 and <= LongestHandle && handle.All(letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_');
}
