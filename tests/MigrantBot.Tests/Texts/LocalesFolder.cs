using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Texts;

/// <summary>A copy of the real <c>locales/</c> that a test may spoil.</summary>
sealed class LocalesFolder : IDisposable
{
    readonly TemporaryFolder folder = new();

    public LocalesFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Locales, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = folder.File(System.IO.Path.GetRelativePath(Repository.Locales, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Path => folder.Root;

    /// <summary>Replaces the first line that begins with <paramref name="beginning"/> (after blanks), and returns its number.</summary>
    public int Change(string file, string beginning, string line)
    {
        var lines = File.ReadAllLines(folder.File(file));
        var at = Array.FindIndex(lines, one => one.TrimStart().StartsWith(beginning, StringComparison.Ordinal));
        Assert.True(at >= 0, $"{file} has no line that begins with {beginning}: mend this test.");
        var indent = lines[at][..^lines[at].TrimStart().Length];
        lines[at] = line.Length == 0 ? "" : string.Join('\n', line.Split('\n').Select(one => indent + one));
        File.WriteAllLines(folder.File(file), lines);
        return at + 1;
    }

    /// <summary>The number of the line with which the item around a line begins.</summary>
    public int ItemAround(string file, int line) =>
        Array.FindLastIndex(File.ReadAllLines(folder.File(file)), line - 1, one => one.StartsWith("- id:", StringComparison.Ordinal)) + 1;

    /// <summary>Replaces a text wherever it stands in the file, as an editor that saves in place.</summary>
    public void Replace(string file, string text, string other)
    {
        var before = File.ReadAllText(folder.File(file));
        Assert.True(before.Contains(text, StringComparison.Ordinal), $"{file} does not hold “{text}”: mend this test.");
        File.WriteAllText(folder.File(file), before.Replace(text, other, StringComparison.Ordinal));
    }

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(folder.File(file))!);
        File.WriteAllBytes(folder.File(file), bytes);
    }

    public void Remove(string file) => File.Delete(folder.File(file));

    public void RemoveAll() => Directory.Delete(folder.Root, recursive: true);

    public void RemoveLanguage(string code) => Directory.Delete(folder.File(code), recursive: true);

    public void Dispose()
    {
        Directory.CreateDirectory(folder.Root);
        folder.Dispose();
    }
}
