using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>
/// Keeps the edition in use. With <see cref="LocalesOptions.Reload"/> the files are looked at whenever it is asked for, and read anew where they have
/// changed; while they have faults the edition before stays.
/// </summary>
sealed partial class Editions(Edition first, LocalesOptions locales, ILogger<Editions> log)
{
    readonly Lock gate = new();
    Footprint seen = first.Files;
    volatile Edition newest = first;
    volatile IReadOnlyList<Fault> faults = [];

    /// <summary>What keeps the files as they are now from being used; empty where they are used.</summary>
    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>True where another edition may come while the process runs.</summary>
    public bool MayChange => locales.Reload;

    /// <summary>The newest edition without a fault. To be asked for once in a turn.</summary>
    public Edition Newest()
    {
        if (locales.Reload)
            lock (gate)
                Look();
        return newest;
    }

    void Look()
    {
        if (Footprint.Of(locales.Folder) is var files && files.Equals(seen))
            return;
        seen = files;
        List<Fault> found = [];
        var edition = Edition.Load(locales.Folder, found);
        if (found.Count == 0)
        {
            newest = edition;
            ReadAnew(log);
        }
        else if (!found.SequenceEqual(faults))
            foreach (var line in Fault.Lines(found))
                NotUsed(log, line);
        faults = found.SequenceEqual(faults) ? faults : found;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Words and facts have changed and were read anew.")]
    static partial void ReadAnew(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The words and facts from before stay in use: {Fault}")]
    static partial void NotUsed(ILogger log, string fault);
}
