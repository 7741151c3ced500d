using MigrantBot.Texts;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Content.Checks;

/// <summary>One value of a data file: a name, a number, a sentence in Russian; <paramref name="Field"/> is the field of the item that it stands under.</summary>
sealed record DataValue(string File, long Line, string Id, string Field, string Value)
{
    /// <summary>Every value of every data file; what cannot be read has been refused by loading.</summary>
    internal static IReadOnlyList<DataValue> ReadAll(string folder) =>
    [
        .. from path in Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal)
           let file = Path.GetFileName(path)
           where file != LanguageRulesFile.Name
           from item in Yaml.Read(folder, file, []) is YamlSequenceNode list ? list.Children.OfType<YamlMappingNode>() : []
           let id = item.Children.TryGetValue(new YamlScalarNode("id"), out var given) ? given.ToString() : ""
           from field in item.Children
           from scalar in field.Value.AllNodes.OfType<YamlScalarNode>()
           where !string.IsNullOrEmpty(scalar.Value)
           select new DataValue(file, scalar.Start.Line, id, field.Key.ToString(), scalar.Value!),
    ];

    internal Finding Error(string problem, string mend) => new(new(File, Line, $"“{Id}”, {Field}: {problem}", mend), IsError: true);
}
