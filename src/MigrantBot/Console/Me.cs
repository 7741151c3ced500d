using System.Security.Claims;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>The moderator who asks.</summary>
static class Me
{
    public static string ModeratorId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("This address must require a session: see MapConsole.");

    /// <summary>What they do now, as it is written down.</summary>
    public static Deed Does(this ClaimsPrincipal user, string action, DateTimeOffset now) =>
        new(user.ModeratorId(), user.Identity?.Name ?? throw new InvalidOperationException("A session has a handle: see SessionAuthentication."), action, now);
}
