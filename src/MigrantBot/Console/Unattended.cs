namespace MigrantBot.Console;

/// <summary>Marks a call that pages make by themselves, with nobody there: it does not prolong the session.</summary>
sealed class Unattended
{
    public static readonly Unattended Call = new();
}
