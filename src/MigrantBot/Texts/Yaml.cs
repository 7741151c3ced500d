using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace MigrantBot.Texts;

/// <summary>One YAML file with the line of each value; what cannot be read becomes a fault, never an exception.</summary>
static class Yaml
{
    /// <summary>Editors of some systems still save in another encoding; that has to be seen, not printed as question marks.</summary>
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Nobody's file needs more; reading on would go so deep that the process breaks.</summary>
    const int MostNested = 20;

    /// <summary>The root of the file; null after adding a fault, or where the file is empty.</summary>
    internal static YamlNode? Read(string folder, string file, ICollection<Fault> faults)
    {
        var text = "";
        try
        {
            text = File.ReadAllText(Path.Combine(folder, file), Strict);
            if ((HalfWritten(text, file) ?? Endless(text, file)) is { } fault)
            {
                faults.Add(fault);
                return null;
            }
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [_, var second, ..])
                faults.Add(new(file, second.RootNode.Start.Line, "A second document begins here; only the first would be read.", "remove the line   ---   above."));
            return stream.Documents is [var document, ..] ? document.RootNode : null;
        }
        catch (YamlException wrong)
        {
            faults.Add(Tab(text, file) ?? new(file, wrong.Start.Line, $"This is not YAML: {wrong.Message}", "look at quotes, colons and indentation on this line and the one above."));
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

    /// <summary>YAML ends at such a sign, and what stands behind it would be lost in silence.</summary>
    static Fault? HalfWritten(string text, string file) =>
        text.IndexOf('\0') is var end and >= 0 ? new(file, text[..end].Count(sign => sign == '\n') + 1, "The file holds signs that are no text, as after a computer stopped while saving.", "save it again from your editor, or take it from the last version.") : null;

    /// <summary>What most often is wrong and is never seen; the reader of YAML names the line where the list began.</summary>
    static Fault? Tab(string text, string file)
    {
        var line = Array.FindIndex(text.Split('\n'), one => one.TrimStart(' ').StartsWith('\t')) + 1;
        return line == 0 ? null : new(file, line, "This is not YAML: the line begins with a tab.", "put blanks in its place, as many as in the line above.");
    }

    /// <summary>A file that leads into itself, or down without end: found before a tree is made of it, which nobody could walk to its end.</summary>
    static Fault? Endless(string text, string file)
    {
        var parser = new Parser(new StringReader(text));
        for (var depth = 0; parser.MoveNext(); depth += parser.Current!.NestingIncrease)
            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
                return new(file, parser.Current.Start.Line, "& or * before a name makes one value stand in several places, which cannot be read here.", "write the value out; a text that begins with & or * goes between quotes.");
            else if (depth > MostNested)
                return new(file, parser.Current!.Start.Line, $"Lists or maps stand in each other more than {MostNested} deep.", "look for brackets [ { that are never closed.");
        return null;
    }

    /// <summary>True for blanks, and for what YAML itself calls nothing: <c>~</c> is no lawyer who has read it.</summary>
    internal static bool IsNothing(YamlScalarNode scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null" or "Null" or "NULL");

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
            if (value is YamlScalarNode { Value: { } text } scalar && !IsNothing(scalar))
            {
                if (scalar.Style == ScalarStyle.Plain)
                    faults.Add(new(file, value.Start.Line, $"The words of “{key}” stand without quotes.", "write them between quotes: else a # takes away what follows it."));
                yield return (key, text, value.Start.Line);
            }
            else if (value is YamlScalarNode)
                faults.Add(new(file, value.Start.Line, $"The key “{key}” has no words.", "write them behind it, between quotes."));
            else
                foreach (var inner in Texts(value, key, file, faults))
                    yield return inner;
        }
    }
}
