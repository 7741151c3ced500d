using System.Globalization;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Numbers in a row that are several numbers: years, sums, a list that rises, thousands divided by commas.</summary>
static class Enumeration
{
    const int FewestWithCommas = 5;
    const int LongestItem = 4;
    const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    static readonly Regex Item = new(@"\A(?:(?:19|20)[0-9]{2}|[0-9]{1,3}(?:[ .][0-9]{3})+)\z", Linear);
    static readonly Regex Thousands = new(@"\A[1-9][0-9]{0,2}(?:,[0-9]{3}){1,2}\z", Linear);

    public static bool Is(Run run, string text) =>
        Thousands.IsMatch(text.AsSpan(run.Start..run.End))
        || (run.Gaps.Any(gap => gap.Contains(',') && Gap.IsOfList(gap)) && run.Parts.Count < FewestWithCommas)
        || (run.Gaps.Skip(1).All(gap => Gap.IsOfList(gap)) && Rises(run, text))
        || Pieces(run).All(piece => Item.IsMatch(text.AsSpan(piece)));

    static bool Rises(Run run, string text)
    {
        var last = -1;
        foreach (var part in run.Parts)
        {
            var value = part.Length > LongestItem ? 0 : int.Parse(text.AsSpan(part.Start, part.Length), CultureInfo.InvariantCulture);
            if (value <= last)
                return false;
            last = value;
        }
        return true;
    }

    /// <summary>Parts with nothing unusual between them are one piece.</summary>
    static IEnumerable<Range> Pieces(Run run)
    {
        var start = run.Start;
        for (var at = 1; at < run.Parts.Count; at++)
            if (!Gap.IsPlain(run.Gaps[at]))
            {
                yield return start..run.Parts[at - 1].End;
                start = run.Parts[at].Start;
            }
        yield return start..run.End;
    }
}
