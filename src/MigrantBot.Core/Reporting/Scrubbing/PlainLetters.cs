using System.Globalization;
using System.Text;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Text without disguise: one sign for each digit, no invisible signs, letters as a keyboard gives them. It stands in for NFKC, which the
/// runtime does not carry out under InvariantGlobalization: <c>string.Normalize</c> returns the text as it was.
/// </summary>
static class PlainLetters
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
            Append(plain, rune);
        return plain.ToString();
    }

    static void Append(StringBuilder plain, Rune rune)
    {
        var last = plain.Length > 0 ? plain[^1] : '\n';
        if (rune.Value == '\n')
            plain.Append('\n');
        else if (IsBlank(rune))
            plain.Append(' ');
        else if (IsInvisible(rune) || (IsMark(rune) && char.IsAsciiDigit(last)))
            return;
        else if (IsMark(rune) && Composed(last, rune) is { } letter)
            plain[^1] = letter;
        else if (Number(rune) is { } number)
            plain.Append(number);
        else
            plain.Append(Simple(rune));
    }

    static bool IsBlank(Rune rune) => rune.Value is '\t' or 0x2800 || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator;

    static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark;

    /// <summary>Control and format signs, our own marks of names (they are set anew), frames and strokes laid over a letter, selectors of variants, fillers.</summary>
    static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.EnclosingMark
        || rune.Value is Names.Opens or Names.Closes or >= 0x0335 and <= 0x0338 or 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or >= 0x180B and <= 0x180F
            or 0x3164 or 0xFFA0 or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;

    /// <summary>The letters of our six scripts that some keyboards send in two parts.</summary>
    static char? Composed(char letter, Rune mark) => (letter, mark.Value) switch
    {
        ('и', 0x0306) => 'й',
        ('И', 0x0306) => 'Й',
        ('у', 0x0306) => 'ў',
        ('У', 0x0306) => 'Ў',
        ('и', 0x0304) => 'ӣ',
        ('И', 0x0304) => 'Ӣ',
        ('у', 0x0304) => 'ӯ',
        ('У', 0x0304) => 'Ӯ',
        ('е', 0x0308) => 'ё',
        ('Е', 0x0308) => 'Ё',
        _ => null,
    };

    /// <summary>Digits of any script, raised, lowered or circled, as ASCII; circled numbers up to 50 as their digits.</summary>
    static string? Number(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber
        && Rune.GetNumericValue(rune) is >= 0 and <= 50 and var value && double.IsInteger(value)
            ? ((int)value).ToString(CultureInfo.InvariantCulture)
            : null;

    /// <summary>Wide, mathematical, circled and squared letters and signs as the plain ones.</summary>
    static Rune Simple(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(rune.Value - 0xFF01 + '!'),
        >= 0x1D400 and <= 0x1D6A3 => Latin((rune.Value - 0x1D400) % 52),
        >= 0x24B6 and <= 0x24E9 => Latin(rune.Value - 0x24B6),
        >= 0x249C and <= 0x24B5 => Latin(rune.Value - 0x249C),
        >= 0x1F130 and <= 0x1F149 => Latin(rune.Value - 0x1F130),
        >= 0x1F150 and <= 0x1F169 => Latin(rune.Value - 0x1F150),
        >= 0x1F170 and <= 0x1F189 => Latin(rune.Value - 0x1F170),
        0x2024 or 0x3002 or 0xFE52 or 0xFF61 => new('.'),
        0x2044 or 0x2215 => new('/'),
        0xFE6B => new('@'),
        0x0130 => new('I'),
        0x2236 => new(':'),
        _ => rune,
    };

    static Rune Latin(int place) => new(place < 26 ? 'A' + place : 'a' + place - 26);
}
