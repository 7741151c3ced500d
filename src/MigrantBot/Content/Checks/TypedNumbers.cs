using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>
/// Digits that stand in words. An item has its numbers in the data, so that a law changes in one place; elsewhere a number must be the same
/// in every language.
/// </summary>
static partial class TypedNumbers
{
    /// <summary>Digits typed in the words of an item.</summary>
    internal static IEnumerable<Finding> InItems(IEnumerable<Text> texts, IReadOnlySet<string> keysOfItems) =>
        from text in texts
        where keysOfItems.Contains(text.Key)
        let numbers = In(text)
        where numbers.Count > 0
        select Finding.Error(text, $"the number {string.Join(", ", numbers)} is typed into the words.", "put it into   numbers: { name: … }   of the item, and write {name} here, in each language.");

    /// <summary>Numbers of other texts that are not those of the English text.</summary>
    internal static IEnumerable<Finding> ThatDiffer(IReadOnlyCollection<Text> texts, IReadOnlySet<string> keysOfItems)
    {
        var model = texts.Where(text => text.Language == Language.English).ToDictionary(text => text.Key, In);
        return from text in texts
               where !keysOfItems.Contains(text.Key) && model.ContainsKey(text.Key)
               let numbers = In(text)
               where !numbers.SetEquals(model[text.Key])
               select Finding.Error(text, $"it has the numbers {List(numbers)}, and English has {List(model[text.Key])}.", "make them the same in every language.");
    }

    /// <summary>Each number once, as it is written in English: 1 000 as 1000, 1,5 as 1.5.</summary>
    static HashSet<string> In(Text text) =>
        [.. Number().Matches(Prose.Typed(text.Value)).Select(match => Group().Replace(match.Value, "").Replace(',', '.'))];

    static string List(HashSet<string> numbers) => numbers.Count == 0 ? "(none)" : string.Join(", ", numbers.Order(StringComparer.Ordinal));

    /// <summary>A digit in a key cap (1️⃣) is a picture.</summary>
    [GeneratedRegex(@"[0-9]+(?:[ \u00A0\u202F][0-9]{3}(?![0-9]))*(?:[.,:][0-9]+)*(?!\uFE0F?\u20E3)")]
    private static partial Regex Number();

    [GeneratedRegex(@"[ \u00A0\u202F]")]
    private static partial Regex Group();
}
