using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>From "tell us" to "received": the screens, and the report to store.</summary>
public static class ReportScreens
{
    /// <summary>What answers when a place of a report is opened; <paramref name="words"/> are those told so far, already scrubbed.</summary>
    public static Turn Open(ReportPlace at, Words? words, Given given) => at switch
    {
        ReportPlace.Seen seen => new(Seen(seen)),
        ReportPlace.Risks risks => new(Risks(risks)),
        ReportPlace.Tell tell => new(Tell(tell)),
        ReportPlace.Begin begin when begin.Facets == new Facets() =>
            new(QuestionScreens.Ask(new(begin.Reader, Question.Who, 0, new Draft(given.FreshSecret, begin.Facets)), words, given.FreshSecret)),
        ReportPlace.Begin begin => new(PreviewScreen.Show(new(begin.Reader, new Draft(given.FreshSecret, begin.Facets)), words)),
        ReportPlace.Ask ask => new(QuestionScreens.Ask(ask, words, given.FreshSecret)),
        ReportPlace.Telling telling => new(TellingScreen.Show(telling, words)),
        ReportPlace.Send send when given.IsSealed => Sent(send, null, given),
        ReportPlace.Preview or ReportPlace.Send when words?.Length > Report.MostCharacters =>
            new(TellingScreen.TooLong(new(at.Reader, at.Carried!, Replaces: true), null, words.Length)),
        ReportPlace.Preview preview => new(PreviewScreen.Show(preview, words)),
        ReportPlace.Send send when words is null && send.Draft.Facets == new Facets() =>
            new(TellingScreen.Show(new(send.Reader, send.Draft), words, "telling.empty")),
        // The words were confirmed and cannot be read back any more: what is left is shown again instead of being sent in silence.
        ReportPlace.Send { Told: not Told.Nothing } send when words is null => new(PreviewScreen.Show(new(send.Reader, send.Draft), words)),
        ReportPlace.Send send => Sent(send, words is null ? null : NamesChoice.Apply(words, send.Told == Told.Names), given),
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };

    /// <summary>
    /// What answers when words are typed while a draft is under way; both texts are already scrubbed. Other words make another draft, so that they are
    /// not taken for a second tap where the first ones were sent already.
    /// </summary>
    public static Screen Typed(ReportPlace at, Draft draft, Words? before, Words typed, UInt128 freshSecret)
    {
        var telling = at as ReportPlace.Telling ?? new ReportPlace.Telling(at.Reader, draft);
        var together = telling.Replaces ? typed : Together(before, typed);
        if (together.Length > Report.MostCharacters)
            return TellingScreen.TooLong(telling, before, together.Length);
        return PreviewScreen.Show(new(at.Reader, together.Equals(before) ? draft : draft with { Secret = freshSecret }), together);
    }

    /// <summary>
    /// The same message may come twice (a channel tries again); its words are then told once. What only both together give away, such as a number that goes
    /// on in the next message, is masked before it is shown, not first when it is sent.
    /// </summary>
    public static Words Together(Words? before, Words typed) =>
        before is null ? typed
        : before.Equals(typed) || before.Reveal().EndsWith('\n' + typed.Reveal(), StringComparison.Ordinal) ? before
        : Scrubber.Scrub(new($"{before.Reveal()}\n{typed.Reveal()}"));

    /// <summary>No one can read reports at the moment, so none is taken; what was told already stays with the person, to be tried again.</summary>
    public static Screen Closed(Place at, Words? words)
    {
        var again = at switch
        {
            ReportPlace { Carried: { } draft } => (Place)new ReportPlace.Preview(at.Reader, draft),
            ReceiptPlace.MoreSend or ReceiptPlace.MorePreview => ReceiptScreens.BeforeActing((ReceiptPlace)at),
            _ => null,
        };
        return new(at, [new(LineStyle.Heading, "closed.heading"), new(LineStyle.Text, "closed.text")], again is null ? [] : [new("button.again", again)])
        {
            Quote = again is null ? null : words,
        };
    }

    static Screen Tell(ReportPlace.Tell at) =>
        new(at, [new(LineStyle.Heading, "tell.heading"), new(LineStyle.Text, "tell.text"), new(LineStyle.Text, "tell.limits")],
        [
            new("tell.start", new ReportPlace.Begin(at.Reader, new Facets())),
            new("button.seen", new ReportPlace.Seen(at.Reader)),
        ]);

    static Screen Seen(ReportPlace.Seen at) =>
        new(at, [new(LineStyle.Heading, "seen.heading"), new(LineStyle.Text, "seen.telegram"), new(LineStyle.Text, "seen.us"), new(LineStyle.Text, "seen.phone")],
            [new("seen.risks", new ReportPlace.Risks(at.Reader)), new("button.tell", new ReportPlace.Tell(at.Reader))]);

    static Screen Risks(ReportPlace.Risks at) =>
        new(at,
        [
            new(LineStyle.Heading, "risks.heading"), new(LineStyle.Text, "risks.phone"), new(LineStyle.Text, "risks.telegram"),
            new(LineStyle.Text, "risks.theft"), new(LineStyle.Text, "risks.break-in"), new(LineStyle.Text, "risks.moderator"),
        ], [new("button.tell", new ReportPlace.Tell(at.Reader))])
        {
            Back = new ReportPlace.Seen(at.Reader),
        };

    static Turn Sent(ReportPlace.Send at, Words? words, Given given) => new(
        at.WithReceipt ? PaperScreens.Show(new(at.Reader, at.Draft.Secret), given.ReceiptOf(at.Draft.Secret)) : PaperScreens.Finished(at.Reader),
        new SubmitReport(new Report(at.Draft, at.Language, words), at.WithReceipt, given.IsSealed));
}
