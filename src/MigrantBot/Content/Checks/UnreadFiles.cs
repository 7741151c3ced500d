using MigrantBot.Core.Exchange;

namespace MigrantBot.Content.Checks;

/// <summary>Files that look like words or facts and that the program never opens, because of their name or where they lie.</summary>
static class UnreadFiles
{
    internal static IEnumerable<Finding> Find(string folder) =>
    [
        .. from name in Names(folder)
           where !CatalogueFiles.Names.Contains(name) && name != LanguageRulesFile.Name
           select Unread(name, $"name it as one of these, or take it away: {string.Join(", ", CatalogueFiles.Names)}, {LanguageRulesFile.Name}."),
        .. from language in Language.All
           from name in Names(Path.Combine(folder, language.Code))
           where !name.EndsWith(".yaml", StringComparison.Ordinal)
           select Unread($"{language.Code}/{name}", "let its name end with .yaml in small letters."),
    ];

    static Finding Unread(string name, string mend) => new(new(name, 0, "The program does not read this file.", mend), IsError: true);

    /// <summary>What a person would take for YAML; a folder that cannot be read has been told by loading.</summary>
    static IEnumerable<string> Names(string folder) =>
        Directory.Exists(folder)
            ? new DirectoryInfo(folder).GetFiles("*", new EnumerationOptions()).Select(file => file.Name)
                .Where(name => Path.GetExtension(name).ToUpperInvariant() is ".YAML" or ".YML").Order(StringComparer.Ordinal)
            : [];
}
