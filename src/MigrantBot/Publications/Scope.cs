namespace MigrantBot.Publications;

/// <summary>What a key is good for, by the names under which it is stored and shown.</summary>
static class Scope
{
    public const string Months = "months";
    public const string Quarters = "quarters";
    public const string Signals = "signals";

    public static IReadOnlyList<string> All { get; } = [Months, Quarters, Signals];
}
