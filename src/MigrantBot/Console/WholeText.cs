using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrantBot.Console;

/// <summary>No text with a zero letter comes in: PostgreSQL can look for none, so a call that sends one is refused as a call.</summary>
sealed class WholeText : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is var text && text?.Contains('\0') != true ? text : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
