using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Digits that are a whole phone of the five countries, or a whole card.</summary>
static class Phones
{
    public const int MostDigits = 16;

    static readonly Regex Phone = new(
        @"\A(?:[78][79][0-9]{9}|998[0-9]{9}|99[26][0-9]{9}|9[0-9]{8,9}|0[2579][0-9]{8})\z",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static bool Is(ReadOnlySpan<char> digits) => Phone.IsMatch(digits);

    public static bool IsPhoneOrCard(ReadOnlySpan<char> number)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var length = 0;
        foreach (var letter in number)
        {
            if (!char.IsAsciiDigit(letter))
                continue;
            if (length == MostDigits)
                return false;
            digits[length++] = letter;
        }
        return length == MostDigits || Is(digits[..length]);
    }
}
