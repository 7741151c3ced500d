using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace MigrantBot.Core.Tests.Reporting.Scrubbing;

/// <summary>A text, what must be gone from it and what must still be there; see the README beside the files.</summary>
sealed record CorpusLine(string Id, string Lang, string Text, IReadOnlyList<string> Mask, IReadOnlyList<string> Keep, string About);

static class Corpus
{
    public static IReadOnlyList<string> Files { get; } = ["plain", "hard", "harmless"];

    public static IReadOnlyList<CorpusLine> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Folder(), $"{file}.jsonl")).Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<CorpusLine>(line, JsonSerializerOptions.Web)!)];

    /// <summary>
    /// Whether a piece still stands in a text, also tidied up: without invisible signs, digits of any script as ASCII, wide letters as narrow ones.
    /// </summary>
    public static bool StandsIn(string piece, string text) =>
        text.Contains(piece, StringComparison.Ordinal) || Tidy(text).Contains(Tidy(piece), StringComparison.Ordinal);

    static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.Format or UnicodeCategory.EnclosingMark or UnicodeCategory.NonSpacingMark:
                    break;
                case UnicodeCategory.SpaceSeparator:
                    tidy.Append(' ');
                    break;
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber:
                    tidy.Append(Rune.GetNumericValue(rune).ToString(CultureInfo.InvariantCulture));
                    break;
                default:
                    tidy.Append(rune.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(rune.Value - 0xFEE0) : rune);
                    break;
            }
        return tidy.ToString();
    }

    static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
