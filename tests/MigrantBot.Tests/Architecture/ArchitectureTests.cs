using System.Xml.Linq;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Architecture;

public sealed class ArchitectureTests(ITestOutputHelper output)
{
    const int MostLines = 300;
    const int QuestionedLines = 200;

    static readonly IReadOnlyList<SourceFile> Source = SourceFile.Below("src");
    static readonly IReadOnlyList<SourceFile> Tests = SourceFile.Below("tests");

    [Fact]
    public void Every_part_uses_only_what_the_design_lets_it_use()
    {
        Assert.NotEmpty(Source);
        Findings.AreNone(Source.SelectMany(ImportRules.Breaches));
    }

    [Fact]
    public void Words_of_the_runtime_stand_only_where_they_may() =>
        Findings.AreNone(WordRule.All.SelectMany(rule => Source.Concat(Tests).SelectMany(rule.Breaches)));

    [Fact]
    public void A_namespace_follows_its_folder() => Findings.AreNone(
        from file in Source.Concat(Tests)
        let folder = string.Join('.', file.Path.Split('/')[1..^1])
        from line in file.Code
        where line.Code.StartsWith("namespace ", StringComparison.Ordinal) && line.Code != $"namespace {folder};"
        select $"{file.Path}:{line.Number}: the namespace of this folder is {folder}.");

    [Fact]
    public void A_source_file_stays_short()
    {
        foreach (var file in Source.Where(file => file.Lines.Count > QuestionedLines))
            output.WriteLine($"{file.Path} has {file.Lines.Count} lines: is it one idea?");
        Findings.AreNone(Source.Where(file => file.Lines.Count > MostLines).Select(file => $"{file.Path} has {file.Lines.Count} lines: split it."));
    }

    [Fact]
    public void The_core_refers_to_nothing()
    {
        string[] references = ["PackageReference", "FrameworkReference", "ProjectReference", "Reference"];
        string[] projects = ["src/MigrantBot.Core/MigrantBot.Core.csproj", "Directory.Build.props"];
        Assert.Empty(projects.SelectMany(project =>
            XDocument.Load(Path.Combine(Repository.Root, project)).Descendants().Where(item => references.Contains(item.Name.LocalName))));
    }
}
