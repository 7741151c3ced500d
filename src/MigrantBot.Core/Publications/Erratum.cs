using System.Text;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Publications;

/// <summary>Why words cannot stand beside a publication for good.</summary>
public enum ErratumFault
{
    /// <summary>In one of the two languages nothing is said.</summary>
    Empty,

    /// <summary>Longer than <see cref="Erratum.Longest"/>.</summary>
    TooLong,

    /// <summary>More than one line, or letters that are not seen or turn the direction.</summary>
    NotPlain,

    /// <summary>A tag or a character reference: pages of others would take it for their own.</summary>
    Markup,

    /// <summary>The English words are not written in Latin letters, or the Russian ones not in Cyrillic.</summary>
    WrongLanguage,
}

/// <summary>Words about what was wrong with a publication, in both languages of the page. Whoever holds one knows that it can be shown to everybody.</summary>
public sealed partial record Erratum
{
    /// <summary>So many letters of two errata leave the printed page at two pages of paper.</summary>
    public const int Longest = 300;

    Erratum(string english, string russian) => (English, Russian) = (english, russian);

    public string English { get; }

    public string Russian { get; }

    /// <summary>Exactly one of the two is null.</summary>
    public static (Erratum? Erratum, ErratumFault? Fault) Read(string english, string russian)
    {
        var (en, ru) = (english.Trim(), russian.Trim());
        ErratumFault? fault =
            en.Length == 0 || ru.Length == 0 ? ErratumFault.Empty
            : en.Length > Longest || ru.Length > Longest ? ErratumFault.TooLong
            : !IsPlain(en) || !IsPlain(ru) ? ErratumFault.NotPlain
            : Tag().IsMatch(en) || Tag().IsMatch(ru) ? ErratumFault.Markup
            : !Latin().IsMatch(en) || !Cyrillic().IsMatch(ru) ? ErratumFault.WrongLanguage
            : null;
        return fault is null ? (new(en, ru), null) : (null, fault);
    }

    /// <summary>Neither language is written from the right; among its letters numbers would change places.</summary>
    static bool IsPlain(string text) => PlainLine.Is(text) && !text.EnumerateRunes().Any(IsFromTheRight);

    static bool IsFromTheRight(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);

    [GeneratedRegex(@"<[A-Za-z/!?]|&#?[A-Za-z0-9]+;")]
    private static partial Regex Tag();

    [GeneratedRegex("[A-Za-z]")]
    private static partial Regex Latin();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
