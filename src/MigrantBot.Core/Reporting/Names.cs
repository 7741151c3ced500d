using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>Names of people in words.</summary>
public static class Names
{
    public static bool Any(Words words) => words.Reveal().Contains('⟦', StringComparison.Ordinal);

    public static Words Hide(Words words) => words;

    public static Words Keep(Words words) => words;
}
