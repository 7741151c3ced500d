using System.Text;

namespace MigrantBot.Core.Reporting.Scrubbing;

/// <summary>Lays masks on pieces of a text.</summary>
static class Spans
{
    /// <summary>Of spans that overlap the first.</summary>
    public static List<(int Start, int End)> Apart(IEnumerable<(int Start, int End)> rising)
    {
        List<(int Start, int End)> apart = [];
        foreach (var span in rising)
            if (apart.Count == 0 || span.Start >= apart[^1].End)
                apart.Add(span);
        return apart;
    }

    /// <summary>The spans rise and do not overlap.</summary>
    public static string Replace(string text, IReadOnlyCollection<(int Start, int End)> spans, string mask)
    {
        if (spans.Count == 0)
            return text;
        var masked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (start, end) in spans)
        {
            masked.Append(text, at, start - at).Append(mask);
            at = end;
        }
        return masked.Append(text, at, text.Length - at).ToString();
    }
}
