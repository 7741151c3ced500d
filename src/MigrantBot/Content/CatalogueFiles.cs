using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content;

/// <summary>Loads the facts, cases, sentences and contacts of <c>locales/*.yaml</c>, and refuses what has no words, no source or no date.</summary>
static class CatalogueFiles
{
    /// <summary>Loads the catalogue; <paramref name="found"/> takes each item with its place.</summary>
    internal static Catalogue Load(string folder, Wording wording, ICollection<Fault> faults, ICollection<Item>? found = null)
    {
        IReadOnlyList<T> Read<T>(string file, Func<Entry, T> make) where T : Dated => CatalogueFiles.Read(folder, file, make, wording, faults, found);
        Catalogue catalogue = new(
            Read("facts.yaml", entry => new Fact(
                entry.Id(), entry.Required<Topic>("topic"), entry.Named<Country>("country"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))),
            Read("cases.yaml", entry => new CourtCase(
                entry.Id(), entry.Required<Country>("country"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))),
            Read("phrases.yaml", entry => new Phrase(
                entry.Id(), entry.Text("russian", "add the sentence in Russian."), entry.NamedList<NowWhat>("for"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))),
            Read("contacts.yaml", entry => new Contact(
                entry.Id(), entry.Named<Country>("country"), entry.Phones("phones"), entry.Address("site"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))));
        foreach (var gap in catalogue.Gaps())
            faults.Add(new("facts.yaml, phrases.yaml", 0, gap, "the other items of these files show how it is done."));
        return catalogue;
    }

    static IReadOnlyList<T> Read<T>(string folder, string file, Func<Entry, T> make, Wording wording, ICollection<Fault> faults, ICollection<Item>? found) where T : Dated
    {
        if (Yaml.Read(folder, file, faults) is not { } root)
            return [];
        if (root is not YamlSequenceNode list)
        {
            faults.Add(new(file, root.Start.Line, "The file is not a list.", "begin each item with   - id: something"));
            return [];
        }
        var items = new Dictionary<string, T>();
        foreach (var child in list)
        {
            if (child is not YamlMappingNode node)
            {
                faults.Add(new(file, child.Start.Line, "This item has no fields.", "begin it with   - id: something   and put each field on a line of its own."));
                continue;
            }
            var entry = new Entry(node, file, faults);
            var item = make(entry) with { Numbers = entry.Numbers(), ReviewedBy = entry.Optional("reviewed_by") };
            entry.RefuseTheRest();
            found?.Add(new(item, file, node.Start.Line));
            if (!items.TryAdd(item.Id, item))
                faults.Add(new(file, node.Start.Line, $"The id “{item.Id}” stands twice.", "give one of them another id."));
            foreach (var key in item.WordKeys.Concat(SourceKeys(item)).Where(key => !wording.Has(Language.English, key)))
                faults.Add(new(file, node.Start.Line, $"“{item.Id}” has no words “{key}”.", $"add them to en/{file}, then to every language."));
            foreach (var place in item.WordKeys.SelectMany(key => wording.PlacesOf(Language.English, key)).Distinct().Where(place => !item.Numbers.ContainsKey(place)))
                faults.Add(new(file, node.Start.Line, $"The words of “{item.Id}” have the place {{{place}}}, for which there is no number.", $"add it to its   numbers: {{ {place}: … }}   or mend the place in en/{file}."));
        }
        return [.. items.Values];
    }

    static IEnumerable<string> SourceKeys(Dated item) => item.Sources.Select(source => source.Name).OfType<Argument.Word>().Select(word => word.Key);
}
