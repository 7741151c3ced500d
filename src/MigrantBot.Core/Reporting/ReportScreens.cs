using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>From "tell us" to "received": the screens, and the one effect of this feature.</summary>
public static class ReportScreens
{
    /// <summary>What answers when a place of a report is opened; <paramref name="words"/> are those told so far, already scrubbed.</summary>
    public static Turn Open(ReportPlace at, Words? words, UInt128 freshSecret) => at switch
    {
        ReportPlace.Seen seen => new(Seen(seen)),
        ReportPlace.Tell tell => new(Tell(tell)),
        ReportPlace.Begin begin when begin.Facets == new Facets() =>
            new(QuestionScreens.Ask(new(begin.Reader, Question.Who, 0, new Draft(freshSecret, begin.Facets)), words, freshSecret)),
        ReportPlace.Begin begin => new(PreviewScreen.Show(new(begin.Reader, new Draft(freshSecret, begin.Facets)), words)),
        ReportPlace.Ask ask => new(QuestionScreens.Ask(ask, words, freshSecret)),
        ReportPlace.Telling telling => new(TellingScreen.Show(telling, words)),
        ReportPlace.Preview or ReportPlace.Send when words?.Length > Report.MostCharacters =>
            new(TellingScreen.TooLong(new(at.Reader, at.Carried!, Replaces: true), null, words.Length)),
        ReportPlace.Preview preview => new(PreviewScreen.Show(preview, words)),
        ReportPlace.Send send when words is null && send.Draft.Facets == new Facets() =>
            new(TellingScreen.Show(new(send.Reader, send.Draft), words, "telling.empty")),
        // The words were confirmed and cannot be read back any more: what is left is shown again instead of being sent in silence.
        ReportPlace.Send { HasWords: true } send when words is null => new(PreviewScreen.Show(new(send.Reader, send.Draft), words)),
        ReportPlace.Send send => new(Sent(send), new SubmitReport(new Report(send.Draft, send.Language, words))),
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

    /// <summary>The same message may come twice (a channel tries again); its words are then told once.</summary>
    public static Words Together(Words? before, Words typed) =>
        before is null ? typed
        : before.Equals(typed) || before.Reveal().EndsWith('\n' + typed.Reveal(), StringComparison.Ordinal) ? before
        : new($"{before.Reveal()}\n{typed.Reveal()}");

    /// <summary>No one can read reports at the moment, so none is taken; what was told already stays with the person, to be tried again.</summary>
    public static Screen Closed(ReportPlace at, Words? words) =>
        new(at, [new(LineStyle.Heading, "closed.heading"), new(LineStyle.Text, "closed.text")],
            at.Carried is { } draft ? [new("button.again", new ReportPlace.Preview(at.Reader, draft))] : [])
        {
            Quote = at.Carried is null ? null : words,
        };

    static Screen Tell(ReportPlace.Tell at) =>
        new(at, [new(LineStyle.Heading, "tell.heading"), new(LineStyle.Text, "tell.text"), new(LineStyle.Text, "tell.limits")],
        [
            new("tell.start", new ReportPlace.Begin(at.Reader, new Facets())),
            new("button.seen", new ReportPlace.Seen(at.Reader)),
        ]);

    static Screen Seen(ReportPlace.Seen at) =>
        new(at, [new(LineStyle.Heading, "seen.heading"), new(LineStyle.Text, "seen.telegram"), new(LineStyle.Text, "seen.us"), new(LineStyle.Text, "seen.phone")],
            [new("button.tell", new ReportPlace.Tell(at.Reader))]);

    /// <summary>The closing line; the person is then where a new report would begin, so that nothing typed later touches this one.</summary>
    static Screen Sent(ReportPlace.Send at) =>
        new(new ReportPlace.Tell(at.Reader), [new(LineStyle.Heading, "sent.heading"), new(LineStyle.Text, "sent.text")], []) { ClearsChat = true };
}
