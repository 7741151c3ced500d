using System.Security.Claims;

namespace MigrantBot.Console;

/// <summary>The moderator who asks.</summary>
static class Me
{
    public static string ModeratorId(this ClaimsPrincipal user) =>
        user.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("This address must require a session: see MapConsole.");
}
