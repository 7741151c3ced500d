using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>A stamp is a date or an hour; a mask is what stands for something that was masked before.</summary>
enum TokenKind
{
    Word,
    Number,
    Stamp,
    Mask,
}

/// <summary>A piece of a text; what lies between two of them is neither letter nor digit. A word knows which number words it is made of.</summary>
readonly record struct Token(TokenKind Kind, int Start, int End, string Fold, IReadOnlyList<NumberWord> Numerals)
{
    const string Day = "(?:0?[1-9]|[12][0-9]|3[01])";
    const string Month = "(?:0?[1-9]|1[0-2])";

    const int LongestStamp = 10;

    static readonly string[] Masks = [Names.Mask, Scrubber.NumberMask, Scrubber.ContactMask];

    static readonly Regex Stamp = new(
        $@"\A(?:{Day}[./-]{Month}[./-](?:19|20)[0-9]{{2}}|(?:19|20)[0-9]{{2}}-{Month}-{Day}|{Day}[./]{Month}[./][0-9]{{2}}|{Day}\.{Month}|(?:[01]?[0-9]|2[0-3]):[0-5][0-9])\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public int Length => End - Start;

    /// <summary>Letters that stand for digits count as digits.</summary>
    public static List<Token> In(string text)
    {
        List<Token> tokens = [];
        var seen = Lookalikes.AsDigits(text);
        for (var at = 0; at < seen.Length;)
            if (At(seen, at) is { } token)
            {
                tokens.Add(token);
                at = token.End;
            }
            else
                at++;
        return tokens;
    }

    static Token? At(string text, int at)
    {
        if (text[at] == '[')
            return Array.Find(Masks, mask => text.AsSpan(at).StartsWith(mask, StringComparison.Ordinal)) is { } mask
                ? Other(TokenKind.Mask, at, at + mask.Length)
                : null;
        if (char.IsAsciiDigit(text[at]))
            return (at == 0 || !IsOfWord(text[at - 1])) && StampAt(text, at) is { } stamp ? stamp : Other(TokenKind.Number, at, EndOfNumber(text, at));
        if (!char.IsLetter(text[at]))
            return null;
        var end = EndOfWord(text, at);
        var fold = Folded.Of(text.AsSpan(at..end));
        return new Token(TokenKind.Word, at, end, fold, NumberWords.In(fold));
    }

    static Token Other(TokenKind kind, int start, int end) => new(kind, start, end, "", []);

    static Token? StampAt(string text, int at)
    {
        foreach (var found in Stamp.EnumerateMatches(text.AsSpan(at, Math.Min(LongestStamp + 1, text.Length - at))))
            return Other(TokenKind.Stamp, at, at + found.Length);
        return null;
    }

    static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    /// <summary>Marks go with their letters, and an apostrophe goes with the letter after it.</summary>
    static int EndOfWord(string text, int at)
    {
        while (at < text.Length && (char.IsLetter(text[at]) || IsMark(text[at])
            || (Folded.Apostrophes.Contains(text[at]) && at + 1 < text.Length && char.IsLetter(text[at + 1]))))
            at++;
        return at;
    }

    static bool IsMark(char letter) =>
        char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.ConnectorPunctuation;
}
