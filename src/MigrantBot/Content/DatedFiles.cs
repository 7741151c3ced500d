using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content;

/// <summary>Reads lists of dated items; whatever is wrong becomes a fault with its line. <paramref name="found"/> takes each item with its place.</summary>
sealed class DatedFiles(string folder, Wording wording, ICollection<Fault> faults, ICollection<Item> found)
{
    internal IReadOnlyList<T> Read<T>(string file, Func<Entry, T> make) where T : Dated
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
            if (child is not YamlMappingNode node)
                faults.Add(new(file, child.Start.Line, "This item has no fields.", "begin it with   - id: something   and put each field on a line of its own."));
            else if (Read(node, file, make) is { } item && !items.TryAdd(item.Id, item))
                faults.Add(new(file, node.Start.Line, $"The id “{item.Id}” stands twice.", "give one of them another id."));
        return [.. items.Values];
    }

    T Read<T>(YamlMappingNode node, string file, Func<Entry, T> make) where T : Dated
    {
        var (entry, line) = (new Entry(node, file, faults), node.Start.Line);
        var item = make(entry) with { Numbers = entry.Numbers(), ReviewedBy = entry.Role("reviewed_by") };
        entry.RefuseTheRest();
        var other = found.FirstOrDefault(one => one.Dated.Id == item.Id && one.File != file);
        found.Add(new(item, file, line));
        if (other is not null)
        {
            faults.Add(new(file, line, $"The id “{item.Id}” stands in {other.File} too.", "give one of them another id."));
            return item;
        }
        foreach (var key in item.WordKeys.Concat(SourceKeys(item)).Where(key => !wording.Has(Language.English, key)))
            faults.Add(new(file, line, $"“{item.Id}” has no words “{key}”.", $"add them to en/{file}, then to every language."));
        foreach (var place in item.WordKeys.SelectMany(key => wording.PlacesOf(Language.English, key)).Distinct().Where(place => !item.Numbers.ContainsKey(place)))
            faults.Add(new(file, line, $"The words of “{item.Id}” have the place {{{place}}}, for which there is no number.", $"add it to its   numbers: {{ {place}: … }}   or mend the place in en/{file}."));
        return item;
    }

    static IEnumerable<string> SourceKeys(Dated item) => item.Sources.Select(source => source.Name).OfType<Argument.Word>().Select(word => word.Key);
}
