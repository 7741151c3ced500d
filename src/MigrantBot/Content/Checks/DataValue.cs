using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content.Checks;

/// <summary>One value of a data file: a name, a number, a sentence in Russian; <paramref name="Field"/> is the field of the item that it stands under.</summary>
sealed record DataValue(string File, long Line, string Id, string Field, string Value)
{
    /// <summary>Every value of every data file; what cannot be read has been refused by loading.</summary>
    internal static IReadOnlyList<DataValue> ReadAll(string folder, ICollection<Fault> faults) =>
    [
        .. from file in Files(folder, faults)
           where file != LanguageRulesFile.Name
           from item in Yaml.Read(folder, file, []) is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>() : []
           let id = item.Children.TryGetValue(new YamlScalarNode("id"), out var given) ? given.ToString() : ""
           from field in item.Children
           from scalar in field.Value.AllNodes.OfType<YamlScalarNode>()
           where !string.IsNullOrEmpty(scalar.Value)
           select new DataValue(file, scalar.Start.Line, id, field.Key.ToString(), scalar.Value!),
    ];

    static IEnumerable<string> Files(string folder, ICollection<Fault> faults)
    {
        try
        {
            return Directory.GetFiles(folder, "*.yaml").Select(file => Path.GetFileName(file)!).Where(file => !file.StartsWith('.')).Order(StringComparer.Ordinal);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(".", 0, wrong.Message, "let the bot read this folder."));
            return [];
        }
    }

    internal Finding Error(string problem, string mend) => new(new(File, Line, $"“{Id}”, {Field}: {problem}", mend), IsError: true);
}
