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

    public static Session Fresh(Token token, string moderator, DateTimeOffset now) => new()
    {
        TokenHash = token.Hash,
        ModeratorId = moderator,
        IdleUntil = (now + Idle).ToUnixTimeMilliseconds(),
        EndsAt = (now + Whole).ToUnixTimeMilliseconds(),
    };

    /// <summary>Whose session it is, and lets it live on; null when it is over.</summary>
    public async Task<SignedIn?> Recognise(Token token, bool isWork, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var session = await store.Find(token.Hash, now, cancellation);
        if (isWork && session is not null && session.IdleUntil < (now + Idle - Grain).ToUnixTimeMilliseconds())
            await store.Prolong(token.Hash, now + Idle, now, cancellation);
        return session;
    }
}
