using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Texts;

/// <summary>One YAML file with the line of each value; what cannot be read becomes a fault, never an exception.</summary>
static class Yaml
{
    /// <summary>Editors of some systems still save in another encoding; that has to be seen, not printed as question marks.</summary>
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The root of the file; null after adding a fault, or where the file is empty.</summary>
    internal static YamlNode? Read(string folder, string file, ICollection<Fault> faults)
    {
        try
        {
            using var reader = new StreamReader(Path.Combine(folder, file), Strict);
            var stream = new YamlStream();
            stream.Load(reader);
            if (stream.Documents is [_, var second, ..])
                faults.Add(new(file, second.RootNode.Start.Line, "A second document begins here; only the first would be read.", "remove the line   ---   above."));
            return stream.Documents is [var document, ..] ? document.RootNode : null;
        }
        catch (YamlException wrong)
        {
            faults.Add(new(file, wrong.Start.Line, $"This is not YAML: {wrong.Message}", "look at quotes, colons and indentation on this line and the one above."));
            return null;
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new(file, 0, "The file is not in UTF-8.", "save it again with the encoding UTF-8."));
            return null;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            faults.Add(new(file, 0, wrong.Message, "put the file there, readable by the bot."));
            return null;
        }
    }

    /// <summary>Every text of nested maps, its key joined by points.</summary>
    internal static IEnumerable<(string Key, string Text, long Line)> Texts(YamlNode node, string prefix, string file, ICollection<Fault> faults)
    {
        if (node is not YamlMappingNode map)
        {
            faults.Add(new(file, node.Start.Line, $"Under “{prefix}” a list or a bare word stands where “name: text” is expected.", "write   name: \"text\"   with two more spaces than the line above."));
            yield break;
        }
        foreach (var (name, value) in map.Children)
        {
            var key = prefix.Length == 0 ? name.ToString() : $"{prefix}.{name}";
            if (value is YamlScalarNode scalar && string.IsNullOrWhiteSpace(scalar.Value))
                faults.Add(new(file, value.Start.Line, $"The key “{key}” has no words.", "write them behind it, between quotes."));
            else if (value is YamlScalarNode { Value: { } text })
                yield return (key, text, value.Start.Line);
            else
                foreach (var inner in Texts(value, key, file, faults))
                    yield return inner;
        }
    }
}
