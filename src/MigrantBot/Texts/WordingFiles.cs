using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>Loads <c>locales/{language}/*.yaml</c>. English is the model: every other language must have its keys and its places, no more.</summary>
static partial class WordingFiles
{
    static readonly Language Model = Language.English;

    internal static Wording Load(string folder, ICollection<Fault> faults)
    {
        var entries = new Dictionary<(Language, string), string>();
        var lines = new Dictionary<(Language, string), (string File, long Line)>();
        foreach (var language in Language.All)
            foreach (var file in Files(folder, language, faults))
                foreach (var (key, text, line) in Yaml.Read(folder, file, faults) is { } root ? Yaml.Texts(root, "", file, faults) : [])
                    if (entries.TryAdd((language, key), text))
                        lines[(language, key)] = (file, line);
                    else
                        faults.Add(new(file, line, $"The key “{key}” stands twice in this language.", "keep one of the two."));

        // Where a file cannot be read at all, what it would have held is not also missing.
        if (faults.Count > 0)
            return new Wording(entries);
        foreach (var language in Language.All.Where(language => language != Model))
            Compare(language, entries, lines, faults);
        return new Wording(entries);
    }

    static IEnumerable<string> Files(string folder, Language language, ICollection<Fault> faults)
    {
        var path = Path.Combine(folder, language.Code);
        if (Directory.Exists(path))
            return Directory.GetFiles(path, "*.yaml").Order(StringComparer.Ordinal).Select(file => $"{language.Code}/{Path.GetFileName(file)}");
        faults.Add(new(language.Code, 0, "This language has no folder.", $"make the folder {language.Code} with the same files as {Model.Code}."));
        return [];
    }

    static void Compare(
        Language language,
        Dictionary<(Language, string), string> entries,
        Dictionary<(Language, string), (string File, long Line)> lines,
        ICollection<Fault> faults)
    {
        foreach (var ((_, key), model) in entries.Where(entry => entry.Key.Item1 == Model))
            if (!entries.TryGetValue((language, key), out var text))
            {
                if (IsNeeded(language, key))
                    faults.Add(new($"{language.Code}/{Path.GetFileName(lines[(Model, key)].File)}", 0, $"The key “{key}” is missing.", $"translate it from {Model.Code}: {model}"));
            }
            else if (!PlacesOf(text).SetEquals(PlacesOf(model)))
                faults.Add(new(lines[(language, key)].File, lines[(language, key)].Line, $"“{key}” has the places {List(text)}.", $"it needs {List(model)}, each at least once."));

        foreach (var (_, key) in entries.Keys.Where(entry => entry.Item1 == language && !entries.ContainsKey((Model, entry.Item2))))
            faults.Add(new(lines[(language, key)].File, lines[(language, key)].Line, $"The key “{key}” is not used.", $"remove it, or add it to {Model.Code} first."));
    }

    /// <summary>A reader of Russian needs neither the sound nor the meaning of a Russian sentence.</summary>
    static bool IsNeeded(Language language, string key) => language != Language.Russian || !SoundOrMeaning().IsMatch(key);

    static HashSet<string> PlacesOf(string text) => [.. Wording.PlacesIn(text).Select(name => $"{{{name}}}")];

    static string List(string text) => PlacesOf(text) is { Count: > 0 } places ? string.Join(' ', places.Order(StringComparer.Ordinal)) : "(none)";

    [GeneratedRegex(@"^phrase\..+\.(sound|meaning)$")]
    private static partial Regex SoundOrMeaning();
}
