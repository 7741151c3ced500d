using System.Reflection;
using System.Text.RegularExpressions;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting.Scrubbing;

/// <summary>Nobody can write a text that stops the house: no test looks at the clock, so none of the patterns that read a person's words may go back.</summary>
public sealed class LinearTests
{
    [Fact]
    public void No_pattern_that_reads_a_persons_words_can_backtrack()
    {
        var patterns = (
            from type in typeof(Scrubber).Assembly.GetTypes()
            where type.Namespace?.StartsWith(typeof(Scrubber).Namespace!, StringComparison.Ordinal) == true
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            where !type.ContainsGenericParameters
            from pattern in field.GetValue(null) switch { Regex one => [one], IEnumerable<Regex> several => several, _ => Array.Empty<Regex>() }
            select (Where: $"{type.Name}.{field.Name}", pattern.Options)).ToList();

        Assert.True(patterns.Count >= 20, $"Only {patterns.Count} patterns were found.");
        Assert.DoesNotContain(patterns, pattern => !pattern.Options.HasFlag(RegexOptions.NonBacktracking));
    }
}
