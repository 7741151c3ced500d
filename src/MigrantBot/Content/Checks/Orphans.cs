using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Words of an item that the data do not have: somebody took a card away, or lost it, and seven languages still translate it.</summary>
static class Orphans
{
    static readonly HashSet<string> Kinds = ["fact", "case", "refusal", "pattern", "phrase", "contact"];

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyDictionary<string, Dated> owners) =>
        from text in texts
        where text.Language == Language.English && text.Key.Split('.') is [var kind, _, _] && Kinds.Contains(kind) && !owners.ContainsKey(text.Key)
        select Finding.Error(text, "no item of the data has these words.", "put the item back, or take its words out of every language.");
}
