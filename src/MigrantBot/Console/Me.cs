using System.Security.Claims;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>Whoever asks.</summary>
static class Me
{
    public static string ModeratorId(this ClaimsPrincipal user) => Claim(user, ClaimTypes.NameIdentifier);

    public static string Handle(this ClaimsPrincipal user) => Claim(user, ClaimTypes.Name);

    public static string Role(this ClaimsPrincipal user) => Claim(user, ClaimTypes.Role);

    /// <summary>What they do now, as it is written down.</summary>
    public static Deed Does(this ClaimsPrincipal user, string action, DateTimeOffset now) => new(user.ModeratorId(), user.Handle(), action, now);

    static string Claim(ClaimsPrincipal user, string type) =>
        user.FindFirstValue(type) ?? throw new InvalidOperationException("This address must require a session: see MapConsole.");
}
