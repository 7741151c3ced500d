using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>How long a browser stays signed in.</summary>
sealed class Sessions(SessionStore store, TimeProvider clock)
{
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);
    public static readonly TimeSpan Whole = TimeSpan.FromHours(8);

    /// <summary>Idleness is measured to the minute, so that a busy page does not write with every request.</summary>
    static readonly TimeSpan Grain = TimeSpan.FromMinutes(1);

    public static Session Begun(Token token, string moderator, DateTimeOffset now) => new()
    {
        TokenHash = token.Hash,
        ModeratorId = moderator,
        IdleUntil = (now + Idle).ToUnixTimeMilliseconds(),
        EndsAt = (now + Whole).ToUnixTimeMilliseconds(),
    };

    /// <summary>How long after signing in somebody may change who gets in, themselves included.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>Whether whoever sits there has shown a passkey a moment ago.</summary>
    public static bool IsFresh(SignedIn session, DateTimeOffset now) =>
        session.EndsAt > (now + Whole - FreshFor).ToUnixTimeMilliseconds();

    /// <summary>Whose session it is, which lives on if this <paramref name="isWork"/>; null when it is over.</summary>
    public async Task<SignedIn?> Recognise(Token token, bool isWork, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = await store.Find(token.Hash, now, cancellation);
        if (isWork && session is not null && session.IdleUntil < (now + Idle - Grain).ToUnixTimeMilliseconds())
            await store.Prolong(token.Hash, now + Idle, now, cancellation);
        return session;
    }
}
