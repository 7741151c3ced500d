using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>The one function of the core: where a person is and what came in give the screen to show and what to store. The only router.</summary>
public static class Dialogue
{
    /// <summary>From this length on, words typed outside a report are taken for a story that wants to be told, not for small talk.</summary>
    public const int Story = 40;

    /// <summary>Understood by more of the people we speak to than any other.</summary>
    static readonly Language Unsaid = Language.Russian;

    /// <summary>
    /// The turn. <paramref name="at"/> null: nobody knows where the person is (an unreadable button, a restart). <paramref name="told"/>:
    /// the words of this person that are not yet sent: as the screen of the button quotes them, else as a memory has them.
    /// </summary>
    public static Turn Answer(Place? at, Incoming incoming, Words? told, Context context)
    {
        var turn = incoming switch
        {
            Incoming.Command command => Open(Commanded(command, at, context), null, context),
            Incoming.Opened opened => Opened(at ?? Nowhere(context), Scrub(told), Scrub(opened.Beside), context),
            Incoming.Typed typed => new(Typed(at ?? Nowhere(context), Scrub(told), Scrub(typed.Words), context)),
            Incoming.Unsupported => new(Hint("hint.unsupported", at ?? Nowhere(context), Scrub(told), context)),
            _ => throw new ArgumentOutOfRangeException(nameof(incoming)),
        };
        return turn with { Screen = WithNavigation(turn.Screen) };
    }

    /// <summary>What to show when a report that was sent could not be taken after all, because the last reader has just gone.</summary>
    public static Screen Closed(ReportPlace at, Words? told) => WithNavigation(ReportScreens.Closed(at, Scrub(told)));

    /// <summary>What to show when something broke on our side: nothing was lost (the words stay on the screen), the same button may be pressed again.</summary>
    public static Screen Apology(Place? at, Words? told, Context context)
    {
        var place = at ?? Nowhere(context);
        return WithNavigation(new(place, [new(LineStyle.Text, "broke.text")], [new("button.again", place)]) { Quote = Scrub(told) });
    }

    static Place Commanded(Incoming.Command command, Place? at, Context context)
    {
        var reader = at?.Reader ?? (context.Guess is { } guess ? new Reader(guess) : null);
        return (command.Name, reader) switch
        {
            ("start", _) when Reader.Find(command.Detail) is { } asked => new GeneralPlace.Home(asked),
            ("now", { } known) => new AwarenessPlace.Now(known),
            ("clean", { } known) => new GeneralPlace.Clear(known),
            _ => new GeneralPlace.Languages(reader ?? Unsaid),
        };
    }

    /// <summary>Whoever types and then presses another button has still told it.</summary>
    static Turn Opened(Place at, Words? told, Words? typed, Context context)
    {
        if (typed is null)
            return Open(at, told, context);
        var together = ReportScreens.Together(told, typed);
        return Open(at is ReportPlace report && !together.Equals(told) ? report.Anew(context.FreshSecret) : at, together, context);
    }

    static Turn Open(Place at, Words? words, Context context) => at switch
    {
        GeneralPlace general => new(GeneralScreens.Show(general)),
        AwarenessPlace awareness => new(AwarenessScreens.Show(awareness, context.Catalogue, context.Today, now => ReportOf(now, context))),
        ReportPlace.Seen seen => ReportScreens.Open(seen, words, context.FreshSecret),
        ReportPlace report when !context.ReportingIsOpen => new(ReportScreens.Closed(report, words)),
        ReportPlace report => ReportScreens.Open(report, words, context.FreshSecret),
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };

    static Screen Typed(Place at, Words? told, Words? typed, Context context)
    {
        var draft = (at as ReportPlace)?.Carried ?? (typed?.Length >= Story ? new Draft(context.FreshSecret, new Facets()) : null);
        if (typed is null || draft is null)
            return Hint("hint.buttons", at, told, context);
        var place = at as ReportPlace is { Carried: not null } report ? report : new ReportPlace.Telling(at.Reader, draft);
        var screen = ReportScreens.Typed(place, draft, told, typed, context.FreshSecret);
        return screen.Place is ReportPlace.Preview preview && !context.ReportingIsOpen ? ReportScreens.Closed(preview, screen.Quote) : screen;
    }

    /// <summary>The same screen again, with a word about what just came in; nothing is sent by that.</summary>
    static Screen Hint(string hint, Place at, Words? told, Context context)
    {
        var shown = at is ReportPlace.Send send ? new ReportPlace.Preview(send.Reader, send.Draft) : at;
        var screen = Open(shown, told, context).Screen;
        return screen with { Lines = [new(LineStyle.Text, hint), .. screen.Lines] };
    }

    static GeneralPlace.Languages Nowhere(Context context) => new(context.Guess ?? Unsaid);

    static ReportPlace.Begin? ReportOf(AwarenessPlace.Now now, Context context) =>
        context.ReportingIsOpen ? new(now.Reader, NowFacets.Of(now)) : null;

    static Words? Scrub(Words? words) =>
        words is not null && Scrubber.Scrub(words) is { AreEmpty: false } scrubbed ? scrubbed : null;

    static Screen WithNavigation(Screen screen)
    {
        var reader = screen.Place.Reader;
        List<Button> navigation = [];
        if (screen.Back is { } back)
            navigation.Add(new("button.back", back));
        if (screen.Place is not GeneralPlace.Home)
            navigation.Add(new("button.home", new GeneralPlace.Home(reader)));
        if (screen.Place is not GeneralPlace.Clear)
            navigation.Add(new("button.clear", new GeneralPlace.Clear(reader)));
        return screen with { Navigation = navigation };
    }
}
