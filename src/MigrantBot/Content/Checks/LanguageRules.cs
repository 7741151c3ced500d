using System.Text.RegularExpressions;

namespace MigrantBot.Content.Checks;

/// <summary>How one language is written: what <c>languages.yaml</c> says of it.</summary>
/// <param name="Alphabet">The letters of its words.</param>
/// <param name="Sound">The letters in which a Russian sentence is sounded out.</param>
/// <param name="Quotes">Quotation marks and apostrophes that may stand in its texts.</param>
/// <param name="WordsInSentence">Most words of a sentence that a tired man reads once.</param>
/// <param name="Avoided">Words that are wrong or frightening here, each with the right one.</param>
/// <param name="Names">Names in other letters, the same for all languages.</param>
sealed record LanguageRules(
    Alphabet Alphabet, Alphabet Sound, string Quotes, int WordsInSentence, IReadOnlyList<AvoidedWord> Avoided, IReadOnlyList<string> Names);

/// <summary>A word not to be used; a star stands for any letters.</summary>
sealed record AvoidedWord(string Word, string Instead)
{
    readonly Regex pattern = new(
        $@"(?<!\p{{L}}){Regex.Escape(Word).Replace(@"\*", @"\p{L}*", StringComparison.Ordinal)}(?!\p{{L}})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    internal string? FindIn(string text) => pattern.Match(text) is { Success: true } match ? match.Value : null;
}
