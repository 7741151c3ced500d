using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What a person has confirmed: scrubbed words and coarse answers. It exists in memory only until it is sealed.</summary>
public sealed record Report(Draft Draft, Language Language, Words? Words)
{
    /// <summary>
    /// Most characters of the words: with the <see cref="Screen.MostCharacters"/> around them the preview still fits one message of Telegram (4,096),
    /// and nothing is ever cut.
    /// </summary>
    public const int MostCharacters = 3000;
}

/// <summary>
/// Seal and store a report; the same draft again changes nothing, but that a receipt may be added. <paramref name="IsSealed"/>: the person's device
/// has sealed the words, which are then not in the report.
/// </summary>
public sealed record SubmitReport(Report Report, bool WithReceipt = false, bool IsSealed = false) : Effect;
