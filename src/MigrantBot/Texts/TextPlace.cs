using System.Text.RegularExpressions;

namespace MigrantBot.Texts;

/// <summary>
/// A place of a text: <c>{years}</c> prints what is given for <c>years</c>; <c>{years|год|года|лет}</c> prints the one
/// <paramref name="Forms">form</paramref> that goes with that number.
/// </summary>
sealed partial record TextPlace(string Name, IReadOnlyList<string> Forms)
{
    /// <summary>True where the place prints the number itself.</summary>
    public bool Prints => Forms.Count == 0;

    /// <summary>The place whose braces hold <paramref name="content"/>.</summary>
    public static TextPlace Read(string content) => content.Split('|') is [var name, .. var forms] ? new(name, forms) : new(content, []);

    public static IEnumerable<TextPlace> In(string text) => Braces().Matches(text).Select(Read);

    /// <summary>The text with something else in each place.</summary>
    public static string Replace(string text, Func<TextPlace, string> by) => Braces().Replace(text, match => by(Read(match)));

    static TextPlace Read(Match match) => Read(match.Groups["content"].Value);

    [GeneratedRegex(@"\{(?<content>[^{}]*)\}")]
    private static partial Regex Braces();
}
