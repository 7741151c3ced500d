using System.Text.RegularExpressions;

namespace MigrantBot.Texts;

/// <summary>
/// The two signs of Uzbek Latin, whatever the keyboard gave: ʻ (U+02BB) makes oʻ and gʻ, ʼ (U+02BC) parts the letters of a word. Both are
/// letters to a computer, so that words stay whole.
/// </summary>
static partial class Apostrophes
{
    internal static string Normalise(string text) => Tutuq().Replace(OorG().Replace(text, "ʻ"), "ʼ");

    [GeneratedRegex("(?<=[oOgG])['`´‘’‛′ʹʻʼʽʾʿ]")]
    private static partial Regex OorG();

    [GeneratedRegex(@"(?<=\p{L})(?<![oOgGʻ])['`´‘’‛′ʹʻʽʾʿ](?=\p{L})")]
    private static partial Regex Tutuq();
}
