using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Architecture;

/// <summary>Who may use whom: the table of the design. It looks at <c>using</c> lines and at names written with their part.</summary>
static partial class ImportRules
{
    /// <summary>A part, and the parts it may use besides itself. A file of the host's root may use everything.</summary>
    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Core.Exchange"] = [],
        ["Core.Awareness"] = ["Core.Exchange"],
        ["Core.OfferCheck"] = ["Core.Exchange"],
        ["Core.Reporting"] = ["Core.Exchange"],
        ["Core.Conversation"] = ["Core.Exchange", "Core.Awareness", "Core.OfferCheck", "Core.Reporting"],
        ["Core.Moderation"] = ["Core.Reporting"],
        ["Core.Publications"] = ["Core.Reporting"],
        ["Browser"] = [],
        ["Texts"] = ["Core"],
        ["Content"] = ["Core", "Texts"],
        ["Sealing"] = [],
        ["Storage"] = ["Core", "Sealing"],
        ["Custody"] = ["Core", "Sealing", "Storage"],
        ["Backups"] = ["Core", "Custody", "Sealing", "Storage"],
        ["Intake"] = ["Core", "Storage", "Sealing"],
        ["Channels.Telegram"] = ["Core.Exchange", "Texts", "Content", "Intake"],
        ["Channels.WebChat"] = ["Core.Exchange", "Browser", "Texts", "Content", "Intake"],
        ["Channels.Terminal"] = ["Core.Exchange", "Texts", "Content", "Intake"],
        ["Console"] = ["Core", "Browser", "Texts", "Content", "Sealing", "Storage", "Publications"],
        ["Demo"] = ["Core", "Publications", "Sealing", "Storage", "Intake"],
        ["Publications"] = ["Core", "Browser", "Texts", "Content", "Storage"],
    };

    /// <summary>Each breach with file, line and the rule that it breaks.</summary>
    public static IEnumerable<string> Breaches(SourceFile file)
    {
        if (file.Folder.Length == 0)
            yield break;
        if (MayUse.Keys.FirstOrDefault(name => IsWithin(file.Folder, name)) is not { } part)
        {
            yield return $"{file.Path}:1: the folder {file.Folder} has no rule: add what it may use to ImportRules and to the table in docs.";
            yield break;
        }
        foreach (var (number, code) in file.Code.Where(line => !line.Code.TrimStart().StartsWith("namespace ", StringComparison.Ordinal)))
            foreach (var used in Used(code, file.Folder).Where(used => !IsWithin(used, part) && !MayUse[part].Any(allowed => IsWithin(used, allowed))))
                yield return $"{file.Path}:{number}: {part} uses {used}, but may use {(MayUse[part] is [] ? "no other part" : string.Join(", ", MayUse[part]))}.";
    }

    /// <summary>Parts named whole (<c>MigrantBot.Storage.Rows</c>), or as C# lets a neighbour name them (<c>Storage.Rows</c>).</summary>
    static IEnumerable<string> Used(string code, string folder) =>
        Whole().Matches(code).Concat(folder.StartsWith("Core", StringComparison.Ordinal) ? InCore().Matches(code) : InHost().Matches(code))
            .Select(match => folder.StartsWith("Core", StringComparison.Ordinal) && !match.Value.StartsWith("MigrantBot", StringComparison.Ordinal)
                ? $"Core.{match.Groups["part"].Value}"
                : match.Groups["part"].Value)
            .Distinct();

    static bool IsWithin(string folder, string part) => folder == part || folder.StartsWith($"{part}.", StringComparison.Ordinal);

    [GeneratedRegex(@"\bMigrantBot\.(?<part>[A-Z]\w*(?:\.[A-Z]\w*)*)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<![.\w""/])(?<part>(?:Core|Browser|Texts|Content|Sealing|Storage|Intake|Backups|Channels|Console|Custody|Demo|Publications)\.[A-Z]\w*(?:\.[A-Z]\w*)*)")]
    private static partial Regex InHost();

    [GeneratedRegex(@"(?<![.\w""/])(?<part>(?:Exchange|Awareness|OfferCheck|Reporting|Conversation|Moderation|Publications)\.[A-Z]\w*)")]
    private static partial Regex InCore();
}
