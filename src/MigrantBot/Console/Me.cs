using System.Security.Claims;

namespace MigrantBot.Console;

/// <summary>Whoever asks.</summary>
static class Me
{
    public static string ModeratorId(this ClaimsPrincipal user) => Claim(user, ClaimTypes.NameIdentifier);

    public static string Handle(this ClaimsPrincipal user) => Claim(user, ClaimTypes.Name);

    public static string Role(this ClaimsPrincipal user) => Claim(user, ClaimTypes.Role);

    static string Claim(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type) ?? throw new InvalidOperationException("This address must require a session: see MapConsole.");
}
