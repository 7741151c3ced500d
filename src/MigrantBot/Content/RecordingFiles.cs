using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content;

/// <summary>Finds <c>locales/{language}/audio/{id}.ogg</c>, and refuses what nobody could hear: a name without an item, another format, too much.</summary>
static class RecordingFiles
{
    /// <summary>Minutes of speech; and what Telegram shows as a voice message without a doubt.</summary>
    const int MostBytes = 1024 * 1024;

    /// <summary>An OGG begins with the name of its format; behind the head of its first page stands the name of the codec.</summary>
    const int OpusAt = 28;

    internal static IReadOnlyDictionary<Recording, RecordingFile> Find(string folder, IReadOnlySet<string> ids, ICollection<Fault> faults)
    {
        var found = new Dictionary<Recording, RecordingFile>();
        foreach (var language in Language.All)
            foreach (var file in Files(folder, $"{language.Code}/audio", faults))
            {
                var (id, name) = (Path.GetFileNameWithoutExtension(file.Name), $"{language.Code}/audio/{file.Name}");
                if (WrongWith(file, id, ids) is var (problem, mend))
                    faults.Add(new(name, 0, problem, mend));
                else
                    found.Add(new(language, id), new(file.FullName, file.Length, file.LastWriteTimeUtc));
            }
        return found;
    }

    static IEnumerable<FileInfo> Files(string folder, string name, ICollection<Fault> faults)
    {
        try
        {
            var audio = new DirectoryInfo(Path.Combine(folder, name));
            if (!audio.Exists)
                return [];
            foreach (var inner in audio.GetDirectories("*", new EnumerationOptions { IgnoreInaccessible = false }))
                faults.Add(new($"{name}/{inner.Name}", 0, "A folder stands among the recordings; nobody hears what is in it.", "put its recordings beside it, or take it away."));
            return audio.GetFiles("*", new EnumerationOptions { IgnoreInaccessible = false }).OrderBy(file => file.Name, StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(name, 0, wrong.Message, "let the bot read this folder."));
            return [];
        }
    }

    static (string Problem, string Mend)? WrongWith(FileInfo file, string id, IReadOnlySet<string> ids)
    {
        try
        {
            return WrongWithReadable(file, id, ids);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return (wrong.Message, "put the file there, readable by the bot.");
        }
    }

    static (string Problem, string Mend)? WrongWithReadable(FileInfo file, string id, IReadOnlySet<string> ids) => file switch
    {
        { Extension: not ".ogg" } => ("Only recordings stand here, in files that end with .ogg.", "save it as OGG with Opus under the id of what it reads, such as law-uz.ogg, or take it away."),
        _ when !ids.Contains(id) => ($"Nothing has the id “{id}”.", "name the file as the item whose words it reads, in small letters: law-uz.ogg."),
        { Length: > MostBytes } => ($"The file has {file.Length / 1024} KB, which is more than {MostBytes / 1024}.", "save it again as mono with 24 kbit/s, or read it in less time."),
        _ when !IsOpus(file) => ("The file is no OGG with Opus in it, whatever its name says.", "save it again as OGG with the codec Opus; giving it another name is not enough."),
        _ => null,
    };

    static bool IsOpus(FileInfo file)
    {
        Span<byte> head = stackalloc byte[OpusAt + 8];
        using var stream = file.OpenRead();
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
            && head[..4].SequenceEqual("OggS"u8) && head[OpusAt..].SequenceEqual("OpusHead"u8);
    }
}
