using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Sentences to say in Russian: as written, in sound, and what they mean.</summary>
static class PhraseScreens
{
    internal static Screen All(AwarenessPlace.Phrases at, Catalogue catalogue)
    {
        var page = Page.OfButtons(catalogue.Phrases, at.Page);
        return new(at, [new(LineStyle.Heading, "phrases.heading"), new(LineStyle.Text, "phrases.text")],
            [
                .. page.Items.Select(phrase => phrase.ButtonFor(at.Reader)),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 } : new AwarenessPlace.List(at.Reader, Topic.Rights),
        };
    }

    internal static Screen One(AwarenessPlace.Say at, Catalogue catalogue, DateOnly today)
    {
        var phrase = catalogue.Phrase(at.Id)!;
        return new(
            at,
            [.. Spoken(phrase, at.Language), new(LineStyle.Text, phrase.Key("use"), phrase.Arguments), .. phrase.SourceLines(today)],
            [
                new("button.officer", new AwarenessPlace.Officer(at.Reader, at.Id)),
                .. CardScreens.Listen(phrase, at.Reader, catalogue),
                .. catalogue.Beside(phrase, at.Reader.Citizenship).Select(other => other.ButtonFor(at.Reader)),
                new("button.call", new AwarenessPlace.Help(at.Reader)),
            ])
        {
            Back = new AwarenessPlace.Phrases(at.Reader),
        };
    }

    internal static Screen ForOfficer(AwarenessPlace.Officer at, Catalogue catalogue) =>
        new(at, [Placard(catalogue.Phrase(at.Id)!)], [])
        {
            Back = new AwarenessPlace.Say(at.Reader, at.Id),
        };

    /// <summary>The Russian sentence, its sound in the reader's script, and its meaning; a reader of Russian needs only the first.</summary>
    internal static IEnumerable<Line> Spoken(Phrase phrase, Language language)
    {
        yield return Russian(phrase);
        if (language == Language.Russian)
            yield break;
        yield return new(LineStyle.Text, phrase.Key("sound"), phrase.Arguments);
        yield return new(LineStyle.Text, phrase.Key("meaning"), phrase.Arguments);
    }

    /// <summary>The Russian sentence alone, to hold before an officer's eyes.</summary>
    internal static Line Placard(Phrase phrase) => Russian(phrase) with { Style = LineStyle.Placard };

    static Line Russian(Phrase phrase) => new(LineStyle.Sentence, "phrase.russian", ("russian", phrase.Russian)) { In = Language.Russian };
}
