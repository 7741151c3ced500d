using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Architecture;

/// <summary>A source file; <paramref name="Path"/> begins below the root of the clone.</summary>
sealed partial record SourceFile(string Path, IReadOnlyList<string> Lines)
{
    /// <summary>Each line with its number, emptied of what is comment.</summary>
    public IEnumerable<(int Number, string Code)> Code => Lines.Select((line, index) => (index + 1, Comment().Replace(line, "")));

    /// <summary>The folders below the project, joined by points: <c>Core.Exchange</c>; empty for a file of the host's root.</summary>
    public string Folder
    {
        get
        {
            var folders = Path.Split('/')[1..^1];
            return string.Join('.', folders[0] == "MigrantBot.Core" ? ["Core", .. folders[1..]] : folders[1..]);
        }
    }

    public static IReadOnlyList<SourceFile> Below(string folder) =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(file => (Full: file, Path: System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
            .Where(file => !Made().IsMatch(file.Path))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Path, File.ReadAllLines(file.Full))),
    ];

    [GeneratedRegex(@"(?:^|\s)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex("/(?:bin|obj)/")]
    private static partial Regex Made();
}
