using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Crawl;

/// <summary>A screen that somebody can come to, and how.</summary>
sealed record Visit(Screen Screen, string Kind, string Way);

/// <summary>
/// Presses every button from home on, in one language, and at each place also types and sends a photo. The answers of a report multiply
/// beyond counting, so its places are equal when screen, question, page and the presence of words are, whoever reads them.
/// </summary>
sealed class Crawler(Language language, bool reportingIsOpen, DateOnly today)
{
    static readonly Words Story = new(string.Concat(Enumerable.Repeat("Мени милицияга олиб бордилар. ", 3)));
    static readonly Words TooLong = new(new string('ж', Report.MostCharacters + 1));

    static readonly Found.Case Answered = new(Standing.Rejected, RealWords.Today, RealWords.Today, RealWords.Today, [.. Enumerable.Range(0, 9).Select(number => new Reply($"{number:x8}", RealWords.Today, new(new string('ж', 2000))))], ReplyWasLost: true);

    readonly Context context = new(RealWords.Catalogue, today, reportingIsOpen, UInt128.MaxValue) { ReceiptOf = _ => Receipt.Of(0), Found = Answered };
    readonly Dictionary<string, Visit> visits = [];
    readonly Queue<(Place Place, Words? Words, string Way)> open = [];

    /// <summary>What a button leads to that nobody understands, with the way to it.</summary>
    public List<string> DeadLinks { get; } = [];

    public IReadOnlyCollection<Visit> Visits => visits.Values;

    /// <summary>Places opened by a button; <see cref="Visits"/> has also what answers when something else comes in there.</summary>
    public int PlaceCount { get; private set; }

    public Crawler Run()
    {
        open.Enqueue((new GeneralPlace.Home(language), null, ""));
        open.Enqueue((new GeneralPlace.Languages(language), null, ""));
        open.Enqueue((new ReceiptPlace.Mine(language, Receipt.Of(0)), null, " typing the number"));
        while (open.TryDequeue(out var next))
            Visit(next.Place, next.Words, next.Way);
        foreach (var (kind, found) in OtherwiseFound)
            Add(Dialogue.Answer(new ReceiptPlace.Mine(language, Receipt.Of(0)), new Incoming.Opened(), null, context with { Found = found }).Screen, kind, " typing the number");
        return this;
    }

    /// <summary>What else there may be under a receipt.</summary>
    static IEnumerable<(string, Found)> OtherwiseFound =>
    [
        ("nothing under the number", new Found.Nothing()), ("too many numbers", new Found.TooOften()),
        .. Enum.GetValues<Standing>().Select(standing => ($"mine, {standing}", (Found)(Answered with { Standing = standing, Replies = [] }))),
    ];

    void Visit(Place at, Words? words, string way)
    {
        var screen = Answer(at, new Incoming.Opened(), words);
        if (!Add(screen, $"{Kind(at)}{(words is null ? "" : " with words")}", way))
            return;
        PlaceCount++;
        Add(Answer(at, new Incoming.Unsupported(), words), $"{Kind(at)} after a photo{(words is null ? "" : " with words")}", way);
        Add(Answer(at, new Incoming.Typed(new("?")), words), $"{Kind(at)} after a word", way);
        Add(Dialogue.Apology(at, null, context), $"{Kind(at)} broken", way);
        if (Answer(at, new Incoming.Typed(Story), words) is { Quote: not null } preview && Add(preview, $"{Kind(at)} after a story", way))
            Follow(preview, way);
        if (screen.AsksForWords)
            Add(Answer(at, new Incoming.Typed(TooLong), words), $"{Kind(at)} after too much", way);
        Follow(screen, way);
    }

    void Follow(Screen screen, string way)
    {
        foreach (var button in screen.Buttons.Concat(screen.Navigation))
            if (button.Target is Target.To to)
                Follow(to.Place, screen, $"{way} > {button.Label.Key}");
    }

    void Follow(Place place, Screen from, string way)
    {
        var code = PlaceCode.Write(place);
        if (Places.Read(code, RealWords.Catalogue) != place)
            DeadLinks.Add($"{code}, by{way}");
        else if (place.Language == language)
            open.Enqueue((place, from.Quote ?? from.Kept, way));
        else if (place is not GeneralPlace.Home)
            DeadLinks.Add($"{code} changes the language, by{way}");
        if (place.Reader.Citizenship != from.Place.Reader.Citizenship && !AsksForCitizenship(place) && !AsksForCitizenship(from.Place))
            DeadLinks.Add($"{code} forgets of which country the reader is, by{way}");
    }

    /// <summary>Where the citizenship is asked for, and may be changed.</summary>
    static bool AsksForCitizenship(Place place) =>
        place is AwarenessPlace.Learn or AwarenessPlace.Help or AwarenessPlace.Offices or AwarenessPlace.List { Topic: Topic.Laws } && place.Reader.Citizenship is null;

    Screen Answer(Place at, Incoming incoming, Words? told = null) => Dialogue.Answer(at, incoming, told, context).Screen;

    bool Add(Screen screen, string kind, string way) => visits.TryAdd(kind, new Visit(screen, kind, way.Length == 0 ? " nothing" : way));

    static string Kind(Place place) => place switch
    {
        ReportPlace.Ask ask => $"ask.{ask.Question}.{ask.Page}{(ask.Draft.Facets.Methods == Methods.None ? "" : " with methods")}",
        ReportPlace.Begin begin => begin.Facets == new Facets() ? "begin" : "begin with answers",
        ReportPlace { Carried: { } draft } => $"{place.GetType().Name}{(draft.Facets == new Facets() ? "" : " with answers")} {(place as ReportPlace.Telling)?.Replaces}",
        ReportPlace => place.Path,
        ReceiptPlace { IsPrivate: true } => place.Path.Split('.')[0],
        _ => $"{place.Reader}.{place.Path}",
    };
}
