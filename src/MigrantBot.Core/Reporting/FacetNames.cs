using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>The facets of a report by the names of the code list.</summary>
public static class FacetNames
{
    public const string Unsaid = "unsaid";

    /// <summary>The name of a value; <see cref="Unsaid"/> for none.</summary>
    public static string Of<T>(T? value) where T : struct, Enum => value is { } said ? Code.Of(said) : Unsaid;

    /// <summary>The names of all chosen methods, in the order of the code list.</summary>
    public static IReadOnlyList<string> Of(Methods methods) =>
        [.. Enum.GetValues<Methods>().Where(method => method != Methods.None && methods.HasFlag(method)).Select(Code.Of)];

    /// <summary>Methods out of their names joined by a space, the way <see cref="All"/> joins them; what is no name of one counts for nothing.</summary>
    public static Methods ReadMethods(string names) =>
        names.Split(' ').Aggregate(Methods.None, (read, name) => read | (Code.Read<Methods>(name) ?? Methods.None));

    /// <summary>Every facet with its value, in the order of the questions; methods joined by a space.</summary>
    public static IReadOnlyList<(string Facet, string Value)> All(Facets facets) =>
    [
        ("who", Of(facets.Who)),
        ("when", Of(facets.When)),
        ("region", Of(facets.Region)),
        ("place", Of(facets.Site)),
        ("actor", Of(facets.Actor)),
        ("methods", facets.Methods == Methods.None ? Unsaid : string.Join(' ', Of(facets.Methods))),
        ("stage", Of(facets.Stage)),
        ("citizenship", Of(facets.Citizenship)),
        ("russian-passport", Of(facets.RussianPassport)),
        ("deadline", Of(facets.Deadline)),
    ];
}
