using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>Words of an item that has been taken out of the data, and names of sources that nothing rests on: somebody would go on translating them.</summary>
static class Orphans
{
    const string Screens = "screens.yaml", Source = "source.";

    /// <summary>What the screens themselves say of sources.</summary>
    static readonly HashSet<string> SaidOfSources = ["source.line", "source.old", "source.unreviewed"];

    internal static IEnumerable<Finding> Find(IEnumerable<Text> texts, IReadOnlyCollection<string> keysOfItems, Catalogue catalogue)
    {
        var known = keysOfItems.Concat(SaidOfSources)
            .Concat(catalogue.All.SelectMany(item => item.Sources).Select(source => source.Name).OfType<Argument.Word>().Select(word => word.Key)).ToHashSet();
        return from text in texts
               where (Path.GetFileName(text.File) != Screens || text.Key.StartsWith(Source, StringComparison.Ordinal)) && !known.Contains(text.Key)
               select Finding.Error(text, "nothing in the data says it.", "take it out of every language, or mend the id in the data.");
    }
}
