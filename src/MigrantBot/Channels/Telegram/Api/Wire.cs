using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MigrantBot.Channels.Telegram.Api;

/// <summary>Data on the wire. It prints as the name of its type, so that no id and no text can slip into a log.</summary>
abstract record Wire
{
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Notices that a field is there without looking at what it holds.</summary>
sealed class Presence : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        reader.Skip();
        return true;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>
/// Writes a text in pieces so short that the framework escapes them on its stack: for a longer one it borrows a buffer from a pool of the whole process
/// and gives it back with the text in it.
/// </summary>
sealed class Piecewise : JsonConverter<string>
{
    /// <summary>Escaped at most six times as long, and so within the 256 letters for which the framework takes no buffer.</summary>
    const int Most = 40;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString();

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        for (var at = 0; at < value.Length; at += Most)
            writer.WriteStringValueSegment(value.AsSpan(at, Math.Min(Most, value.Length - at)), isFinalSegment: false);
        writer.WriteStringValueSegment("", isFinalSegment: true);
    }
}

/// <summary>JSON as the Bot API writes it. A field that must be there and is not, or is null, makes a value unreadable.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Update))]
[JsonSerializable(typeof(BotCommand[]))]
[JsonSerializable(typeof(BotDescription))]
[JsonSerializable(typeof(BotShortDescription))]
[JsonSerializable(typeof(BotName))]
[JsonSerializable(typeof(WebhookInfo))]
[JsonSerializable(typeof(SentMessage))]
[JsonSerializable(typeof(SentVoice))]
[JsonSerializable(typeof(GetMe))]
[JsonSerializable(typeof(GetUpdates))]
[JsonSerializable(typeof(SendMessage))]
[JsonSerializable(typeof(EditMessageText))]
[JsonSerializable(typeof(EditMessageReplyMarkup))]
[JsonSerializable(typeof(AnswerCallbackQuery))]
[JsonSerializable(typeof(DeleteMessage))]
[JsonSerializable(typeof(DeleteMessages))]
[JsonSerializable(typeof(SetMyCommands))]
[JsonSerializable(typeof(GetMyCommands))]
[JsonSerializable(typeof(DeleteMyCommands))]
[JsonSerializable(typeof(SetMyDescription))]
[JsonSerializable(typeof(GetMyDescription))]
[JsonSerializable(typeof(SetMyShortDescription))]
[JsonSerializable(typeof(GetMyShortDescription))]
[JsonSerializable(typeof(SetMyName))]
[JsonSerializable(typeof(GetMyName))]
[JsonSerializable(typeof(SetWebhook))]
[JsonSerializable(typeof(DeleteWebhook))]
[JsonSerializable(typeof(GetWebhookInfo))]
[JsonSerializable(typeof(SetChatMenuButton))]
sealed partial class WireJson : JsonSerializerContext;

/// <summary>How we read and write it: Cyrillic as it is, three times shorter than escaped; and a deeply nested field of one update does not spoil a batch.</summary>
static class Json
{
    public static readonly WireJson Types = new(new JsonSerializerOptions(WireJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = 512,
    });
}
