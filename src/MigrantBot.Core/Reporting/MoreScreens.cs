using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>More words to a report that was sent before: asked for, shown once more, added.</summary>
static class MoreScreens
{
    internal static Screen Ask(ReceiptPlace.More at) =>
        Ask(at, [new(LineStyle.Heading, "more.question"), new(LineStyle.Text, "telling.advice"), new(LineStyle.Text, "telling.seen")]);

    /// <summary>What answers when words are typed; both texts are already scrubbed.</summary>
    internal static Screen Typed(ReceiptPlace at, Receipt receipt, Words? before, Words typed, UInt128 freshSecret)
    {
        if (before is null || ReceiptScreens.BeforeActing(at) is not ReceiptPlace.MorePreview shown)
            return Preview(new(at.Reader, receipt, freshSecret), typed);
        var together = ReportScreens.Together(before, typed);
        if (together.Length <= Report.MostCharacters)
            return Preview(new(at.Reader, receipt, freshSecret), together);
        // What was told before is on no other screen any more: it stays, and can be sent; the rest is with the person.
        var kept = Preview(shown, before);
        return kept with { Lines = [.. TellingScreen.TooLong(together.Length), .. kept.Lines], LeavesTyped = true };
    }

    internal static Screen Preview(ReceiptPlace.MorePreview at, Words? words)
    {
        var ask = new ReceiptPlace.More(at.Reader, at.Receipt);
        if (words is null)
            return Ask(ask);
        return words.Length > Report.MostCharacters
            ? Ask(ask, TellingScreen.TooLong(words.Length)) with { LeavesTyped = true }
            : new(
                at,
                [new(LineStyle.Heading, "more.preview"), .. NamesChoice.Lines(words, at.KeepsNames), new(LineStyle.Text, "preview.who-reads")],
                [
                    new("more.send", new ReceiptPlace.MoreSend(at.Reader, at.Receipt, at.Secret, at.KeepsNames), Tone.Success),
                    .. NamesChoice.Buttons(words, at.KeepsNames, at with { KeepsNames = !at.KeepsNames, Secret = NamesChoice.Other(at.Secret) }),
                    new("preview.change-words", ask),
                ])
            {
                Quote = words,
                Back = new ReceiptPlace.Mine(at.Reader, at.Receipt),
            };
    }

    /// <summary>Without a way back: this screen may stand for long, and no button on it may open the report to whoever finds it.</summary>
    static Screen Ask(ReceiptPlace.More at, IReadOnlyList<Line> lines) => new(at, lines, []) { AsksForWords = true };
}
