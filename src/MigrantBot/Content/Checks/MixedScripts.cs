using System.Text.RegularExpressions;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Letters of two scripts in one word: they look alike, but are not found by a search, read aloud wrongly and break on old phones.</summary>
static partial class MixedScripts
{
    internal static IEnumerable<Finding> InTexts(IEnumerable<Text> texts) =>
        from text in texts
        from word in In(Prose.Typed(text.Value))
        select Finding.Error(text, Problem(word), Mend);

    internal static IEnumerable<Finding> InData(IEnumerable<DataValue> data) =>
        from value in data
        from word in In(value.Value)
        select value.Error(Problem(word), Mend);

    internal static bool Mixes(string word) =>
        (Latin().IsMatch(word) ? 1 : 0) + (Cyrillic().IsMatch(word) ? 1 : 0) + (Greek().IsMatch(word) ? 1 : 0) > 1;

    const string Mend = "type the word again in one script, or part a foreign name from its ending by a hyphen.";

    static IEnumerable<string> In(string text) => Prose.Words(text).Where(Mixes).Distinct();

    /// <summary>The letters of the smaller part are named, since one does not see them.</summary>
    static string Problem(string word)
    {
        var latin = Latin().Matches(word).Select(match => match.Value).ToList();
        var (name, strange) = latin.Count <= word.Length - latin.Count ? ("Latin", latin) : ("not Latin", [.. word.Select(letter => letter.ToString()).Where(letter => !Latin().IsMatch(letter))]);
        return $"“{word}” mixes two scripts: {string.Join(' ', strange)} is {name}.";
    }

    [GeneratedRegex(@"[A-Za-z\u00C0-\u02AF\u1E00-\u1EFF]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"[\u0400-\u052F\u1C80-\u1C8F]")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"[\u0370-\u03FF]")]
    private static partial Regex Greek();
}
