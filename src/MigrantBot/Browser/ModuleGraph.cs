using System.Text.RegularExpressions;

namespace MigrantBot.Browser;

/// <summary>Which of our modules import which, as their texts say.</summary>
sealed partial class ModuleGraph(IReadOnlyDictionary<string, string> texts)
{
    readonly Dictionary<string, string[]> imports = texts.ToDictionary(
        module => module.Key, module => Import().Matches(module.Value).Select(import => import.Groups["name"].Value).Distinct().ToArray());

    /// <summary>Every module that these need, directly or by others, the nearest first, without themselves.</summary>
    public IEnumerable<string> Behind(IReadOnlyList<string> entries)
    {
        var found = new List<string>(entries);
        for (var next = 0; next < found.Count; next++)
            found.AddRange(imports[found[next]].Except(found));
        return found.Skip(entries.Count);
    }

    [GeneratedRegex("""(?:\bfrom|^import)\s*['"]\./(?<name>[\w.-]+)['"]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Import();
}
