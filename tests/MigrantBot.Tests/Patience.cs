namespace MigrantBot.Tests;

/// <summary>How long is waited for what comes within a moment, before a test says that it does not come: far beyond what a machine takes that does much else.</summary>
static class Patience
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(2);
}
