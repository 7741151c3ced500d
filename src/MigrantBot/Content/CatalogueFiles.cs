using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content;

/// <summary>Loads what <c>locales/*.yaml</c> know apart from words, and refuses what has no words, no source or no date.</summary>
sealed class CatalogueFiles
{
    readonly string folder;
    readonly Wording wording;
    readonly ICollection<Fault> faults;

    CatalogueFiles(string folder, Wording wording, ICollection<Fault> faults) =>
        (this.folder, this.wording, this.faults) = (folder, wording, faults);

    /// <summary>The catalogue. Where faults were added it is not fit for use.</summary>
    internal static Catalogue Load(string folder, Wording wording, ICollection<Fault> faults) => new CatalogueFiles(folder, wording, faults).Load();

    Catalogue Load()
    {
        Catalogue catalogue = new(
            [
                .. Facts("laws.yaml", Topic.Laws),
                .. Read("cases.yaml", entry => new CourtCase(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by")) { Countries = [entry.Required<Country>("country")], See = entry.List("see") }),
                .. Read("refusals.yaml", entry => new Refusal(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by")) { Countries = entry.Country(), See = entry.List("see") }),
                .. Facts("numbers.yaml", Topic.Numbers),
                .. Facts("rules.yaml", Topic.Rules),
                .. Read("patterns.yaml", entry => new Pattern(entry.Id(), entry.Required<Topic>("situation"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by")) { Countries = entry.NamedList<Country>("countries"), See = entry.List("see") }),
                .. Facts("happened.yaml", Topic.Happened),
                .. Facts("rights.yaml", Topic.Rights),
            ],
            Read("phrases.yaml", entry => new Phrase(
                entry.Id(), entry.Text("russian", "add the sentence in Russian."), entry.NamedList<NowWhat>("for"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
                { See = entry.List("see") }),
            Read("contacts.yaml", ReadContact),
            Now());
        foreach (var gap in faults.Count == 0 ? Gaps.Of(catalogue) : [])
            faults.Add(new("*.yaml", 0, gap, "the other items of these files show how it is done."));
        return catalogue;
    }

    IReadOnlyList<Fact> Facts(string file, Topic topic) => Read(file, entry =>
    {
        var id = entry.Id();
        return new Fact(id, topic, wording.Has(Language.English, $"fact.{id}.{Fact.Detail}"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Countries = entry.NamedList<Country>("countries"),
            See = entry.List("see"),
        };
    });

    Contact ReadContact(Entry entry)
    {
        var id = entry.Id();
        return new(id, entry.Named<Country>("country"), entry.Phones("phones"), entry.Address("site"), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by"))
        {
            Areas = entry.NamedList<Area>("areas"),
            HasWarning = wording.Has(Language.English, $"contact.{id}.warning"),
        };
    }

    Basis Now()
    {
        const string file = "now.yaml";
        var all = Read(file, entry => new Basis(entry.Id(), entry.Sources(), entry.Day("checked_on"), entry.Day("review_by")));
        if (all is [var one])
            return one;
        faults.Add(new(file, 0, $"The file has {all.Count} items.", "it has one: what the answer to “they are pressing me now” rests on."));
        return new("now", [], default, default);
    }

    IReadOnlyList<T> Read<T>(string file, Func<Entry, T> make) where T : Dated
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
