namespace MigrantBot.Core.Moderation;

/// <summary>Why nobody new may bear a name.</summary>
public enum HandleFault
{
    /// <summary>It is empty, too long, or has something else than letters, digits, points, hyphens and underscores.</summary>
    Letters,

    /// <summary>It has Latin and Cyrillic letters side by side.</summary>
    Mixed,
}

/// <summary>
/// Names by which people here know each other and the audit knows them. One that could be taken for another would let a stranger be invited, confirmed or
/// answered in somebody's place.
/// </summary>
public static class Handle
{
    public const int Longest = 32;

    /// <summary>Pairs of a letter as it is written small, and the Latin letter or digit that it looks like, small or great.</summary>
    static readonly Dictionary<char, char> Looks = new()
    {
        ['а'] = 'a', ['в'] = 'b', ['ь'] = 'b', ['г'] = 'r', ['е'] = 'e', ['ё'] = 'e', ['з'] = '3', ['к'] = 'k', ['қ'] = 'k', ['м'] = 'm', ['н'] = 'h', ['о'] = 'o',
        ['п'] = 'n', ['р'] = 'p', ['с'] = 'c', ['т'] = 't', ['у'] = 'y', ['ү'] = 'y', ['ұ'] = 'y', ['ў'] = 'y', ['х'] = 'x', ['ҳ'] = 'x', ['һ'] = 'h',
        ['ѕ'] = 's', ['і'] = 'l', ['ї'] = 'l', ['ј'] = 'j', ['ӏ'] = 'l', ['й'] = 'и', ['i'] = 'l', ['1'] = 'l', ['0'] = 'o', ['.'] = '-', ['_'] = '-',
    };

    /// <summary>Null where somebody new may bear it.</summary>
    public static HandleFault? Fault(string handle) =>
        handle.Length is 0 or > Longest || !handle.All(letter => IsLatin(letter) || IsCyrillic(letter) || char.IsAsciiDigit(letter) || letter is '.' or '-' or '_')
            || handle.All(letter => IsTurnedComma(letter) || !char.IsLetterOrDigit(letter))
            ? HandleFault.Letters
        : handle.Any(IsLatin) && handle.Any(IsCyrillic) ? HandleFault.Mixed
        : null;

    /// <summary>Whether people could take one for the other: great and small, the two alphabets and similar marks are one to the eye.</summary>
    public static bool LooksLike(string one, string other) => Skeleton(one) == Skeleton(other);

    static string Skeleton(string handle) =>
        string.Concat(handle.Where(letter => !IsTurnedComma(letter)).Select(letter => char.ToLowerInvariant(letter)).Select(letter => Looks.GetValueOrDefault(letter, letter)));

    /// <summary>With the turned commas of Uzbek: oʻ, gʻ.</summary>
    static bool IsLatin(char letter) => char.IsAsciiLetter(letter) || IsTurnedComma(letter);

    static bool IsTurnedComma(char letter) => letter is 'ʻ' or 'ʼ';

    static bool IsCyrillic(char letter) => letter is >= '\u0400' and <= '\u04FF' && char.IsLetter(letter);
}
