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
    /// The receipt about which this turn has to know something, if any: whoever asks looks it up and hands it in as <see cref="Context.Found"/>.
    /// </summary>
    public static Receipt? Asks(Place? at, Incoming incoming) => incoming switch
    {
        Incoming.Command => null,
        Incoming.Typed typed when ReceiptIn(at, typed.Words) is { } receipt => receipt,
        _ => (at as ReceiptPlace)?.LooksUp,
    };

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
            Incoming.Sealed => Open(at ?? Nowhere(context), null, context, isSealed: true),
            Incoming.Typed typed when at is null && ReceiptIn(at, typed.Words) is null && Scrub(typed.Words) is { } lost =>
                new(UnlessClosed(LostWords.Show(lost, context, GeneralScreens.Show(Nowhere(context))), context)),
            Incoming.Typed typed => Typed(at ?? Nowhere(context), Scrub(told), typed.Words, context),
            Incoming.Unsupported => new(Hint("hint.unsupported", at ?? Nowhere(context), Scrub(told), context)),
            _ => throw new ArgumentOutOfRangeException(nameof(incoming)),
        };
        return turn with { Screen = WithNavigation(turn.Screen) };
    }

    /// <summary>The place before anything is stored or deleted: the one whose screen had the button that leads to <paramref name="at"/>.</summary>
    public static Place BeforeActing(Place at) => at switch
    {
        ReportPlace.Send send => new ReportPlace.Preview(send.Reader, send.Draft, send.Told == Reporting.Told.Names),
        ReceiptPlace receipt => ReceiptScreens.BeforeActing(receipt),
        _ => at,
    };

    /// <summary>What to show when a report that was sent could not be taken after all, because the last reader has just gone.</summary>
    public static Screen Closed(Place? at, Words? told) => WithNavigation(ReportScreens.Closed(at ?? new GeneralPlace.Languages(Unsaid), Scrub(told)));

    /// <summary>What to show when what was to be stored belongs to a report that was taken back, or deleted, in the meantime.</summary>
    public static Screen Nothing(Place at, Words? told) => WithNavigation(ReceiptScreens.Nothing(at, Scrub(told)));

    /// <summary>What to show when something broke on our side: nothing was lost (the words stay on the screen), the same button may be pressed again.</summary>
    public static Screen Apology(Place? at, Words? told, Context context)
    {
        var place = at ?? Nowhere(context);
        return WithNavigation(new(place, [new(LineStyle.Text, "broke.text")], [new("button.again", place)])
        {
            Quote = Scrub(told),
            IsBrief = told is null && place is ReceiptPlace { LooksUp: not null },
        });
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

    static Turn Open(Place at, Words? words, Context context, bool isSealed = false) => at switch
    {
        GeneralPlace general => new(GeneralScreens.Show(general)),
        AwarenessPlace awareness => new(AwarenessScreens.Show(awareness, context.Catalogue, context.Today, now => ReportOf(now, context))),
        ReportPlace.Seen or ReportPlace.Risks => ReportScreens.Open((ReportPlace)at, words, Given(context, isSealed)),
        ReportPlace or ReceiptPlace.More or ReceiptPlace.MorePreview or ReceiptPlace.MoreSend when !context.ReportingIsOpen => new(ReportScreens.Closed(at, words)),
        ReportPlace report => ReportScreens.Open(report, words, Given(context, isSealed)),
        ReceiptPlace receipt => ReceiptScreens.Open(receipt, words, Given(context, isSealed)),
        _ => throw new ArgumentOutOfRangeException(nameof(at)),
    };

    static Turn Typed(Place at, Words? told, Words raw, Context context)
    {
        if (ReceiptIn(at, raw) is { } receipt)
            return at is ReceiptPlace.Belongs belongs && told is not null
                ? new(UnlessClosed(ReceiptScreens.Belong(belongs, receipt, told, Given(context)), context))
                : Open(new ReceiptPlace.Mine(at.Reader, receipt), null, context);
        var typed = Scrub(raw);
        if (at is ReceiptPlace place)
            return new(ReceiptScreens.Typed(place, raw, told, typed, Given(context)) is { } screen ? UnlessClosed(screen, context) : Unheard(at, told, context));
        return new(Told(at, told, typed, context));
    }

    /// <summary>Digits that are a receipt open it wherever no words are asked for: also where nobody knows any more where the person was.</summary>
    static Receipt? ReceiptIn(Place? at, Words typed) => at switch
    {
        ReportPlace { Carried: not null } => null,
        ReceiptPlace.Paper or ReceiptPlace.Copied or ReceiptPlace.More or ReceiptPlace.MorePreview or ReceiptPlace.MoreSend => null,
        _ => Receipt.Read(typed.Reveal()),
    };

    static Screen Told(Place at, Words? told, Words? typed, Context context)
    {
        var draft = (at as ReportPlace)?.Carried ?? (typed?.Length >= Story ? new Draft(context.FreshSecret, new Facets()) : null);
        if (typed is null || draft is null)
            return Unheard(at, told, context);
        var place = at as ReportPlace is { Carried: not null } report ? report : new ReportPlace.Telling(at.Reader, draft);
        return UnlessClosed(ReportScreens.Typed(place, draft, told, typed, context.FreshSecret), context);
    }

    static Screen UnlessClosed(Screen screen, Context context) =>
        screen.Place is ReportPlace.Preview or ReceiptPlace.MorePreview && !context.ReportingIsOpen ? ReportScreens.Closed(screen.Place, screen.Quote) : screen;

    /// <summary>No words are asked for here; or they are, and what came in has none.</summary>
    static Screen Unheard(Place at, Words? told, Context context) =>
        Hint(Open(BeforeActing(at), told, context).Screen.AsksForWords ? "telling.empty" : "hint.buttons", at, told, context);

    /// <summary>The same screen again, with a word about what just came in; nothing is sent by that.</summary>
    static Screen Hint(string hint, Place at, Words? told, Context context)
    {
        var screen = Open(BeforeActing(at), told, context).Screen;
        return screen with { Lines = [new(LineStyle.Text, hint), .. screen.Lines] };
    }

    static Given Given(Context context, bool isSealed = false) => new(context.FreshSecret, context.ReceiptOf, context.Found, isSealed);

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
