using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>What a reporter sees of his report when he comes back, and what he can do with it.</summary>
static class MineScreens
{
    /// <summary>More replies than these are not offered at once: each one that was read and deleted makes room.</summary>
    const int MostReplies = 4;

    internal static Screen Show(ReceiptPlace at, Receipt receipt, Found.Case found, string? first = null) =>
        new(new ReceiptPlace.Mine(at.Reader, receipt),
        [
            .. first is null ? Array.Empty<Line>() : [new Line(LineStyle.Text, first)],
            new(LineStyle.Heading, "mine.heading", ("day", new Argument.Day(found.ReceivedOn))),
            new(LineStyle.Text, $"mine.standing.{Code.Of(found.Standing)}"),
            new(LineStyle.Text, found.Replies.Count > 0 ? "mine.answers" : "mine.no-answer"),
            .. found.ReplyWasLost ? [new Line(LineStyle.Text, "mine.lost")] : Array.Empty<Line>(),
            new(LineStyle.Text, "mine.look-again", ("day", new Argument.Day(found.LookAgainOn))),
            new(LineStyle.Source, "mine.kept", ("day", new Argument.Day(found.KeptUntil))),
        ],
        [
            .. found.Replies.Take(MostReplies).Select(reply => new Button(
                new Line(LineStyle.Text, "mine.answer", ("day", new Argument.Day(reply.Day))), new Target.To(new ReceiptPlace.Answer(at.Reader, receipt, reply.Start)), Tone.Success)),
            new("mine.more", new ReceiptPlace.More(at.Reader, receipt)),
            new("mine.withdraw", new ReceiptPlace.Withdraw(at.Reader, receipt)),
            new("mine.finish", new ReceiptPlace.Finished(at.Reader)),
        ])
        {
            IsBrief = true,
        };

    internal static Screen Answer(ReceiptPlace.Answer at, Reply reply) =>
        new(at,
        [
            new(LineStyle.Heading, "answer.heading", ("day", new Argument.Day(reply.Day))),
            new(LineStyle.Text, "answer.beware"),
        ],
        [
            new("answer.read", new ReceiptPlace.Read(at.Reader, at.Receipt, at.Start)),
            new("mine.more", new ReceiptPlace.More(at.Reader, at.Receipt)),
        ])
        {
            Letter = reply.Words,
            Back = new ReceiptPlace.Mine(at.Reader, at.Receipt),
            IsBrief = true,
        };

    internal static Screen Withdraw(ReceiptPlace.Withdraw at) =>
        new(at, [new(LineStyle.Heading, "withdraw.heading"), new(LineStyle.Text, "withdraw.text")],
            [new("withdraw.yes", new ReceiptPlace.Gone(at.Reader, at.Receipt), Tone.Danger)])
        {
            Back = new ReceiptPlace.Mine(at.Reader, at.Receipt),
            IsBrief = true,
        };

    /// <summary>The same for who takes back now and who did before.</summary>
    internal static Screen Gone(Reader reader) =>
        new(new ReportPlace.Tell(reader), [new(LineStyle.Heading, "gone.heading"), new(LineStyle.Text, "gone.text")], []) { ClearsChat = true };
}
