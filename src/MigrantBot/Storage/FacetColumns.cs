using Dapper;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Storage;

/// <summary>
/// The columns of <c>report_facets</c>, one for each facet of the code list and in its order. A new facet needs its migration and nothing here;
/// forgotten, it makes every insert fail instead of being lost.
/// </summary>
static class FacetColumns
{
    /// <summary>No name of the code list has it.</summary>
    const char Separator = '|';

    static readonly IReadOnlyList<string> Facets = [.. FacetNames.All(new Facets()).Select(facet => facet.Facet)];

    public static readonly IReadOnlyList<string> All = [.. Facets.Select(Of)];

    /// <summary>The facet's name, but for a word that SQL keeps to itself.</summary>
    public static string Of(string facet) => facet == "when" ? "happened" : facet.Replace('-', '_');

    /// <summary>A value for each column, and whose facets they are as <c>report_id</c>.</summary>
    public static DynamicParameters Values(string report, Facets facets)
    {
        var values = new DynamicParameters();
        values.Add("report_id", report);
        foreach (var (facet, value) in FacetNames.All(facets))
            values.Add(Of(facet), value);
        return values;
    }

    /// <summary>SQL for all of them in one text, which <see cref="Read"/> takes apart; null where the row is gone.</summary>
    public static string Joined(string table) => string.Join($" || '{Separator}' || ", All.Select(column => $"{table}.{column}"));

    /// <summary>Each facet by its name; none where they were deleted.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? joined) =>
        joined is null ? new Dictionary<string, string>() : Facets.Zip(joined.Split(Separator)).ToDictionary(facet => facet.First, facet => facet.Second);
}
