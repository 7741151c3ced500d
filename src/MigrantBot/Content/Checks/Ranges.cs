using System.Globalization;
using MigrantBot.Core.Awareness;

namespace MigrantBot.Content.Checks;

/// <summary>“From 50 to 10 years”: a number that is called least and is more than the one called most.</summary>
static class Ranges
{
    static readonly (string Least, string Most)[] Names = [("min", "max"), ("low", "high")];

    /// <summary><paramref name="catalogue"/> has the numbers of links.</summary>
    internal static IEnumerable<Finding> Find(IEnumerable<Item> items, Catalogue catalogue)
    {
        var numbers = catalogue.All.ToLookup(dated => dated.Id, dated => dated.Numbers);
        return from item in items
               from own in numbers[item.Dated.Id].Take(1)
               from name in own.Keys
               from pair in Names
               where name.EndsWith(pair.Least, StringComparison.Ordinal)
               let other = name[..^pair.Least.Length] + pair.Most
               where Number(own, name) > Number(own, other)
               select Finding.Error(item, $"has {name} {own[name]} above {other} {own[other]}.", "look at the source which is the lower one.");
    }

    static int? Number(IReadOnlyDictionary<string, string> numbers, string name) =>
        int.TryParse(numbers.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
