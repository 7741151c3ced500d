namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>A word as it is compared: small letters, without apostrophes, and without the signs that many keyboards lack.</summary>
static class Folded
{
    const string Marked = "ёўүұөңәіӣӯҳһқғҷ";
    const string Plain = "еуууонаииуххкгж";
    public const string Apostrophes = "'‘’ʻʼ`´";

    public static string Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 64 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        var isMixed = IsMixed(word);
        foreach (var letter in word)
            if (!Apostrophes.Contains(letter))
                folded[length++] = One(isMixed ? Lookalikes.Cyrillic(letter) : letter);
        return new string(folded[..length]);
    }

    /// <summary>A whole text so, but for apostrophes: letter for letter as long as it was.</summary>
    public static string InPlace(string text) => string.Create(text.Length, text, (folded, from) =>
    {
        for (var at = 0; at < from.Length; at++)
            folded[at] = One(from[at]);
    });

    /// <summary>Words divided by blanks, each folded.</summary>
    public static HashSet<string> All(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Of(word))];

    static char One(char letter)
    {
        var small = Lookalikes.Lower(letter);
        var at = Marked.IndexOf(small);
        return at < 0 ? small : Plain[at];
    }

    static bool IsMixed(ReadOnlySpan<char> word)
    {
        var (cyrillic, latin) = (false, false);
        foreach (var letter in word)
            (cyrillic, latin) = (cyrillic || Lookalikes.IsCyrillic(letter), latin || char.IsAsciiLetter(letter));
        return cyrillic && latin;
    }
}
