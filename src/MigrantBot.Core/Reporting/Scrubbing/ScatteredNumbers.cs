namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Masks a phone whose parts have other words between them: <c>8 my 916 friend 123 and 45 he 67</c>. Only digits that make a whole phone of the
/// five countries go, and no word between them may say what they count.
/// </summary>
static class ScatteredNumbers
{
    const int MostWords = 2;
    const int FewestParts = 3;
    const int MostDigits = 13;
    const int MostOfPart = 5;
    const int WidestGap = 4;

    public static string Mask(string text, List<Token> tokens)
    {
        var seen = Lookalikes.AsDigits(text);
        List<(int Start, int End)> masked = [];
        for (var at = 0; at < tokens.Count; at++)
            if (tokens[at].Kind == TokenKind.Number && LastPart(seen, tokens, at) is { } last)
            {
                masked.Add((tokens[at].Start, tokens[last].End));
                at = last;
            }
        return Spans.Replace(text, masked, Scrubber.NumberMask);
    }

    static int? LastPart(string text, List<Token> tokens, int first)
    {
        Span<char> digits = stackalloc char[MostDigits];
        int? last = null;
        var (length, parts, words, isScattered) = (0, 0, 0, false);
        for (var at = first; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (at > first && token.Start - tokens[at - 1].End > WidestGap)
                break;
            if (token.Kind == TokenKind.Number && token.Length <= MostOfPart && length + token.Length <= MostDigits)
            {
                text.AsSpan(token.Start, token.Length).CopyTo(digits[length..]);
                (length, parts, words, isScattered) = (length + token.Length, parts + 1, 0, isScattered || words > 0);
                if (parts >= FewestParts && isScattered && Phones.Is(digits[..length]))
                    last = at;
            }
            else if (token.Kind != TokenKind.Word || ++words > MostWords || Evidence.CountsAfter(Lookalikes.Lowered(text[token.Start..token.End])) || Months.Has(token.Fold))
                break;
        }
        return last;
    }
}
