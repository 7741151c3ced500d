using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Demo;

/// <summary>What is answered by button in one of the invented stories.</summary>
/// <param name="Name">By which its words are found in each language.</param>
/// <param name="Share">How often it is told, against the others.</param>
/// <param name="MoreIn">Where it is told twice as often.</param>
/// <param name="Facets">The answers, without place and citizenship.</param>
sealed record Scene(string Name, int Share, Region? MoreIn, Facets Facets);

/// <summary>The invented words of one language.</summary>
sealed record Told(IReadOnlyDictionary<string, string> Reports, string Added, IReadOnlyList<string> Answers);

/// <summary>All that invented people say (<c>invented.yaml</c>).</summary>
sealed record Library(IReadOnlyList<Scene> Scenes, IReadOnlyDictionary<Language, Told> Told, IReadOnlyList<string> Notes)
{
    const string Share = "share", MoreIn = "more-in";

    public static Library Read()
    {
        using var resource = typeof(Library).Assembly.GetManifestResourceStream("demo/invented.yaml")
            ?? throw new InvalidOperationException("invented.yaml is not in the assembly: look at EmbeddedResource in MigrantBot.csproj.");
        using var reader = new StreamReader(resource);
        var stream = new YamlStream();
        stream.Load(reader);
        var root = stream.Documents[0].RootNode;
        return new(
            [.. Pairs(root["scenes"]).Select(one => ReadScene(one.Name, one.Value))],
            Pairs(root["told"]).ToDictionary(one => Language.Find(one.Name) ?? throw new InvalidOperationException($"invented.yaml: “{one.Name}” is no language."), one => ReadTold(one.Value)),
            Texts(root["notes"]));
    }

    static Scene ReadScene(string name, YamlNode node)
    {
        var values = Pairs(node).ToDictionary(one => one.Name, one => one.Value.ToString());
        return new(
            name, int.Parse(values[Share], System.Globalization.CultureInfo.InvariantCulture), values.TryGetValue(MoreIn, out var region) ? Code.Read<Region>(region) : null,
            FacetChanges.Apply(new(), values.Where(one => one.Key is not (Share or MoreIn))));
    }

    static Told ReadTold(YamlNode node) => new(
        Pairs(node["reports"]).ToDictionary(one => one.Name, one => one.Value.ToString()), node["added"].ToString(), Texts(node["answers"]));

    static IEnumerable<(string Name, YamlNode Value)> Pairs(YamlNode node) => ((YamlMappingNode)node).Children.Select(one => (one.Key.ToString(), one.Value));

    static IReadOnlyList<string> Texts(YamlNode node) => [.. ((YamlSequenceNode)node).Select(one => one.ToString())];
}
