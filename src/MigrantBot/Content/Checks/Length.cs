using System.Globalization;
using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>
/// What fits a button, a paragraph and one breath. Words are counted by language: Russian, Tajik and English say “in your country” where
/// Kazakh, Kyrgyz and Uzbek hang endings on one word, so that their twelve words hold as much as fifteen.
/// </summary>
static partial class Length
{
    internal const int MostOfLabel = 34;
    internal const int LongText = 350;
    internal const int MostOfText = 500;

    /// <summary>So many words above the limit of the language may still be one idea; more never are.</summary>
    internal const int WordsAbove = 3;

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules, IReadOnlyDictionary<string, Dated> owners) =>
        texts.SelectMany(text => Labels(text, owners.GetValueOrDefault(text.Key)).Concat(Whole(text)).Concat(Sentences(text, rules[text.Language].WordsInSentence)));

    static IEnumerable<Finding> Labels(Text text, Dated? owner)
    {
        if (!IsLabel(text))
            yield break;
        var shown = TextPlace.Replace(text.Value, place => Shown(place, text.Language, owner));
        if (Count(shown) is var length and > MostOfLabel)
            yield return Finding.Error(text, $"the button has {length} characters: {shown}", $"shorten it to {MostOfLabel}, or a small phone cuts it off.");
    }

    static string Shown(TextPlace place, Language language, Dated? owner) =>
        owner?.Numbers.GetValueOrDefault(place.Name) is not { } number ? ""
        : place.Prints ? number
        : PluralForms.Pick(language, number, place.Forms);

    static IEnumerable<Finding> Whole(Text text)
    {
        if (Count(Prose.Read(text.Value)) is var length and > LongText)
            yield return (length > MostOfText ? Finding.Error(text, Problem(length), Mend) : Finding.Warning(text, Problem(length), Mend));

        static string Problem(int length) => $"the text has {length} characters.";
    }

    const string Mend = "say less, or make two cards: a screen of a phone holds about three hundred.";

    static IEnumerable<Finding> Sentences(Text text, int most) =>
        from sentence in Prose.Sentences(text.Value)
        let words = Prose.CountWords(Prose.Read(sentence))
        where words > most
        let problem = $"a sentence of {words} words: {sentence}"
        let mend = $"make two of it; a sentence has at most {most} words here."
        select words > most + WordsAbove ? Finding.Error(text, problem, mend) : Finding.Warning(text, problem, mend);

    /// <summary>What is pressed begins with a picture, or says in its key that it is a button; a warning begins with a picture and is read.</summary>
    static bool IsLabel(Text text) => text.Key.Split('.') is var parts && (parts.Contains("button") || (parts[^1] != "warning" && Picture().IsMatch(text.Value)));

    static int Count(string text) => new StringInfo(text).LengthInTextElements;

    [GeneratedRegex(@"^[\u2139\u2190-\u2BFF\u3030-\u3299\p{Cs}]")]
    private static partial Regex Picture();
}
