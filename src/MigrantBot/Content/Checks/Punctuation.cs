using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Signs and blanks: slips of the hand that make a text look like a fraud's.</summary>
static partial class Punctuation
{
    const string AllMarks = "\"'`´‘’‛‚“”„«»‹›";

    static readonly Dictionary<char, char> Closing = new() { ['«'] = '»', ['“'] = '”', ['('] = ')' };

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<Language, LanguageRules> rules) =>
        texts.SelectMany(text => In(text, Prose.Typed(text.Value), rules[text.Language].Quotes));

    static IEnumerable<Finding> In(Text text, string typed, string quotes)
    {
        Finding Error(string problem, string mend) => Finding.Error(text, problem, mend);
        if (Prose.WithoutQuoted(typed).Contains('!', StringComparison.Ordinal))
            yield return Error("it shouts (!).", "end the sentence with a full stop.");
        if (typed.Contains("  ", StringComparison.Ordinal) || typed.Trim() != typed)
            yield return Error("two blanks in a row, or one at an end.", "leave one blank between words, none at the ends.");
        if (BlankBefore().Match(typed) is { Success: true } blank)
            yield return Error($"a blank before “{blank.Value.Trim()}”.", "take the blank away.");
        if (NoBlankAfter().Match(typed) is { Success: true } none)
            yield return Error($"no blank in “{none.Value}”.", "put a blank behind the sign.");
        if (typed.Contains(" - ", StringComparison.Ordinal))
            yield return Error("a hyphen stands for a dash.", "write – or —.");
        if (typed.Contains("...", StringComparison.Ordinal))
            yield return Error("three full stops.", "write the one sign …");
        if (typed.FirstOrDefault(sign => AllMarks.Contains(sign, StringComparison.Ordinal) && !quotes.Contains(sign, StringComparison.Ordinal)) is var mark and not '\0')
            yield return Error($"the mark {mark} is not used in {text.Language.Code}.", $"use {string.Join(' ', quotes.ToCharArray())}.");
        if (!IsBalanced(typed))
            yield return Error("a quotation mark or bracket is left open, or closes nothing.", "look at « », “ ” and ( ): they stand in pairs.");
    }

    static bool IsBalanced(string text)
    {
        var open = new Stack<char>();
        foreach (var sign in text)
            if (Closing.TryGetValue(sign, out var closing))
                open.Push(closing);
            else if (Closing.ContainsValue(sign) && (!open.TryPop(out var expected) || expected != sign))
                return false;
        return open.Count == 0;
    }

    [GeneratedRegex(@"\s[,.;:?!]")]
    private static partial Regex BlankBefore();

    [GeneratedRegex(@"\p{L}[,;:?!]\p{L}+|\p{Ll}\.\p{Lu}\p{L}*")]
    private static partial Regex NoBlankAfter();
}
