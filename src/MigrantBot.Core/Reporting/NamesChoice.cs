using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>Whether the names that are marked in the words are sent: the name of who pressed is evidence, one's own is a danger. Hidden unless chosen.</summary>
static class NamesChoice
{
    internal static IEnumerable<Line> Lines(Words? words, bool areKept) =>
        words is not null && Names.Any(words) ? [new Line(LineStyle.Text, areKept ? "preview.names-kept" : "preview.names-hidden")] : [];

    internal static IEnumerable<Button> Buttons(Words? words, bool areKept, Place other) =>
        words is not null && Names.Any(words) ? [new Button(areKept ? "preview.hide-names" : "preview.keep-names", other)] : [];

    /// <summary>The secret for the other choice; the way back leads to the first one again. The bit is none of those by which answers make drafts differ.</summary>
    internal static UInt128 Other(UInt128 secret) => secret ^ (UInt128.One << 127);

    /// <summary>The words as they are sealed.</summary>
    internal static Words Apply(Words words, bool areKept) => areKept ? Names.Keep(words) : Names.Hide(words);
}
