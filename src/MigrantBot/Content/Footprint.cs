using System.IO.Enumeration;

namespace MigrantBot.Content;

/// <summary>What a folder shows of itself without a file being opened: names, times of writing, lengths. Equal as long as nothing in it changes.</summary>
sealed class Footprint : IEquatable<Footprint>
{
    static readonly EnumerationOptions Everything = new() { RecurseSubdirectories = true };

    readonly IReadOnlyList<(string Path, DateTimeOffset WrittenAt, long Length)> files;

    Footprint(IReadOnlyList<(string Path, DateTimeOffset WrittenAt, long Length)> files) => this.files = files;

    /// <summary>A folder that is not there, or that nobody may read, shows nothing; reading it will say why.</summary>
    internal static Footprint Of(string folder)
    {
        try
        {
            return new(Directory.Exists(folder) ? [.. Files(folder).OrderBy(file => file.Path, StringComparer.Ordinal)] : []);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            return new([]);
        }
    }

    public bool Equals(Footprint? other) => other is not null && files.SequenceEqual(other.files);

    public override bool Equals(object? obj) => Equals(obj as Footprint);

    public override int GetHashCode() => files.Count;

    /// <summary>A file that vanishes meanwhile has no length and is no error; hidden files, as editors make them, do not count.</summary>
    static FileSystemEnumerable<(string Path, DateTimeOffset WrittenAt, long Length)> Files(string folder) =>
        new(folder, (ref file) => (file.ToFullPath(), file.LastWriteTimeUtc, file.Length), Everything)
        {
            ShouldIncludePredicate = (ref file) => !file.IsDirectory,
        };
}
