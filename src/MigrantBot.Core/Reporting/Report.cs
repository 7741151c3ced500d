using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What a person has confirmed: scrubbed words and coarse answers. It exists in memory only until it is sealed.</summary>
public sealed record Report(Draft Draft, Language Language, Words? Words)
{
    /// <summary>Most characters of the words, so that the preview fits one message and the sealed text its envelope.</summary>
    public const int MostCharacters = 3500;
}

/// <summary>Seal and store a report; the same draft again changes nothing.</summary>
public sealed record SubmitReport(Report Report) : Effect;
