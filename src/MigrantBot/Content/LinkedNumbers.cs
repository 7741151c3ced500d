using System.Text.RegularExpressions;
using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>
/// A number may be that of another item, written <c>min: law-uz.min</c>: a law that several cards name then changes in one place.
/// </summary>
static partial class LinkedNumbers
{
    internal static bool IsLink(string value) => Link().IsMatch(value);

    /// <summary>
    /// The catalogue with every such number in its place; what leads nowhere becomes a fault. Who prints the number of another, or rests on it, is to be
    /// looked at again when that other is: a case does not show an old penalty as fresh.
    /// </summary>
    internal static Catalogue Resolve(Catalogue catalogue, IEnumerable<Item> items, ICollection<Fault> faults)
    {
        var written = items.SelectMany(item => item.Dated.Numbers.Select(number => (Name: $"{item.Dated.Id}.{number.Key}", number.Value)))
            .ToLookup(number => number.Name, number => number.Value);
        var reviews = items.ToLookup(item => item.Dated.Id, item => item.Dated.ReviewBy);
        foreach (var item in items)
            foreach (var (name, link) in item.Dated.Numbers.Where(number => Link().IsMatch(number.Value)))
                if (Find(link) is null)
                    faults.Add(new(item.File, item.Line, $"The number “{name}: {link}” of “{item.Dated.Id}” names no number of another item.", "write the id of the item, a point and the name of its number:   min: law-uz.min"));
        return catalogue with
        {
            Cards = [.. catalogue.Cards.Select(card => card with { Numbers = Follow(card), ReviewBy = Earliest(card) })],
            Phrases = [.. catalogue.Phrases.Select(phrase => phrase with { Numbers = Follow(phrase), ReviewBy = Earliest(phrase) })],
            Contacts = [.. catalogue.Contacts.Select(contact => contact with { Numbers = Follow(contact), ReviewBy = Earliest(contact) })],
            Now = catalogue.Now with { Numbers = Follow(catalogue.Now), ReviewBy = Earliest(catalogue.Now) },
            Answers = [.. catalogue.Answers.Select(answer => answer with { Numbers = Follow(answer), ReviewBy = Earliest(answer, answer.RestsOn) })],
        };

        // A link to a link would be two places to look in.
        string? Find(string link) => written[link].FirstOrDefault(value => !Link().IsMatch(value));

        DateOnly Earliest(Dated dated, IReadOnlyList<string>? restsOn = null) =>
            dated.Numbers.Values.Where(IsLink).Select(link => link[..link.IndexOf('.', StringComparison.Ordinal)]).Concat(restsOn ?? [])
                .SelectMany(id => reviews[id]).Append(dated.ReviewBy).Min();

        Dictionary<string, string> Follow(Dated dated) =>
            dated.Numbers.ToDictionary(number => number.Key, number => Link().IsMatch(number.Value) ? Find(number.Value) ?? number.Value : number.Value);
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\.[a-z][a-z0-9_]*$")]
    private static partial Regex Link();
}
