using System.Buffers;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// What a text is meant to look like, letter for letter as long as the text itself: rules look at this, and masks are laid on the text.
/// </summary>
static class Lookalikes
{
    const string CyrillicLetters = "аеорсухкмтнвіАЕОРСУХКМТНВІѕЅјЈһ";
    const string LatinLetters = "aeopcyxkmthbiAEOPCYXKMTHBIsSjJh";

    static readonly SearchValues<char> CyrillicLookalikes = SearchValues.Create(CyrillicLetters);

    const string DigitLetters = "OoОоΟοlIІіӀӏЗзЧчSsЅѕбBВZz";
    const string Digits = "0000001111113344555568822";
    const string NeverLast = "чЧsѕбlzі";
    const string NeverFirst = "BВбчЧ";

    public static char Lower(char letter) => char.ToLowerInvariant(letter);

    public static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u052F';

    public static string Lowered(string text) => string.Create(text.Length, text, (lower, from) =>
    {
        for (var at = 0; at < from.Length; at++)
            lower[at] = Lower(from[at]);
    });

    public static char Cyrillic(char letter)
    {
        var at = LatinLetters.IndexOf(letter);
        return at < 0 ? letter : CyrillicLetters[at];
    }

    /// <summary>Cyrillic letters as Latin ones in words that have both, such as a link that is half Cyrillic.</summary>
    public static string Latin(string text) => ByWord(text, static letter => char.IsLetterOrDigit(letter) || letter is '.' or '_' or '@' or '/' or ':', (word, into) =>
    {
        if (!word.ContainsAnyInRange('a', 'z') && !word.ContainsAnyInRange('A', 'Z'))
            return;
        for (var start = 0; start < word.Length; start++)
        {
            var end = start;
            while (end < word.Length && IsCyrillic(word[end]))
                end++;
            if (end > start && !word[start..end].ContainsAnyExcept(CyrillicLookalikes))
                for (var at = start; at < end; at++)
                    into[at] = LatinLetters[CyrillicLetters.IndexOf(word[at])];
            start = end;
        }
    });

    /// <summary>Letters that stand for digits in words of nothing but digits and such letters: <c>8 9l6 З45</c>.</summary>
    public static string AsDigits(string text) => ByWord(text, char.IsLetterOrDigit, (word, into) =>
    {
        var digits = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (char.IsAsciiDigit(word[at]))
                digits++;
            else if (!DigitLetters.Contains(word[at]) || (at == word.Length - 1 && NeverLast.Contains(word[at])) || (at == 0 && NeverFirst.Contains(word[at])))
                return;
        }
        if (digits == 0 || digits * 2 < word.Length)
            return;
        for (var at = 0; at < word.Length; at++)
            if (DigitLetters.IndexOf(word[at]) is >= 0 and var found)
                into[at] = Digits[found];
    });

    delegate void Rewrite(ReadOnlySpan<char> word, Span<char> into);

    static string ByWord(string text, Func<char, bool> isOfWord, Rewrite rewrite) => string.Create(text.Length, text, (into, from) =>
    {
        from.CopyTo(into);
        for (var start = 0; start < from.Length; start++)
        {
            var end = start;
            while (end < from.Length && isOfWord(from[end]))
                end++;
            if (end > start)
                rewrite(from.AsSpan(start, end - start), into[start..end]);
            start = end;
        }
    });
}
