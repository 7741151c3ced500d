using System.Text;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>
/// Masks every number of six digits or more, however it is spaced: no list of document formats, so none can be missing. What
/// <see cref="Evidence"/> recognises stays.
/// </summary>
static class Numbers
{
    const int FewestDigits = 6;

    /// <summary>How much of the text before and after a number is looked at.</summary>
    const int Sight = 60;

    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>
    /// Digits with up to three separators between them, or a letter O for a nought; a series of one or two letters or a plus goes with them.
    /// Second: digits and letters without a gap, as on number plates and in account numbers.
    /// </summary>
    static readonly Regex Any = new(
        @"(?:\+ ?|\b(?:\p{Lu}{1,2}[ №#-]{0,3}|\p{L}{1,2}[№#-]?))?\(?[0-9](?:(?:[ ().‐‑‒–—―−_*·•~/-]{0,3}|[ -]?[oOоО]{1,2}|[oOоО]{1,2}[ -])[0-9]){5,}"
        + @"|\b\p{L}{0,4}[0-9](?:\p{L}{0,3}[0-9]){5,}\p{L}{0,3}\b",
        Linear);

    /// <summary>An hour of which the run has one half, for it ends or begins at the colon.</summary>
    static readonly Regex HourAtEnd = new(@"[ ,](?:[01]?[0-9]|2[0-3])\z", Linear);
    static readonly Regex MinutesAfter = new(@"\A:[0-5][0-9]\b", Linear);
    static readonly Regex MinutesAtStart = new(@"\A[0-5][0-9] ", Linear);
    static readonly Regex HourBefore = new(@"\b(?:[01]?[0-9]|2[0-3]):\z", Linear);

    public static string Mask(string text)
    {
        var seen = Lookalikes.AsDigits(text);
        var lower = Lookalikes.Lowered(seen);
        StringBuilder? masked = null;
        var at = 0;
        foreach (var found in Any.EnumerateMatches(seen))
        {
            var end = found.Index + found.Length;
            (masked ??= new()).Append(text, at, found.Index - at).Append(Judge(
                text[found.Index..end], lower[found.Index..end],
                lower[Math.Max(0, found.Index - Sight)..found.Index], lower[end..Math.Min(text.Length, end + Sight)]));
            at = end;
        }
        return masked is null ? text : masked.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>A date with its year stands apart from what is written beside it, and so does an hour; what is left is judged by itself.</summary>
    static string Judge(string text, string number, string before, string after)
    {
        if (MayStay(number, before, after))
            return text;
        var (from, to) = (0, number.Length);
        if (Evidence.CountsAfter(after) && Evidence.SumAtEnd(number) is { } sum)
            (to, after) = (sum, "");
        if (MinutesAfter.IsMatch(after) && HourAtEnd.Match(number) is { Success: true } hour)
            (to, after) = (hour.Index, "");
        if (MinutesAtStart.IsMatch(number) && HourBefore.IsMatch(before))
            (from, before) = (2, "");
        var judged = new StringBuilder(text, 0, from, text.Length);
        foreach (var (start, end) in Evidence.DatesIn(number[..to]))
            if (start >= from)
            {
                StayOrMask(judged, text[from..start], number[from..start], before, "");
                judged.Append(text, start, end - start);
                (from, before) = (end, "");
            }
        StayOrMask(judged, text[from..to], number[from..to], before, after);
        return judged.Append(text, to, text.Length - to).ToString();
    }

    /// <summary>The blanks around it belong to what stands beside it.</summary>
    static void StayOrMask(StringBuilder judged, string text, string number, string before, string after)
    {
        if (MayStay(number, before, after))
            judged.Append(text);
        else
            judged.Append(text, 0, text.Length - text.TrimStart().Length).Append(Scrubber.NumberMask).Append(text, text.TrimEnd().Length, text.Length - text.TrimEnd().Length);
    }

    static bool MayStay(string number, string before, string after) =>
        number.Count(char.IsAsciiDigit) < FewestDigits || Evidence.Is(number, before, after);
}
