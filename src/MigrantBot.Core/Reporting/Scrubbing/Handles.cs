using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Names of accounts that stand near the name of a messenger without any sign between them.</summary>
static class Handles
{
    const int Sight = 40;
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    /// <summary>No word of any language has digits or an underscore inside.</summary>
    static readonly Regex Odd = new(@"\b[a-z]{2,}[a-z.]*[0-9_][a-z0-9_.]*", Linear);

    /// <summary>Latin words in Cyrillic speech.</summary>
    static readonly Regex Latin = new(@"\b[a-z][a-z0-9_.]+(?:[ .][a-z0-9_]+){0,4}", Linear);

    static readonly Regex Near = new($@"(?:{Contacts.Messenger}|{Contacts.Nick})[^\n]{{0,30}}\z", Linear);

    static readonly Regex RightBefore = new(
        @"\b(?:телеграм+|телега|тг|инстаграм+|инста|в[ао]т[сц]апп?|вайбер|фейсбук|тик ?ток|скайп|вконтакте|вк|ник|логин)\p{L}{0,6}[ :–—-]{1,3}(?:\p{L}{1,3} )?\z", Linear);

    public static string Mask(string text)
    {
        var lower = Lookalikes.Lowered(text);
        var masked = new SortedSet<(int Start, int End)>();
        foreach (var handle in Odd.EnumerateMatches(lower))
            if (Near.IsMatch(Before(lower, handle.Index)))
                masked.Add((handle.Index, handle.Index + handle.Length));
        foreach (var handle in Latin.EnumerateMatches(lower))
            if (RightBefore.IsMatch(Before(lower, handle.Index)))
                masked.Add((handle.Index, handle.Index + handle.Length));
        return Spans.Replace(text, Spans.Apart(masked), Scrubber.ContactMask);
    }

    static ReadOnlySpan<char> Before(string text, int at) => text.AsSpan(Math.Max(0, at - Sight)..at);
}
