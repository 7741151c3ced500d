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

    /// <summary>It counts for an 8 only among other such letters, for it is also the word "in".</summary>
    const char SmallVe = 'в';

    const int FewestOfGroup = 3;
    const int LongestOfGroup = 5;
    const int FewestSigns = 7;
    const int MostSigns = 14;

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

    /// <summary>
    /// Letters that stand for digits: in words of nothing but digits and such letters (<c>9l6</c>), and more freely where three such words follow each
    /// other (<c>9з 47в 2О 65</c>).
    /// </summary>
    public static string AsDigits(string text) => ByWord(ByWord(text, char.IsLetterOrDigit, Word), static letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-', Group);

    static void Word(ReadOnlySpan<char> word, Span<char> into)
    {
        var digits = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (char.IsAsciiDigit(word[at]))
                digits++;
            else if (!DigitLetters.Contains(word[at]) || (at == word.Length - 1 && NeverLast.Contains(word[at])) || (at == 0 && NeverFirst.Contains(word[at])))
                return;
        }
        if (digits > 0 && digits * 2 >= word.Length)
            Digitise(word, into);
    }

    static void Group(ReadOnlySpan<char> text, Span<char> into)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var (at, end, words, digits, letters) = (start, start, 0, 0, 0);
            (int Words, int Letters) pending = default;
            while (at < text.Length && WordAt(text[at..]) is var (length, digitsOfWord) && length > 0)
            {
                if (digitsOfWord > 0)
                    (words, digits, letters, end) = (words + 1 + pending.Words, digits + digitsOfWord, letters + length - digitsOfWord + pending.Letters, at + length);
                pending = digitsOfWord > 0 ? default : (pending.Words + 1, pending.Letters + length);
                at += length + 1;
            }
            if (words >= FewestOfGroup && letters > 0 && digits >= letters && digits + letters is >= FewestSigns and <= MostSigns)
                Digitise(text[start..end], into[start..end]);
            start = Math.Max(end, NextGap(text, start));
        }
    }

    /// <summary>How long the word is if digits and their likes are all of it, else nothing. A letter by itself is a word of its own.</summary>
    static (int Length, int Digits) WordAt(ReadOnlySpan<char> text)
    {
        var (length, digits) = (0, 0);
        for (; length < text.Length && text[length] is not (' ' or '-'); length++)
        {
            if (length == LongestOfGroup || !(char.IsAsciiDigit(text[length]) || DigitLetters.Contains(text[length]) || text[length] == SmallVe))
                return (0, 0);
            digits += char.IsAsciiDigit(text[length]) ? 1 : 0;
        }
        return length == 1 && digits == 0 ? (0, 0) : (length, digits);
    }

    static int NextGap(ReadOnlySpan<char> text, int from) => text[from..].IndexOfAny(' ', '-') is >= 0 and var found ? from + found : text.Length;

    static void Digitise(ReadOnlySpan<char> word, Span<char> into)
    {
        for (var at = 0; at < word.Length; at++)
            if (DigitLetters.IndexOf(word[at]) is >= 0 and var found)
                into[at] = Digits[found];
            else if (word[at] == SmallVe)
                into[at] = '8';
    }

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
