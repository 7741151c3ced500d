using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Moderation;

/// <summary>
/// Cases that may tell of the same. The server cannot compare words; what was answered by button, and the day, are enough to show a moderator where to look.
/// </summary>
public static class Alike
{
    public const int Most = 8;

    /// <summary>Reports of one case come within so many days of each other.</summary>
    public const int Days = 7;

    /// <summary>The names of the facets in which two cases say the same, in the order of the questions. What neither says is nothing in common.</summary>
    public static IReadOnlyList<string> Same(IReadOnlyDictionary<string, string> one, IReadOnlyDictionary<string, string> other) =>
    [
        .. one.Where(facet => facet.Value != FacetNames.Unsaid && other.TryGetValue(facet.Key, out var value) && value == facet.Value).Select(facet => facet.Key),
    ];
}
