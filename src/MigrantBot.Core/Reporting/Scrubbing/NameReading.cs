namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>A text's words as names: which may be one, and which of them belong together.</summary>
sealed class NameReading
{
    /// <summary>Shorter words of nothing but capitals are abbreviations: МВД, ФСБ.</summary>
    const int LongestAbbreviation = 4;

    readonly string text;

    /// <summary>Where everything is a capital, a capital says nothing.</summary>
    readonly bool isShouted;

    readonly bool?[] isCapital;

    public NameReading(string text, IReadOnlyList<Token> tokens)
    {
        (this.text, Tokens) = (text, tokens);
        isCapital = new bool?[tokens.Count];
        isShouted = text.Count(char.IsUpper) > text.Count(char.IsLower);
    }

    public IReadOnlyList<Token> Tokens { get; }

    public bool Has(int at) => at >= 0 && at < Tokens.Count && Tokens[at].Kind == TokenKind.Word;

    public ReadOnlySpan<char> GapBefore(int at) => text.AsSpan(at == 0 ? 0 : Tokens[at - 1].End, Tokens[at].Start - (at == 0 ? 0 : Tokens[at - 1].End));

    public ReadOnlySpan<char> GapAfter(int at) => at + 1 < Tokens.Count ? GapBefore(at + 1) : text.AsSpan(Tokens[at].End);

    public string Fold(int at) => Tokens[at].Fold;

    /// <summary>Two words with a blank or a hyphen between them, or with the dot of an initial.</summary>
    public bool AreTogether(int at, int next) =>
        Has(at) && Has(next) && (GapBefore(next) is " " or "  " or "-" || (Has(at) && Tokens[at].Length == 1 && GapBefore(next) is "." or ". "));

    public bool IsInitial(int at) => Has(at) && Tokens[at].Length == 1 && IsUpper(at) && GapAfter(at) is ['.', ..];

    /// <summary>The same typed small; it needs a surname before it to be one.</summary>
    public bool IsSmallInitial(int at) => Has(at) && Tokens[at].Length == 1 && GapAfter(at) is ['.', ..];

    /// <summary>A word with a capital that is no place, people, institution or beginning of a sentence that we know.</summary>
    public bool IsCapital(int at) => at >= 0 && at < isCapital.Length && (isCapital[at] ??= LooksCapital(at));

    bool LooksCapital(int at)
    {
        if (!Has(at) || Tokens[at].Length < 2 || !IsUpper(at) || NotNames.Is(Fold(at)) || NotNames.IsPlace(Fold(at)) || NameCues.IsCue(Fold(at)))
            return false;
        return !isShouted ? Tokens[at].Length > LongestAbbreviation || !IsAllUpper(at) : IsSurely(at);
    }

    /// <summary>A name by its form, whatever stands beside it.</summary>
    public bool IsSurely(int at) => NameForms.IsPatronymic(Fold(at)) || NameForms.IsSurname(Fold(at)) || NameForms.IsGiven(Fold(at));

    public bool BeginsSentence(int at) => at == 0 || GapBefore(at).ContainsAny(".!?…\n") || (at == 1 && !Has(0));

    /// <summary>A sentence, a clause or the text ends here.</summary>
    public bool EndsClause(int at) => at + 1 == Tokens.Count || GapAfter(at).IndexOfAnyExcept(' ') >= 0;

    public bool IsUpper(int at) => char.IsUpper(text[Tokens[at].Start]);

    bool IsAllUpper(int at)
    {
        foreach (var letter in text.AsSpan(Tokens[at].Start, Tokens[at].Length))
            if (char.IsLower(letter))
                return false;
        return true;
    }
}
