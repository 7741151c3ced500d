using System.Text;
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

    /// <summary>A date with its year stands apart from what is written beside it; what is left is judged by itself.</summary>
    static string Judge(string number, string before, string after)
    {
        if (MayStay(number, before, after))
            return number;
        var judged = new StringBuilder();
        var at = 0;
        foreach (var (start, end) in Evidence.DatesIn(number))
        {
            judged.Append(StayOrMask(number[at..start], at == 0 ? before : "", "")).Append(number, start, end - start);
            at = end;
        }
        return judged.Append(StayOrMask(number[at..], at == 0 ? before : "", after)).ToString();
    }

    static string StayOrMask(string number, string before, string after) => MayStay(number, before, after) ? number : Masked(number);

    static bool MayStay(string number, string before, string after) =>
        number.Count(char.IsAsciiDigit) < FewestDigits || Evidence.Is(number, before, after);

    /// <summary>The blanks around it belong to what stands beside it.</summary>
    static string Masked(string number)
    {
        var start = number.Length - number.TrimStart().Length;
        return number[..start] + Scrubber.NumberMask + number[number.TrimEnd().Length..];
    }
}
