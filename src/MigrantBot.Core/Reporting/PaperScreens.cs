using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>From the digits on the screen to the digits on paper: shown, typed back once, gone.</summary>
static class PaperScreens
{
    internal static Screen Show(ReceiptPlace.Paper at, Receipt receipt) =>
        new(at, [new(LineStyle.Heading, "paper.heading"), new(LineStyle.Text, "paper.text")],
        [
            new("paper.written", new ReceiptPlace.Copied(at.Reader, at.Secret), Tone.Success),
            new("paper.none", new ReceiptPlace.Finished(at.Reader)),
        ])
        {
            Covered = new(receipt.Grouped),
            ClearsChat = true,
            IsBrief = true,
        };

    internal static Screen AskBack(ReceiptPlace.Copied at, string? hint = null) =>
        new(at,
        [
            .. hint is null ? Array.Empty<Line>() : [new Line(LineStyle.Text, hint)],
            new(LineStyle.Heading, "copied.question"),
            new(LineStyle.Text, "copied.text"),
        ],
        [
            new("copied.again", new ReceiptPlace.Paper(at.Reader, at.Secret)),
            new("copied.finish", new ReceiptPlace.Finished(at.Reader)),
        ])
        {
            AsksForWords = true,
            IsBrief = true,
        };

    /// <summary>What answers when something is typed while the digits are on the screen or asked for.</summary>
    internal static Screen TypedBack(ReceiptPlace.Copied at, Words typed, Receipt receipt) =>
        receipt.Equals(Receipt.Read(typed.Reveal())) ? Finished(at.Reader) : AskBack(at, "copied.wrong");

    /// <summary>The closing line; the person is then where a new report would begin, so that nothing typed later touches this one.</summary>
    internal static Screen Finished(Reader reader) =>
        new(new ReportPlace.Tell(reader), [new(LineStyle.Heading, "sent.heading"), new(LineStyle.Text, "sent.text")], []) { ClearsChat = true };
}
