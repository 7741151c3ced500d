using System.Globalization;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Content.Checks;

/// <summary>What the findings come to: a table by language, and what no lawyer has read yet.</summary>
static class Summary
{
    const string Data = "data";
    static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " " };
    static readonly string[] Heading = ["language", "texts", "words", "complete", "errors", "warnings"];

    internal static IEnumerable<string> Lines(Locales locales, IReadOnlyCollection<Finding> findings)
    {
        List<string[]> rows = [Heading, .. Language.All.Select(language => Row(language, locales.Texts, findings)), DataRow(locales.Items, findings)];
        var widths = Heading.Select((_, column) => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            yield return $"{row[0].PadRight(widths[0])}{string.Concat(row.Skip(1).Select((cell, column) => cell.PadLeft(widths[column + 1] + 3)))}";
        foreach (var kind in locales.Items.GroupBy(item => item.File))
            if (kind.Count(item => item.Dated.ReviewedBy is null) is var unread and > 0)
                yield return $"{kind.Key}: {unread} of {kind.Count()} are not yet read by a lawyer (reviewed_by).";
        var (errors, warnings) = (findings.Count(finding => finding.IsError), findings.Count(finding => !finding.IsError));
        yield return errors == 0
            ? $"No errors, {Count(warnings, "warning")}."
            : $"{Count(errors, "error")}, {Count(warnings, "warning")}: mend the first error first, then check again.";
    }

    static string[] Row(Language language, IReadOnlyList<Text> texts, IReadOnlyCollection<Finding> findings)
    {
        var own = texts.Where(text => text.Language == language).ToList();
        return
        [
            language.Code,
            Number(own.Count),
            Number(own.Sum(text => Prose.CountWords(Prose.Typed(text.Value)))),
            $"{Complete(language, texts)} %",
            .. Counts(findings, file => file == language.Code || file.StartsWith($"{language.Code}/", StringComparison.Ordinal)),
        ];
    }

    static string[] DataRow(IReadOnlyList<Item> items, IReadOnlyCollection<Finding> findings) =>
        [Data, Number(items.Count), "", "", .. Counts(findings, file => !Language.All.Any(language => file == language.Code || file.StartsWith($"{language.Code}/", StringComparison.Ordinal)))];

    static string[] Counts(IReadOnlyCollection<Finding> findings, Func<string, bool> belongs)
    {
        var own = findings.Where(finding => belongs(finding.Fault.File)).ToList();
        return [Number(own.Count(finding => finding.IsError)), Number(own.Count(finding => !finding.IsError))];
    }

    /// <summary>Rounded down: 100 means that nothing is missing.</summary>
    static int Complete(Language language, IReadOnlyList<Text> texts)
    {
        var needed = texts.Where(text => text.Language == Language.English && WordingFiles.IsNeeded(language, text.Key)).Select(text => text.Key).ToHashSet();
        return needed.Count == 0 ? 0 : 100 * texts.Count(text => text.Language == language && needed.Contains(text.Key)) / needed.Count;
    }

    static string Number(int number) => number.ToString("N0", Spaced);

    static string Count(int number, string what) => $"{Number(number)} {what}{(number == 1 ? "" : "s")}";
}
