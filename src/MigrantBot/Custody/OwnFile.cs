using System.Text;

namespace MigrantBot.Custody;

/// <summary>Files that people carry between the server and the offline computer: readable by their owner only, never written over.</summary>
static class OwnFile
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Null when it was written; else why not.</summary>
    public static Outcome? Write(string path, string text)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = OwnerOnly;
            using var file = new FileStream(path, options);
            file.Write(Encoding.UTF8.GetBytes(text));
            file.Flush(flushToDisk: true);
            return null;
        }
        catch (IOException) when (Path.Exists(path))
        {
            return Outcome.ToMend($"{path} is there already and is not written over. Name another file, or move that one away.");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Outcome.ToMend($"{path} cannot be written ({failure.Message}) Name a file in a folder of yours.");
        }
    }

    /// <summary>The text of a file; or why it cannot be read.</summary>
    public static (string? Text, Outcome? Refused) Read(string path)
    {
        try
        {
            return (File.ReadAllText(path), null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, Outcome.ToMend($"{path} cannot be read ({failure.Message}) Name a file that is there and yours to read."));
        }
    }
}
