using System.Text.RegularExpressions;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>A text as the checks read it: without the braces of its places, by sentence, by word.</summary>
static partial class Prose
{
    /// <summary>Stands where a place was: neither a letter nor a digit, and never typed.</summary>
    const string Hole = "\uFFFC";

    /// <summary>Only what the translator typed: places empty, all forms of a word in a row.</summary>
    internal static string Typed(string text) => TextPlace.Replace(text, place => place.Prints ? Hole : string.Join(' ', place.Forms));

    /// <summary>About what is read: a digit in each place, one form of each word.</summary>
    internal static string Read(string text) => TextPlace.Replace(text, place => place.Prints ? "0" : place.Forms[^1]);

    /// <summary>The sentences with their places. The reader also takes breath at a colon, and between quotations in a row.</summary>
    internal static IEnumerable<string> Sentences(string text) =>
        SentenceEnd().Split(text).Select(sentence => sentence.Trim()).Where(sentence => CountWords(Read(sentence)) > 0);

    /// <summary>Whatever stands between blanks and has a letter or a digit is a word.</summary>
    internal static int CountWords(string text) => Token().Split(text).Count(token => token.Any(char.IsLetterOrDigit));

    /// <summary>What is quoted, or said again in brackets: there another language may speak.</summary>
    internal static IEnumerable<string> Quoted(string text) => Quotation().Matches(text).Select(match => match.Value);

    internal static string WithoutQuoted(string text) => Quotation().Replace(text, " ");

    /// <summary>Runs of letters; a hyphen parts them.</summary>
    internal static IEnumerable<string> Words(string text) => Letters().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"(?<=[.!?…:][»”)]*)\s+|(?<=[»”],)\s+(?=[«“])|\n")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Token();

    [GeneratedRegex(@"«[^»]*»|“[^”]*”|\([^)]*\)")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Letters();
}
