using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Awareness;

/// <summary>Sentences to say in Russian: as written, in sound, and what they mean.</summary>
public static class PhraseScreens
{
    public static Screen All(AwarenessPlace.Phrases at, Catalogue catalogue)
    {
        var page = Page.OfButtons(catalogue.Phrases, at.Page);
        return new(at, [new(LineStyle.Heading, "phrases.heading"), new(LineStyle.Text, "phrases.text")],
            [
                .. page.Items.Select(phrase => new Button(
                    new Line(LineStyle.Text, $"phrase.{phrase.Id}.button", phrase.Arguments), new Target.To(new AwarenessPlace.Say(at.Language, phrase.Id)))),
                .. page.More ? [new Button("button.more", at with { Page = page.Number + 1 })] : Array.Empty<Button>(),
            ])
        {
            Back = page.Number > 0 ? at with { Page = page.Number - 1 } : new AwarenessPlace.Learn(at.Language),
        };
    }

    public static Screen One(AwarenessPlace.Say at, Catalogue catalogue)
    {
        var phrase = catalogue.Phrase(at.Id)!;
        return new(
            at,
            [.. Spoken(phrase, at.Language), new(LineStyle.Text, $"phrase.{phrase.Id}.use", phrase.Arguments), .. phrase.SourceLines()],
            [new("button.officer", new AwarenessPlace.Officer(at.Language, at.Id)), new("button.call", new AwarenessPlace.Help(at.Language))])
        {
            Back = new AwarenessPlace.Phrases(at.Language),
        };
    }

    public static Screen ForOfficer(AwarenessPlace.Officer at, Catalogue catalogue) =>
        new(at, [Russian(catalogue.Phrase(at.Id)!)], [])
        {
            Back = new AwarenessPlace.Say(at.Language, at.Id),
        };

    /// <summary>The Russian sentence, its sound in the reader's script, and its meaning; a reader of Russian needs only the first.</summary>
    internal static IEnumerable<Line> Spoken(Phrase phrase, Language language)
    {
        yield return Russian(phrase);
        if (language == Language.Russian)
            yield break;
        yield return new(LineStyle.Text, $"phrase.{phrase.Id}.sound", phrase.Arguments);
        yield return new(LineStyle.Text, $"phrase.{phrase.Id}.meaning", phrase.Arguments);
    }

    internal static Line Russian(Phrase phrase) => new(LineStyle.Sentence, "phrase.russian", ("russian", phrase.Russian));
}
