using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>
/// Between an exact count and a published number there are whole numbers only, and one sampler. The noise path is every file of Core/Publications,
/// a new one too, but for the signals, which read what is published already.
/// </summary>
public sealed partial class NoisePathTests
{
    static IReadOnlyList<(string Name, string Code)> Path =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Here(), "../../../src/MigrantBot.Core/Publications"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: System.IO.Path.GetFileName(file), Code: Silent(File.ReadAllText(file))))
            .Where(file => !file.Name.StartsWith("Signal", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal),
    ];

    [Fact]
    public void It_holds_no_fraction_and_no_other_chance()
    {
        Assert.Superset(new HashSet<string> { "DiscreteLaplace.cs", "Noise.cs", "Consistency.cs", "Weights.cs", "Drawing.cs", "Epsilon.cs", "Plan.cs" }, Path.Select(file => file.Name).ToHashSet());
        Assert.All(Path, file => Assert.False(Forbidden().IsMatch(file.Code), $"{file.Name} says {Forbidden().Match(file.Code).Value}: whole numbers only here, and all randomness by Chance."));
    }

    [Fact]
    public void Only_the_sampler_and_the_rounding_draw_and_only_the_noise_asks_the_sampler()
    {
        Assert.Equal(["Consistency.cs", "DiscreteLaplace.cs"], Saying(@"\bchance\("));
        Assert.Equal(["Noise.cs"], Saying(@"\bDiscreteLaplace\.Draw\("));
        Assert.Equal(["Drawing.cs"], Saying(@"\bNoise\.Over\("));
    }

    [Theory]
    [InlineData("double a;")]
    [InlineData("var a = (float)b;")]
    [InlineData("decimal a;")]
    [InlineData("Math.Max(a, b)")]
    [InlineData("System.MathF.Exp(a)")]
    [InlineData("Random.Shared.Next()")]
    [InlineData("new Random(1)")]
    [InlineData("RandomNumberGenerator.GetInt32(2)")]
    [InlineData("var a = 0.5;")]
    [InlineData("var a = 1e3;")]
    [InlineData("var a = 2d;")]
    [InlineData("var a = b / 3f;")]
    [InlineData("values.Average()")]
    [InlineData("SignalSurprise.Of(value)")]
    [InlineData("/* fine */ Guid.NewGuid()")]
    public void A_fraction_or_another_chance_would_be_seen(string code) => Assert.Matches(Forbidden(), Silent(code));

    [Theory]
    [InlineData("// double the noise, 0.5 of it")]
    [InlineData("/// <summary>Math. Random.</summary>")]
    [InlineData("\"Random words: 0.5\"")]
    [InlineData("long doubled = 20_067 * 0x1F; values[1..2]")]
    public void Words_about_them_are_allowed(string code) => Assert.DoesNotMatch(Forbidden(), Silent(code));

    static IEnumerable<string> Saying(string pattern) => Path.Where(file => Regex.IsMatch(file.Code, pattern)).Select(file => file.Name);

    /// <summary>Without comments and texts.</summary>
    static string Silent(string code) => Spoken().Replace(code, " ");

    static string Here([CallerFilePath] string here = "") => System.IO.Path.GetDirectoryName(here)!;

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|\$?"(?:[^"\\\n]|\\.)*"|'(?:[^'\\]|\\.)'""", RegexOptions.Singleline)]
    private static partial Regex Spoken();

    [GeneratedRegex(@"\b(?:double|float|decimal|Half|Double|Decimal|Complex|MathF?|Random\w*|Guid|Environment|Stopwatch|DateTime\w*|TimeProvider|Average|Signal\w*)\b(?!\s*=>)|(?<![\w.])\d[\d_]*(?:\.\d|[eE][-+]?\d|[fFdDmM]\b)")]
    private static partial Regex Forbidden();
}
