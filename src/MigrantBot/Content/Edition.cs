using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>Words and facts that belong together. A turn uses one edition from its beginning to its end.</summary>
sealed record Edition(Wording Wording, Catalogue Catalogue, Footprint Files)
{
    /// <summary>What has been read aloud, and where it lies.</summary>
    public IReadOnlyDictionary<Recording, RecordingFile> Recordings { get; init; } = new Dictionary<Recording, RecordingFile>();

    /// <summary>The file of a recording; null for none, and for one that is not there.</summary>
    public RecordingFile? FileOf(Recording? recording) => recording is null ? null : Recordings.GetValueOrDefault(recording);

    /// <summary>What the folder holds; to be used only where that added no fault.</summary>
    internal static Edition Load(string folder, ICollection<Fault> faults)
    {
        // Before anything is read: what changes meanwhile is then a change, and not missed.
        var files = Footprint.Of(folder);
        var wording = WordingFiles.Load(folder, faults);
        var catalogue = CatalogueFiles.Load(folder, wording, faults);
        var recordings = RecordingFiles.Find(folder, Readable(catalogue), faults);
        return new(wording, catalogue with { Recordings = recordings.Keys.ToHashSet() }, files) { Recordings = recordings };
    }

    /// <summary>The ids of what has a screen of its own, and so a place for its button.</summary>
    internal static HashSet<string> Readable(Catalogue catalogue) => [.. catalogue.All.OfType<Card>().Select(card => card.Id)];
}
