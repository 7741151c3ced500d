using MigrantBot.Core.Exchange;

namespace MigrantBot.Core.Reporting;

/// <summary>Facets by the names of the code list, read back: as they were kept, and as a moderator corrects them.</summary>
public static class FacetChanges
{
    /// <summary>The facets with these ones changed. Whoever asks has seen to it that <see cref="Unknown"/> names none.</summary>
    public static Facets Apply(Facets facets, IEnumerable<KeyValuePair<string, string>> changes) =>
        changes.Aggregate(facets, (before, change) => Change(before, change.Key, change.Value)
            ?? throw new InvalidOperationException($"“{change.Key}: {change.Value}” is not in the code list of this program: start the newer release that wrote it."));

    /// <summary>The names of those whose name or value is not in the code list, in alphabetical order.</summary>
    public static IReadOnlyList<string> Unknown(IEnumerable<KeyValuePair<string, string>> changes) =>
        [.. changes.Where(change => Change(new(), change.Key, change.Value) is null).Select(change => change.Key).Order(StringComparer.Ordinal)];

    static Facets? Change(Facets facets, string facet, string? value) => facet switch
    {
        "who" when Reads<Who>(value, out var who) => facets with { Who = who },
        "when" when Reads<When>(value, out var when) => facets with { When = when },
        "region" when Reads<Region>(value, out var region) => facets with { Region = region },
        "place" when Reads<Site>(value, out var site) => facets with { Site = site },
        "actor" when Reads<Actor>(value, out var actor) => facets with { Actor = actor },
        "methods" when ReadMethods(value) is { } methods => facets with { Methods = methods },
        "stage" when Reads<Stage>(value, out var stage) => facets with { Stage = stage },
        "citizenship" when Reads<Citizenship>(value, out var citizenship) => facets with { Citizenship = citizenship },
        "russian-passport" when Reads<RussianPassport>(value, out var passport) => facets with { RussianPassport = passport },
        "deadline" when Reads<Deadline>(value, out var deadline) => facets with { Deadline = deadline },
        _ => null,
    };

    static bool Reads<T>(string? value, out T? read) where T : struct, Enum
    {
        read = value is null ? null : Code.Read<T>(value);
        return read is not null || value == FacetNames.Unsaid;
    }

    /// <summary>Names joined by a space, as <see cref="FacetNames.All"/> joins them.</summary>
    static Methods? ReadMethods(string? value)
    {
        if (value is null or FacetNames.Unsaid)
            return value is null ? null : Methods.None;
        var methods = Methods.None;
        foreach (var name in value.Split(' '))
            if (Code.Read<Methods>(name) is { } method and not Methods.None)
                methods |= method;
            else
                return null;
        return methods;
    }
}
