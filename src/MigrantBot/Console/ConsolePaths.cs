namespace MigrantBot.Console;

/// <summary>Addresses of the console.</summary>
static class ConsolePaths
{
    public const string Home = "/console";
    public const string Enter = "/console/enter";
    public const string Api = "/console/api";
    public const string Files = "/console/files";
}
