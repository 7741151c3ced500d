using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content.Checks;

/// <summary>Loads <c>languages.yaml</c>, which a translator edits: alphabets, quotation marks, words to avoid. Only <c>check</c> reads it.</summary>
static class LanguageRulesFile
{
    internal const string Name = "languages.yaml";

    /// <summary>The rules of each language that the file tells whole.</summary>
    internal static IReadOnlyDictionary<Language, LanguageRules> Load(string folder, ICollection<Fault> faults)
    {
        var rules = new Dictionary<Language, LanguageRules>();
        var before = faults.Count;
        if (Yaml.Read(folder, Name, faults) is not YamlMappingNode root)
        {
            if (faults.Count == before)
                faults.Add(new(Name, 0, "The file tells of no language, so that most of the check has nothing to judge by.", "take the file from the last version."));
            return rules;
        }
        var names = new Entry(root, Name, faults).List("names");
        foreach (var language in Language.All)
            if (!root.Children.TryGetValue(new YamlScalarNode(language.Code), out var value) || value is not YamlMappingNode node)
                faults.Add(new(Name, 0, $"The language {language.Code} is missing.", "add it as the other languages stand there."));
            else if (Read(new Entry(node, Name, faults), language, names, faults, node.Start.Line) is { } read)
                rules.Add(language, read);
        return rules;
    }

    static LanguageRules? Read(Entry entry, Language language, IReadOnlyList<string> names, ICollection<Fault> faults, long line)
    {
        var before = faults.Count;
        var letters = Parts(entry.Text("letters", "write the letters of the alphabet, with blanks between them."));
        var rules = new LanguageRules(
            new Alphabet(letters),
            new Alphabet(entry.Optional("sound") is { } sound ? Parts(sound) : letters),
            entry.Text("quotes", "write the quotation marks of the language, such as « » “ ”.").Replace(" ", "", StringComparison.Ordinal),
            Words(entry.Text("words_in_sentence", "write   words_in_sentence: 15"), faults, line),
            [.. entry.List("counted").Select(Parts)],
            [.. entry.Map("avoid", "avoid: { \"wrong\": \"right\" }").Select(pair => new AvoidedWord(Written(language, pair.Key), Written(language, pair.Value)))],
            names);
        entry.RefuseTheRest();
        foreach (var forms in rules.Counted.Where(forms => forms.Length != PluralForms.CountIn(language)))
            faults.Add(new(Name, line, $"“counted: {string.Join(' ', forms)}” has {forms.Length} forms, and {language.Code} needs {PluralForms.CountIn(language)}.", "write the word as it stands after 1, 2 and 5 in Russian, after 1 and 2 in English, and for no other language."));
        return faults.Count == before ? rules : null;
    }

    static string[] Parts(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    static string Written(Language language, string text) => language == Language.UzbekLatin ? Apostrophes.Normalise(text) : text;

    static int Words(string text, ICollection<Fault> faults, long line)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var words) && words > 0)
            return words;
        if (text.Length > 0)
            faults.Add(new(Name, line, $"“words_in_sentence: {text}” is not a number.", "write   words_in_sentence: 15"));
        return 0;
    }
}
