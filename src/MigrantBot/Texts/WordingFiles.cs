using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Texts;

/// <summary>Loads <c>locales/{language}/*.yaml</c>. English is the model: every other language must have its keys and its places, no more.</summary>
static partial class WordingFiles
{
    static readonly Language Model = Language.English;

    internal static Wording Load(string folder, ICollection<Fault> faults) => new(Read(folder, faults));

    /// <summary>Every text, each key once in a language; what is missing, too much or misshapen is a fault.</summary>
    internal static IReadOnlyList<Text> Read(string folder, ICollection<Fault> faults)
    {
        var before = faults.Count;
        var texts = new Dictionary<(Language, string), Text>();
        foreach (var language in Language.All)
            foreach (var file in Files(folder, language, faults))
                foreach (var text in Texts(folder, language, file, faults))
                    if (!texts.TryAdd((language, text.Key), text))
                        faults.Add(new(file, text.Line, $"The key “{text.Key}” stands twice in this language.", "keep one of the two."));

        // Where a file cannot be read at all, what it would have held is not also missing.
        if (faults.Count == before)
        {
            var lost = Lost(texts, faults);
            foreach (var language in Language.All)
                Compare(language, texts, lost, faults);
        }
        foreach (var text in texts.Values)
        {
            CheckBraces(text, faults);
            CheckForms(text, faults);
        }
        return [.. texts.Values];
    }

    static IEnumerable<string> Files(string folder, Language language, ICollection<Fault> faults)
    {
        var path = Path.Combine(folder, language.Code);
        try
        {
            // Hidden files are made by editors and computers, not by translators.
            if (Directory.Exists(path))
                return Directory.GetFiles(path, "*.yaml").Select(file => Path.GetFileName(file)!).Where(file => !file.StartsWith('.')).Order(StringComparer.Ordinal).Select(file => $"{language.Code}/{file}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(language.Code, 0, wrong.Message, "let the bot read this folder."));
            return [];
        }
        faults.Add(new(language.Code, 0, "This language has no folder.", $"make the folder {language.Code} with the same files as {Model.Code}."));
        return [];
    }

    static IEnumerable<Text> Texts(string folder, Language language, string file, ICollection<Fault> faults)
    {
        if (Yaml.Read(folder, file, faults) is not { } root)
            yield break;
        foreach (var (key, value, line) in Yaml.Texts(root, "", file, faults))
            yield return new(language, key, language == Language.UzbekLatin ? Apostrophes.Normalise(value) : value, file, line);
    }

    /// <summary>A brace too many: the screen would print it, or break on a place that nobody fills.</summary>
    static void CheckBraces(Text text, ICollection<Fault> faults)
    {
        if (TextPlace.Replace(text.Value, _ => "").AsSpan().ContainsAny('{', '}'))
            faults.Add(new(text.File, text.Line, $"“{text.Key}” has a brace that is left open, or closes nothing.", "write a place with one brace on each side: {name}"));
    }

    static void CheckForms(Text text, ICollection<Fault> faults)
    {
        var (needed, code) = (PluralForms.CountIn(text.Language), text.Language.Code);
        foreach (var place in TextPlace.In(text.Value).Where(place => !place.Prints))
            if (needed == 0)
                faults.Add(new(text.File, text.Line, $"“{text.Key}” has forms for {{{place.Name}}}, but a word never changes after a number in {code}.", "write the word once, outside the braces."));
            else if (place.Forms.Count != needed || place.Forms.Any(string.IsNullOrWhiteSpace))
                faults.Add(new(text.File, text.Line, $"“{text.Key}” has {place.Forms.Count} forms for {{{place.Name}}}, and {code} needs {needed}.", $"write it as {(needed == 3 ? "{years|год|года|лет}" : "{years|year|years}")}, none of them empty."));
            else if (!TextPlace.In(text.Value).Any(other => other.Prints && other.Name == place.Name))
                faults.Add(new(text.File, text.Line, $"“{text.Key}” has forms for {{{place.Name}}}, but does not print that number.", $"write {{{place.Name}}} too, where the number is to stand."));
    }

    /// <summary>Keys that only the model lacks: it has lost them, and nobody should take them out of every other language.</summary>
    static HashSet<string> Lost(Dictionary<(Language, string), Text> texts, ICollection<Fault> faults)
    {
        var lost = texts.Values.Where(text => !texts.ContainsKey((Model, text.Key))).GroupBy(text => text.Key)
            .Where(same => same.Count() >= Language.All.Length - 2).ToDictionary(same => same.Key, same => same.Last());
        foreach (var (key, other) in lost)
            faults.Add(new($"{Model.Code}/{Path.GetFileName(other.File)}", 0, $"The key “{key}” is missing, which the other languages have.", $"put it back: in {other.Language.Code} it is “{other.Value}”."));
        return [.. lost.Keys];
    }

    static void Compare(Language language, Dictionary<(Language, string), Text> texts, HashSet<string> lost, ICollection<Fault> faults)
    {
        foreach (var ((_, key), model) in texts.Where(entry => entry.Key.Item1 == Model))
            if (!texts.TryGetValue((language, key), out var text))
            {
                if (IsNeeded(language, key))
                    faults.Add(new($"{language.Code}/{Path.GetFileName(model.File)}", 0, $"The key “{key}” is missing.", $"translate it from {Model.Code}: {model.Value}"));
            }
            else if (!PlacesOf(text.Value).SetEquals(PlacesOf(model.Value)))
                faults.Add(new(text.File, text.Line, $"“{key}” has the places {List(text.Value)}.", $"it needs {List(model.Value)}, each at least once."));

        foreach (var text in texts.Values.Where(text => text.Language == language && !texts.ContainsKey((Model, text.Key)) && !lost.Contains(text.Key)))
            faults.Add(new(text.File, text.Line, $"The key “{text.Key}” is not used.", $"remove it, or add it to {Model.Code} first."));
    }

    /// <summary>A reader of Russian needs neither the sound nor the meaning of a Russian sentence.</summary>
    internal static bool IsNeeded(Language language, string key) => language != Language.Russian || !SoundOrMeaning().IsMatch(key);

    static HashSet<string> PlacesOf(string text) => [.. Wording.PlacesIn(text).Select(name => $"{{{name}}}")];

    static string List(string text) => PlacesOf(text) is { Count: > 0 } places ? string.Join(' ', places.Order(StringComparer.Ordinal)) : "(none)";

    [GeneratedRegex(@"^phrase\..+\.(sound|meaning)$")]
    private static partial Regex SoundOrMeaning();
}
