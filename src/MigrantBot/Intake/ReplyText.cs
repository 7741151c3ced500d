using System.Text.Json;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake;

/// <summary>What is sealed in a reply: <c>{"v":1,"text":"…"}</c> in UTF-8.</summary>
static class ReplyText
{
    /// <summary>Most characters of a reply: what a moderator's page lets through, and what fits a message of Telegram with the screen around it.</summary>
    public const int MostCharacters = 2000;

    /// <summary>The words; null where they are none, too many, or of another version.</summary>
    public static Words? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement is { ValueKind: JsonValueKind.Object } reply
                && reply.TryGetProperty("v", out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1
                && reply.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && new Words(text.GetString()!) is { AreEmpty: false, Length: <= MostCharacters } words
                    ? words
                    : null;
        }
        catch (Exception notReadable) when (notReadable is JsonException or InvalidOperationException)
        {
            // The reader says by exceptions that bytes are no JSON, or no UTF-8; to us it is an answer.
            return null;
        }
    }
}
