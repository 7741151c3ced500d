using MigrantBot.Core.Awareness;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>
/// Every screen to which buttons lead: whether it has all its words, and fits. Once its facts are old it is longer by a line, and that only
/// warns: nobody's build stops overnight. What a person would tell is not known here.
/// </summary>
sealed class Screens
{
    /// <summary>For the screens of who comes back: a report with an answer.</summary>
    static readonly Found Came = new Found.Case(Standing.Waiting, DateOnly.MinValue, DateOnly.MinValue, DateOnly.MinValue, [new Reply("00000000", DateOnly.MinValue, new("…"))], ReplyWasLost: true);

    readonly ILookup<(Language, string), Text> texts;
    readonly Wording wording;
    readonly Context context;
    readonly HashSet<string> seen = [];
    readonly Queue<Place> open = [];

    Screens(Locales locales, DateOnly today)
    {
        texts = locales.Texts.ToLookup(text => (text.Language, text.Key));
        wording = new(locales.Texts);
        context = new(locales.Catalogue, today, ReportingIsOpen: true, FreshSecret: UInt128.MaxValue) { ReceiptOf = _ => Receipt.Of(0), Found = Came };
    }

    /// <summary>What cannot be loaded has been told, and what follows from it would be too much.</summary>
    internal static IReadOnlyList<Finding> Find(Locales locales)
    {
        if (locales.Faults.Count > 0)
            return [];
        var reviews = locales.Catalogue.All.Select(dated => dated.ReviewBy).ToList();
        List<Finding> fresh = [.. new Screens(locales, reviews.Min()).Walk().DistinctBy(Where)];
        var known = fresh.Select(Where).ToHashSet();
        return [.. fresh, .. new Screens(locales, reviews.Max() is var last && last < DateOnly.MaxValue ? last.AddDays(1) : last).Walk().DistinctBy(Where).Where(finding => !known.Contains(Where(finding))).Select(Later)];
    }

    static (string, long) Where(Finding finding) => (finding.Fault.File, finding.Fault.Line);

    static Finding Later(Finding finding) => new(finding.Fault with { Problem = $"{finding.Fault.Problem} So it will be as soon as its facts are old." }, IsError: false);

    IEnumerable<Finding> Walk()
    {
        foreach (var language in Language.All)
        {
            Open(new GeneralPlace.Languages(language));
            Open(new ReceiptPlace.Mine(language, Receipt.Of(0)));
        }
        while (open.TryDequeue(out var place))
        {
            Screen[] screens =
            [
                Dialogue.Answer(place, new Incoming.Opened(), null, context).Screen,
                .. place is GeneralPlace ? [Dialogue.Answer(place, new Incoming.Unsupported(), null, context).Screen, Dialogue.Answer(place, new Incoming.Typed(new("?")), null, context).Screen, Dialogue.Apology(place, null, context)] : Array.Empty<Screen>(),
            ];
            foreach (var finding in screens.SelectMany(In))
                yield return finding;
            foreach (var target in screens[0].Buttons.Concat(screens[0].Navigation).Select(button => button.Target).OfType<Target.To>())
                Open(target.Place);
        }
    }

    /// <summary>Answers of a report multiply beyond counting: one of each question will do. “Now” says the same to citizens of every country.</summary>
    void Open(Place place)
    {
        var name = place.IsPrivate && place.Path.LastIndexOf('.') is var end and > 0 ? place.Path[..end] : place.Path;
        var reader = place is AwarenessPlace.Now or AwarenessPlace.Show ? place.Language.Code : place.Reader.Code;
        if (seen.Add($"{reader}/{name}"))
            open.Enqueue(place);
    }

    IEnumerable<Finding> In(Screen screen)
    {
        var lines = screen.Lines.Select(line => (line.Style, Text: Say(screen, line))).ToList();
        var labels = screen.Buttons.Concat(screen.Navigation).Select(button => Say(screen, button.Label)).ToList();
        foreach (var problem in lines.Select(line => line.Text.Problem).Concat(labels.Select(label => label.Problem)).OfType<Finding>())
            yield return problem;
        var length = lines.Sum(line => line.Text.Said.Trim().Length) + (2 * (lines.Count - 1)) - lines.Zip(lines.Skip(1)).Count(two => two is { First.Style: LineStyle.Source, Second.Style: LineStyle.Source });
        if (length > Screen.MostCharacters)
            yield return At(screen, screen.Lines[0], $"its screen has {length} characters in all.", $"say less, or make two cards; a screen has at most {Screen.MostCharacters}.");
        if (screen.Buttons.Count > Screen.MostButtons)
            yield return At(screen, screen.Lines[0], $"its screen has {screen.Buttons.Count} buttons.", $"take telephone numbers or “see” away; a screen has at most {Screen.MostButtons} buttons.");
    }

    /// <summary>The words, also those of the web page where it has its own; or why there are none.</summary>
    (string Said, Finding? Problem) Say(Screen screen, Line line)
    {
        var language = line.In ?? screen.Place.Language;
        try
        {
            if (wording.Has(language, $"web.{line.Key}"))
                wording.Say(language, line with { Key = $"web.{line.Key}" });
            var said = wording.Say(language, line);
            return (said, said.Contains('{', StringComparison.Ordinal) ? At(screen, line, $"it would read: {said}", "take the place out: the program has nothing to put there.") : null);
        }
        catch (KeyNotFoundException missing)
        {
            return ("", At(screen, line, missing.Message, "take the text from the last version, with the places that it had there."));
        }
    }

    Finding At(Screen screen, Line line, string problem, string mend)
    {
        var language = line.In ?? screen.Place.Language;
        return texts[(language, line.Key)].FirstOrDefault() is { } text
            ? Finding.Error(text, problem, mend)
            : new(new($"{language.Code}/screens.yaml", 0, $"“{line.Key}”: {problem}", mend), IsError: true);
    }
}
