using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>“{years} лет” was right while the number was five; then the law changed to three. A word with all its forms is never wrong.</summary>
static partial class CountedWords
{
    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules, IReadOnlyDictionary<string, Dated> owners) =>
        from text in texts
        from match in Counted().Matches(text.Value)
        let name = match.Groups["name"].Value
        let word = match.Groups["word"].Value
        let forms = rules[text.Language].Counted.FirstOrDefault(forms => forms.Contains(word))
        let number = owners.GetValueOrDefault(text.Key)?.Numbers.GetValueOrDefault(name)
        where forms is not null && number is not null && Counts().IsMatch(number)
        let needed = match.Groups["genitive"].Success ? Genitive(text.Language, number, forms) : PluralForms.Pick(text.Language, number, forms)
        where needed != word
        select Finding.Error(text, $"it reads “{number} {word}”.", $"write {{{name}}} {{{name}|{string.Join('|', forms)}}}, each form as this sentence needs it.");

    /// <summary>All forms of a word, but in another order, or one of them for all numbers.</summary>
    internal static IEnumerable<Finding> InDisorder(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules) =>
        from text in texts
        from place in TextPlace.In(text.Value)
        let forms = place.Prints ? null : rules[text.Language].Counted.FirstOrDefault(forms => place.Forms.All(forms.Contains))
        where forms is not null && !place.Forms.SequenceEqual(forms) && !place.Forms.SequenceEqual([forms[1], forms[^1], forms[^1]])
        select Finding.Error(text, $"the forms of {{{place.Name}}} are {string.Join(", ", place.Forms)}.", $"write {{{place.Name}|{string.Join('|', forms)}}}: as they stand after 1, 2 and 5 in Russian, after 1 and 2 in English.");

    /// <summary>After “до” and its like: до 21 года, до 3 лет.</summary>
    static string Genitive(Language language, string number, string[] forms) =>
        PluralForms.Pick(language, number, [forms[1], forms[^1], forms[^1]]);

    [GeneratedRegex(@"(?<genitive>(?<!\p{L})(?:от|до|течение|около|более|менее|больше|меньше|свыше|после|из)\s+)?\{(?<name>[^{}|]+)\}(?=[ \u00A0](?<word>\p{L}+))")]
    private static partial Regex Counted();

    /// <summary>A number of things; “{year} года” names a year and counts nothing.</summary>
    [GeneratedRegex("^(?!(?:19|20)[0-9]{2}$)[0-9]")]
    private static partial Regex Counts();
}
