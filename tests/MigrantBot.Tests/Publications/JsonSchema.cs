using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Publications;

/// <summary>As much of JSON Schema as our document uses. A keyword that it does not know is a fault: nothing passes unlooked at.</summary>
sealed class JsonSchema(JsonElement document)
{
    public IEnumerable<string> Faults(JsonElement value, JsonElement schema, string at = "$") =>
        schema.EnumerateObject().SelectMany(rule => Faults(value, schema, rule, at));

    public JsonElement Resolve(JsonElement schema) =>
        schema.TryGetProperty("$ref", out var reference)
            ? reference.GetString()![2..].Split('/').Aggregate(document, (found, name) => found.GetProperty(name))
            : schema;

    IEnumerable<string> Faults(JsonElement value, JsonElement schema, JsonProperty rule, string at) => rule.Name switch
    {
        "description" or "example" or "format" or "properties" => rule.Name == "properties" ? Properties(value, rule.Value, at) : [],
        "$ref" => Faults(value, Resolve(schema), at),
        "type" => If(TypeOf(value, rule.Value.GetString()!) != rule.Value.GetString(), $"{at} is no {rule.Value}"),
        "const" => If(!JsonElement.DeepEquals(value, rule.Value), $"{at} is not {rule.Value}"),
        "enum" => If(!rule.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{at}: {value} is none of {rule.Value}"),
        "pattern" => If(!Regex.IsMatch(value.GetString()!, rule.Value.GetString()!), $"{at}: {value} is not like {rule.Value}"),
        "minimum" => If(value.GetDouble() < rule.Value.GetDouble(), $"{at}: {value} is below {rule.Value}"),
        "minItems" => If(value.GetArrayLength() < rule.Value.GetInt32(), $"{at} has fewer than {rule.Value}"),
        "maxItems" => If(value.GetArrayLength() > rule.Value.GetInt32(), $"{at} has more than {rule.Value}"),
        "items" => value.EnumerateArray().SelectMany((one, index) => Faults(one, rule.Value, $"{at}[{index.ToString(CultureInfo.InvariantCulture)}]")),
        "anyOf" => If(rule.Value.EnumerateArray().All(one => Faults(value, one, at).Any()), $"{at}: {value} is none of what it may be"),
        "required" => rule.Value.EnumerateArray().Where(name => !value.TryGetProperty(name.GetString()!, out _)).Select(name => $"{at} lacks {name}"),
        "propertyNames" => value.EnumerateObject().SelectMany(one => Faults(JsonSerializer.SerializeToElement(one.Name), rule.Value, $"{at} names {one.Name}")),
        "additionalProperties" when rule.Value.ValueKind == JsonValueKind.False => Others(value, schema).Select(one => $"{at} has {one.Name}, which is not described"),
        "additionalProperties" => Others(value, schema).SelectMany(one => Faults(one.Value, rule.Value, $"{at}.{one.Name}")),
        _ => [$"The document uses “{rule.Name}”, which this test does not know."],
    };

    IEnumerable<string> Properties(JsonElement value, JsonElement properties, string at) =>
        value.ValueKind != JsonValueKind.Object ? [] : properties.EnumerateObject().SelectMany(one =>
            value.TryGetProperty(one.Name, out var held) ? Faults(held, one.Value, $"{at}.{one.Name}") : []);

    static IEnumerable<JsonProperty> Others(JsonElement value, JsonElement schema) => value.EnumerateObject().Where(one =>
        !schema.TryGetProperty("properties", out var described) || !described.TryGetProperty(one.Name, out _));

    static string TypeOf(JsonElement value, string expected) => value.ValueKind switch
    {
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Null => "null",
        JsonValueKind.Number => expected == "integer" && value.TryGetInt64(out _) ? "integer" : "number",
        _ => "boolean",
    };

    static IEnumerable<string> If(bool isWrong, string fault) => isWrong ? [fault] : [];
}
