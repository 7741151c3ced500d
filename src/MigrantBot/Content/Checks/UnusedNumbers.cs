using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Numbers of an item that no language prints, and no other item takes (law-uz.min): somebody would keep them true for nobody.</summary>
static class UnusedNumbers
{
    internal static IEnumerable<Finding> Find(IReadOnlyCollection<Item> items, IEnumerable<Text> texts)
    {
        var links = items.SelectMany(item => item.Dated.Numbers.Values).ToHashSet();
        var places = texts.ToLookup(text => text.Key, text => Wording.PlacesIn(text.Value));
        return from item in items
               let printed = item.Dated.WordKeys.SelectMany(key => places[key]).SelectMany(names => names).ToHashSet()
               let unused = item.Dated.Numbers.Keys.Where(number => !printed.Contains(number) && !links.Contains($"{item.Dated.Id}.{number}")).ToList()
               where unused.Count > 0
               select Finding.Warning(item, $"has numbers that no text prints: {string.Join(", ", unused)}.", $"write {{{unused[0]}}} into its words, or take the number out.");
    }
}
