namespace MigrantBot.Content.Checks;

/// <summary>The letters of a language as its primer names them: “sh” and “oʻ” are letters of Uzbek, so that its “c” and “ʻ” never stand alone.</summary>
sealed class Alphabet(IEnumerable<string> letters)
{
    readonly ILookup<char, string> byFirst = letters.OrderByDescending(letter => letter.Length).ToLookup(letter => letter[0]);

    /// <summary>The first sign of the word that is no letter here; null where it is all spelt with these letters.</summary>
    internal string? Stranger(string word)
    {
        var rest = word.ToLowerInvariant().AsSpan();
        while (rest.Length > 0)
        {
            var length = 0;
            foreach (var letter in byFirst[rest[0]])
                if (rest.StartsWith(letter, StringComparison.Ordinal))
                {
                    length = letter.Length;
                    break;
                }
            if (length == 0)
                return rest[..1].ToString();
            rest = rest[length..];
        }
        return null;
    }

    internal bool Spells(string word) => Stranger(word) is null;
}
