using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// Masks every number of six digits or more, however it is spaced: no list of document formats, so none can be missing. What
/// <see cref="Evidence"/> recognises stays.
/// </summary>
static class Numbers
{
    const int FewestDigits = 6;

    /// <summary>How much of the text before and after a number is looked at.</summary>
    const int Sight = 100;

    /// <summary>
    /// Digits with up to three separators between them, or a letter O for a nought; a series of one or two letters or a plus goes with them.
    /// Second: digits and letters without a gap, as on number plates and in account numbers.
    /// </summary>
    static readonly Regex Any = new(
        @"(?:\+ ?|\b(?:\p{Lu}{1,2}[ №#-]{0,3}|\p{L}{1,2}[№#-]?))?\(?[0-9](?:(?:[ ().‐‑‒–—―−_*·•~/-]{0,3}|[ -]?[oOоО]{1,2}|[oOоО]{1,2}[ -])[0-9]){5,}"
        + @"|\b\p{L}{0,4}[0-9](?:\p{L}{0,3}[0-9]){5,}\p{L}{0,3}\b",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    public static string Mask(string text) => Any.Replace(text, match =>
    {
        var end = match.Index + match.Length;
        return Judge(match.Value, text[Math.Max(0, match.Index - Sight)..match.Index], text[end..Math.Min(text.Length, end + Sight)]);
    });

    /// <summary>A date with its year stands apart from what is written beside it; the rest is judged without it.</summary>
    static string Judge(string number, string before, string after)
    {
        if (number.Count(char.IsAsciiDigit) < FewestDigits || Evidence.Is(number, before, after))
            return number;
        if (Evidence.FindDate(number) is not { } date)
            return Masked(number);
        var (start, end) = date;
        return Judge(number[..start], before, number[start..]) + number[start..end] + Judge(number[end..], number[..end], after);
    }

    static string Masked(string number)
    {
        var start = number.Length - number.TrimStart().Length;
        return number[..start] + Scrubber.NumberMask + number[number.TrimEnd().Length..];
    }
}
