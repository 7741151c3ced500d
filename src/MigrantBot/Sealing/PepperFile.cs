using System.Diagnostics.CodeAnalysis;

namespace MigrantBot.Sealing;

/// <summary>The file that holds the pepper, readable by its owner only.</summary>
static class PepperFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    const UnixFileMode OwnersFolder = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>Reads the pepper, or makes it where there is no file yet; a refusal names the setting, the file and the mend.</summary>
    public static bool TryOpen(string path, Randomness random, [NotNullWhen(true)] out Pepper? pepper, [NotNullWhen(false)] out string? refusal)
    {
        pepper = null;
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
                Create(path, random);
            refusal = Objection(path, File.ReadAllBytes(path), out pepper);
        }
        catch (IOException) when (File.Exists(Aside(path)))
        {
            refusal = $"Pepper__File: another start is making {path}, or broke off while making it. If no other is running, delete {Aside(path)}; then start again.";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            refusal = $"Pepper__File: {path} cannot be read or made ({failure.Message}) Name a file that this user may read, in a folder where it may be made.";
        }
        return pepper is not null;
    }

    static string? Objection(string path, byte[] content, out Pepper? pepper)
    {
        pepper = null;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnersFolder) != 0)
            return $"Pepper__File: other users may read {path}. Run: chmod 600 {path}";
        if (content.Length != Pepper.Length)
            return $"Pepper__File: {path} has {content.Length} bytes, not {Pepper.Length}. Put the old file back from your backup; only if no report was ever received, delete it.";
        pepper = new Pepper(content);
        return null;
    }

    /// <summary>
    /// Written aside and moved into place, so that a crash leaves no half file. The name aside is claimed exclusively: of two first starts
    /// at once, the one that holds it looks once more whether the other has already made the file.
    /// </summary>
    static void Create(string path, Randomness random)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnersFolder);
        var aside = Aside(path);
        Write(aside, random);
        if (File.Exists(path))
            File.Delete(aside);
        else
            File.Move(aside, path);
    }

    static string Aside(string path) => $"{path}.new";

    static void Write(string path, Randomness random)
    {
        Span<byte> secret = stackalloc byte[Pepper.Length];
        random(secret);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(secret);
        file.Flush(flushToDisk: true);
    }
}
