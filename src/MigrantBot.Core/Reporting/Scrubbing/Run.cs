namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Digits and number words that may be the parts of one number, and what stands between them.</summary>
sealed class Run
{
    const int MostLinks = 2;

    /// <summary>So many digits are a whole number: what a comma or a new line divides from it counts something else, unless they divide all of it.</summary>
    const int WholeInDigits = 6;
    const int WholeInWords = 9;
    const int WholeInAll = 12;

    readonly List<Token> parts = [];

    /// <summary>What stands before each part; words between two of them show as <see cref="Linked"/>.</summary>
    readonly List<string> gaps = [];

    Run(Token first) => Take(first, "");

    public const string Linked = "…";

    public IReadOnlyList<Token> Parts => parts;
    public IReadOnlyList<string> Gaps => gaps;
    public int Start => parts[0].Start;
    public int End => parts[^1].End;
    public Spoken Spoken { get; } = new();

    /// <summary>The token after the run.</summary>
    public int Next { get; private set; }

    public bool HasAnd { get; private set; }

    public static Run? From(string text, List<Token> tokens, int at)
    {
        if (!IsPart(tokens[at]))
            return null;
        var run = new Run(tokens[at]) { Next = at + 1 };
        while (run.NextPart(text, tokens) is { } part)
        {
            run.Take(tokens[part], part == run.Next ? text[run.End..tokens[part].Start] : Linked);
            run.Next = part + 1;
        }
        return run;
    }

    static bool IsPart(Token token) =>
        token.Kind == TokenKind.Number || token.Numerals.Count > 0;

    /// <summary>The next part; up to two words of the kind "then" may stand before it.</summary>
    int? NextPart(string text, List<Token> tokens)
    {
        var end = End;
        for (var at = Next; at < tokens.Count && at <= Next + MostLinks; at++)
        {
            var token = tokens[at];
            var gap = text.AsSpan(end, token.Start - end);
            if (!Gap.Joins(gap) || (at == Next && Gap.IsOfList(gap) && IsPart(token) && IsWhole))
                return null;
            if (IsPart(token))
            {
                HasAnd |= tokens[Next..at].Exists(link => NumberWords.IsAnd(link.Fold));
                return at;
            }
            if (!NumberWords.IsLink(token.Fold) && !(Spoken.Words > 0 && NumberWords.IsAnd(token.Fold)))
                return null;
            end = token.End;
        }
        return null;
    }

    bool IsWhole => Spoken.Digits >= (gaps.Exists(gap => Gap.IsOfList(gap)) ? WholeInAll : Spoken.Words > 0 ? WholeInWords : WholeInDigits);

    void Take(Token token, string gap)
    {
        parts.Add(token);
        gaps.Add(gap);
        if (!Gap.IsPlain(gap))
            Spoken.Pause();
        if (token.Kind == TokenKind.Number)
            Spoken.Write(token.Length);
        else
            foreach (var word in token.Numerals)
                Spoken.Say(word);
    }
}
