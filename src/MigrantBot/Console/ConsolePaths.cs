using System.Security.Claims;

namespace MigrantBot.Console;

/// <summary>Addresses of the console.</summary>
static class ConsolePaths
{
    public const string Home = "/console";
    public const string Enter = "/console/enter";
    public const string Settings = "/console/settings";
    public const string Team = "/console/team";
    public const string Partners = "/console/partners";
    public const string Audit = "/console/audit";
    public const string Api = "/console/api";
    public const string Files = "/console/files";

    /// <summary>The page on which somebody's day begins.</summary>
    public static string HomeOf(ClaimsPrincipal user) => user.IsInRole(Roles.Moderator) ? Home : Team;
}
