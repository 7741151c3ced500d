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

/// <summary>A piece of a text; what lies between two of them is neither letter nor digit.</summary>
readonly record struct Token(TokenKind Kind, int Start, int End, string Fold)
{
    const string Day = "(?:0?[1-9]|[12][0-9]|3[01])";
    const string Month = "(?:0?[1-9]|1[0-2])";

    static readonly Regex Any = new(
        @"\[(?:имя|номер|контакт)\]"
        + $@"|\b(?:{Day}[./-]{Month}[./-](?:19|20)[0-9]{{2}}|(?:19|20)[0-9]{{2}}-{Month}-{Day}|{Day}[./]{Month}[./][0-9]{{2}}|{Day}\.{Month}|(?:[01]?[0-9]|2[0-3]):[0-5][0-9])\b"
        + @"|[0-9]+"
        + $@"|\p{{L}}[\p{{L}}\p{{M}}]*(?:[{Folded.Apostrophes}]\p{{L}}[\p{{L}}\p{{M}}]*)*",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public int Length => End - Start;

    /// <summary>Letters that stand for digits count as digits.</summary>
    public static List<Token> In(string text)
    {
        List<Token> tokens = [];
        var seen = Lookalikes.AsDigits(text);
        foreach (var found in Any.EnumerateMatches(seen))
        {
            var piece = seen.AsSpan(found.Index, found.Length);
            var kind = piece[0] == '[' ? TokenKind.Mask
                : !char.IsAsciiDigit(piece[0]) ? TokenKind.Word
                : piece.ContainsAnyExceptInRange('0', '9') ? TokenKind.Stamp
                : TokenKind.Number;
            tokens.Add(new Token(kind, found.Index, found.Index + found.Length, kind == TokenKind.Word ? Folded.Of(piece) : ""));
        }
        return tokens;
    }
}
