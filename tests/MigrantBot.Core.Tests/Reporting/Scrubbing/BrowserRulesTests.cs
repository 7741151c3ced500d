using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting.Scrubbing;

/// <summary>
/// The browser scrubs by the same patterns, words and numbers: <c>scrub-rules.js</c> is written from the fields of the C# rules and never by hand.
/// <c>UPDATE_SCRUB_RULES=1</c> writes it anew.
/// </summary>
public sealed class BrowserRulesTests
{
    const BindingFlags Fields = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_browser_has_the_same_rules()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_SCRUB_RULES") == "1")
            File.WriteAllText(Path(), Written());
        Assert.Equal(Written(), File.ReadAllText(Path()));
    }

    static string Written()
    {
        var written = new StringBuilder("// Written from the C# rules by BrowserRulesTests (UPDATE_SCRUB_RULES=1), never by hand.\n\nexport const rules = {\n");
        foreach (var type in Rules().OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            // Strings beside patterns are what the patterns are made of.
            var hasPatterns = type.Namespace != typeof(Scrubber).Namespace && type.GetFields(Fields).Any(field => field.FieldType == typeof(Regex));
            var fields = type.GetFields(Fields).Where(field => !hasPatterns || !field.IsLiteral || field.FieldType != typeof(string))
                .Select(field => (field.Name, Value: Value(field.GetValue(null)))).Where(field => field.Value is not null).OrderBy(field => field.Name, StringComparer.Ordinal).ToList();
            if (fields.Count == 0)
                continue;
            written.Append(CultureInfo.InvariantCulture, $"  {type.Name}: {{\n");
            foreach (var (name, value) in fields)
                written.Append(CultureInfo.InvariantCulture, $"    {name}: {value},\n");
            written.Append("  },\n");
        }
        return written.Append("  // First code point, how many, value of the first; each next is one more.\n  numerals: ").Append(Numerals()).Append(",\n};\n").ToString();
    }

    static IEnumerable<Type> Rules() => typeof(Scrubber).Assembly.GetTypes().Where(type => !type.IsEnum && !type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        && (type.Namespace == $"{typeof(Scrubber).Namespace}.Scrubbing" || type == typeof(Scrubber) || type == typeof(Names)));

    static string? Value(object? value) => value switch
    {
        Regex pattern => JsonSerializer.Serialize(pattern.ToString(), Readable),
        string or int => JsonSerializer.Serialize(value, Readable),
        char letter => JsonSerializer.Serialize($"{letter}", Readable),
        IDictionary known => JsonSerializer.Serialize(string.Join(' ', known.Keys.Cast<string>().Order(StringComparer.Ordinal).Select(word => $"{word}:{known[word]}")), Readable),
        IEnumerable<string> words => JsonSerializer.Serialize(string.Join('|', words.Order(StringComparer.Ordinal)), Readable),
        _ => null,
    };

    /// <summary>Signs of any script with a whole value up to 50, as runs in which the value grows by one.</summary>
    static string Numerals()
    {
        List<(int First, int Count, int Value)> runs = [];
        for (var code = 0; code <= 0x10FFFF; code++)
        {
            if (!Rune.IsValid(code) || Rune.GetUnicodeCategory(new Rune(code)) is not (UnicodeCategory.DecimalDigitNumber or UnicodeCategory.OtherNumber))
                continue;
            var value = Rune.GetNumericValue(new Rune(code));
            if (value is < 0 or > 50 || !double.IsInteger(value))
                continue;
            if (runs.Count > 0 && runs[^1] is var last && last.First + last.Count == code && last.Value + last.Count == (int)value)
                runs[^1] = last with { Count = last.Count + 1 };
            else
                runs.Add((code, 1, (int)value));
        }
        return "[" + string.Join(", ", runs.Select(run => $"[{run.First}, {run.Count}, {run.Value}]")) + "]";
    }

    static string Path([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "../../../../src/MigrantBot/Channels/WebChat/Browser/scrub-rules.js"));
}
