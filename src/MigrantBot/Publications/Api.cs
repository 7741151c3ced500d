namespace MigrantBot.Publications;

/// <summary>What NGOs fetch by a program.</summary>
static class Api
{
    public const string Path = "/api/v1";

    internal static void Map(IEndpointRouteBuilder app) => app.MapGroup(Path).MapGet("", () => Results.NotFound());
}
