using System.Reflection;
using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Documents;

/// <summary>A promise whose test was renamed away is a promise that nobody keeps.</summary>
public sealed partial class ThreatModelTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_is_a_test_that_runs()
    {
        var named = Name().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/threat-model.md"))).Select(match => match.Groups[1].Value).Distinct().ToList();
        var tests = Tests(typeof(ThreatModelTests).Assembly).Concat(InSource("tests/MigrantBot.Core.Tests")).ToHashSet();

        Assert.True(named.Count > 50, "The names were not found.");
        Findings.AreNone(named.Where(name => !tests.Contains(name)));
    }

    static IEnumerable<string> Tests(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods()
        where method.GetCustomAttributes<FactAttribute>().Any()
        select $"{type.Name}.{method.Name}";

    /// <summary>The tests of the core are another assembly, in which every public method with such a name is a test.</summary>
    static IEnumerable<string> InSource(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*Tests.cs", SearchOption.AllDirectories)
        from Match test in CoreTest().Matches(File.ReadAllText(file))
        select $"{Path.GetFileNameWithoutExtension(file)}.{test.Groups[1].Value}";

    [GeneratedRegex(@"`([A-Z]\w+\.[A-Z]\w*_\w+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\[(?:Fact|Theory)\]\s*\n(?:[ \t]*\[[^\n]*\n)*\s*public (?:static )?(?:void|async Task|Task) (\w+)\(")]
    private static partial Regex CoreTest();
}
