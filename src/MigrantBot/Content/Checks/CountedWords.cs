using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>“{years} лет”: right as long as the number is five. The number comes from the data and may change, so the word needs all its forms.</summary>
static partial class CountedWords
{
    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules, IReadOnlyDictionary<string, Item> items) =>
        from text in texts
        from match in Counted().Matches(text.Value)
        let forms = rules[text.Language].Counted.FirstOrDefault(forms => forms.Contains(match.Groups["word"].Value))
        let name = match.Groups["name"].Value
        where forms is not null && !IsYear(items.GetValueOrDefault(text.Key), name)
        select Finding.Warning(text, $"after {{{name}}} stands one form of a word, “{match.Groups["word"].Value}”.", $"write {{{name}}} {{{name}|{string.Join('|', forms)}}}, each form as this sentence needs it.");

    /// <summary>“{year} года” names a year and counts nothing.</summary>
    static bool IsYear(Item? item, string name) => item?.Dated.Numbers.GetValueOrDefault(name) is { } number && Year().IsMatch(number);

    [GeneratedRegex(@"\{(?<name>[^{}|]+)\} (?<word>\p{L}+)")]
    private static partial Regex Counted();

    [GeneratedRegex("^(?:19|20)[0-9]{2}$")]
    private static partial Regex Year();
}
