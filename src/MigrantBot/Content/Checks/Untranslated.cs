using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>
/// Sentences left in another language: the same words under the same key. Names do not count, nor what is quoted. Kazakh, Kyrgyz and Uzbek
/// in Cyrillic are so near to each other that a short sentence may really be the same, so that only a longer one is told.
/// </summary>
static class Untranslated
{
    const int Fewest = 3;
    const int FewestInKin = 5;

    static readonly HashSet<Language> Kin = [Language.Kazakh, Language.Kyrgyz, Language.UzbekCyrillic];

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts) =>
        from text in texts
        where !text.Key.EndsWith(".sound", StringComparison.Ordinal)
        from sentence in Sentences(text)
        group text by (text.Key, Sentence: sentence) into same
        let origin = same.MaxBy(text => Rank(text.Language))!
        from copy in same
        where copy != origin && Words(same.Key.Sentence) >= (Kin.Contains(copy.Language) && Kin.Contains(origin.Language) ? FewestInKin : Fewest)
        group same.Key.Sentence by (Copy: copy, origin.Language) into left
        let more = left.Count() > 1 ? $" (and {left.Count() - 1} more)" : ""
        select Finding.Error(left.Key.Copy, $"the same sentence as in {left.Key.Language.Code}: {left.First()}{more}", $"translate it into {left.Key.Copy.Language.Code}.");

    static IEnumerable<string> Sentences(Text text) => Prose.Sentences(Prose.WithoutQuoted(text.Value)).Distinct();

    /// <summary>Words in small letters and the first one: a list of towns is the same in several languages.</summary>
    static int Words(string sentence) => Prose.Words(Prose.Typed(sentence)).Where((word, index) => index == 0 || char.IsLower(word[0])).Count();

    /// <summary>English, then Russian, is what others are translated from.</summary>
    static int Rank(Language language) => language == Language.English ? 2 : language == Language.Russian ? 1 : 0;
}
