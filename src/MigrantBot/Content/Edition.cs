using MigrantBot.Core.Awareness;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>Words and facts that belong together. A turn uses one edition from its beginning to its end.</summary>
sealed record Edition(Wording Wording, Catalogue Catalogue, Footprint Files)
{
    /// <summary>What the folder holds; to be used only where that added no fault.</summary>
    internal static Edition Load(string folder, ICollection<Fault> faults)
    {
        // Before anything is read: what changes meanwhile is then a change, and not missed.
        var files = Footprint.Of(folder);
        var wording = WordingFiles.Load(folder, faults);
        return new(wording, CatalogueFiles.Load(folder, wording, faults), files);
    }
}
