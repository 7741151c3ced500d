using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>
/// A number may be that of another item, written <c>min: law-uz.min</c>: a law that several cards name then changes in one place.
/// </summary>
static partial class LinkedNumbers
{
    /// <summary>The catalogue with every such number in its place; what leads nowhere becomes a fault.</summary>
    internal static Catalogue Resolve(Catalogue catalogue, IEnumerable<Item> items, ICollection<Fault> faults)
    {
        var written = items.SelectMany(item => item.Dated.Numbers.Select(number => (Name: $"{item.Dated.Id}.{number.Key}", number.Value)))
            .ToLookup(number => number.Name, number => number.Value);
        foreach (var item in items)
            foreach (var (name, link) in item.Dated.Numbers.Where(number => Link().IsMatch(number.Value)))
                if (Find(link) is null)
                    faults.Add(new(item.File, item.Line, $"The number “{name}: {link}” of “{item.Dated.Id}” names no number of another item.", "write the id of the item, a point and the name of its number:   min: law-uz.min"));
        return catalogue with
        {
            Cards = [.. catalogue.Cards.Select(card => card with { Numbers = Follow(card) })],
            Phrases = [.. catalogue.Phrases.Select(phrase => phrase with { Numbers = Follow(phrase) })],
            Contacts = [.. catalogue.Contacts.Select(contact => contact with { Numbers = Follow(contact) })],
            Now = catalogue.Now with { Numbers = Follow(catalogue.Now) },
        };

        // A link to a link would be two places to look in.
        string? Find(string link) => written[link].FirstOrDefault(value => !Link().IsMatch(value));

        Dictionary<string, string> Follow(Dated dated) =>
            dated.Numbers.ToDictionary(number => number.Key, number => Link().IsMatch(number.Value) ? Find(number.Value) ?? number.Value : number.Value);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$")]
    private static partial Regex Link();
}
