using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>For who comes back with a receipt: the screens, and what is to be stored or deleted.</summary>
public static class ReceiptScreens
{
    /// <summary>What answers when a place is opened; <paramref name="words"/> are those told so far, already scrubbed.</summary>
    public static Turn Open(ReceiptPlace at, Words? words, Given given) => at switch
    {
        ReceiptPlace.Enter enter => new(Ask(enter)),
        ReceiptPlace.Belongs belongs => new(Ask(belongs) with { Quote = words }),
        ReceiptPlace.Paper paper => new(PaperScreens.Show(paper, given.ReceiptOf(paper.Secret))),
        ReceiptPlace.Copied copied => new(PaperScreens.AskBack(copied)),
        ReceiptPlace.Finished finished => new(PaperScreens.Finished(finished.Reader)),
        ReceiptPlace.More more => new(MoreScreens.Ask(more)),
        ReceiptPlace.MorePreview preview => new(MoreScreens.Preview(preview, words)),
        _ => given.Found switch
        {
            Found.Case found => Of(at, at.LooksUp!, found, words, given.IsSealed),
            Found.TooOften => new(Not(at, "receipt.too-often", words)),
            Found.Nothing => new(Nothing(at, words)),
            _ => throw new InvalidOperationException($"Look the receipt up before {at.GetType().Name} is opened."),
        },
    };

    /// <summary>What answers when something is typed; null where that means nothing at this place. A receipt is not scrubbed: it is not kept.</summary>
    public static Screen? Typed(ReceiptPlace at, Words raw, Words? before, Words? scrubbed, Given given) => at switch
    {
        ReceiptPlace.Enter enter => Ask(enter, "receipt.wrong"),
        ReceiptPlace.Belongs belongs => Ask(belongs, "receipt.wrong") with { Quote = before },
        ReceiptPlace.Paper paper => PaperScreens.TypedBack(new(paper.Reader, paper.Secret), raw, given.ReceiptOf(paper.Secret)),
        ReceiptPlace.Copied copied => PaperScreens.TypedBack(copied, raw, given.ReceiptOf(copied.Secret)),
        _ when scrubbed is null => null,
        ReceiptPlace.More more => MoreScreens.Typed(at, more.Receipt, before, scrubbed, given.FreshSecret),
        ReceiptPlace.MorePreview preview => MoreScreens.Typed(at, preview.Receipt, before, scrubbed, given.FreshSecret),
        ReceiptPlace.MoreSend send => MoreScreens.Typed(at, send.Receipt, before, scrubbed, given.FreshSecret),
        _ => null,
    };

    /// <summary>What answers when a receipt is typed to whose report the words belong: they are shown once more before they are added.</summary>
    public static Screen Belong(ReceiptPlace.Belongs at, Receipt receipt, Words words, Given given) => given.Found switch
    {
        Found.Case => MoreScreens.Preview(new(at.Reader, receipt, given.FreshSecret), words),
        Found.TooOften => Not(at, "receipt.too-often", words),
        _ => Not(at, "receipt.nothing", words),
    };

    /// <summary>There is nothing under the receipt, or no longer; what was told stays with the person.</summary>
    public static Screen Nothing(Place at, Words? words) => at is ReceiptPlace place and not ReceiptPlace.Gone ? Not(place, "receipt.nothing", words) : MineScreens.Gone(at.Reader);

    /// <summary>The place that a hint shows again: the one before anything is stored or deleted.</summary>
    internal static ReceiptPlace BeforeActing(ReceiptPlace at) => at switch
    {
        ReceiptPlace.MoreSend send => new ReceiptPlace.MorePreview(send.Reader, send.Receipt, send.Secret, send.KeepsNames),
        ReceiptPlace.Gone gone => new ReceiptPlace.Withdraw(gone.Reader, gone.Receipt),
        ReceiptPlace.Read read => new ReceiptPlace.Answer(read.Reader, read.Receipt, read.Start),
        _ => at,
    };

    static Turn Of(ReceiptPlace at, Receipt receipt, Found.Case found, Words? words, bool isSealed) => at switch
    {
        ReceiptPlace.Answer answer when found.Replies.FirstOrDefault(reply => reply.Start == answer.Start) is { } reply => new(MineScreens.Answer(answer, reply)),
        ReceiptPlace.Read read => new(
            MineScreens.Show(at, receipt, found with { Replies = [.. found.Replies.Where(reply => reply.Start != read.Start)] }),
            new DeleteReply(receipt, read.Start)),
        ReceiptPlace.MoreSend send when isSealed || words?.Length <= Report.MostCharacters => new(
            MineScreens.Show(at, receipt, found, "more.added"),
            new AddWords(receipt, send.Secret, send.Language, isSealed ? null : NamesChoice.Apply(words!, send.KeepsNames), isSealed)),
        ReceiptPlace.MoreSend send => new(MoreScreens.Preview(new(send.Reader, receipt, send.Secret, send.KeepsNames), words)),
        ReceiptPlace.Withdraw withdraw => new(MineScreens.Withdraw(withdraw)),
        ReceiptPlace.Gone gone => new(MineScreens.Gone(gone.Reader), new WithdrawReport(receipt)),
        _ => new(MineScreens.Show(at, receipt, found)),
    };

    static Screen Ask(ReceiptPlace at, string? hint = null) =>
        new(at,
        [
            .. hint is null ? Array.Empty<Line>() : [new Line(LineStyle.Text, hint)],
            new(LineStyle.Heading, "receipt.question"),
            new(LineStyle.Text, "receipt.text"),
        ], [])
        {
            AsksForWords = true,
        };

    static Screen Not(ReceiptPlace at, string why, Words? words) =>
        new(at, [new(LineStyle.Heading, $"{why}.heading"), new(LineStyle.Text, $"{why}.text")],
        [
            words is null ? new("receipt.again", new ReceiptPlace.Enter(at.Reader)) : new("button.again", at),
        ])
        {
            Quote = words,
            IsBrief = words is null,
        };
}
