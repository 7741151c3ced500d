using System.Text.Json;

namespace MigrantBot.Channels.Telegram.Api;

/// <summary>One update as it came in. <paramref name="Update"/> is null where it could not be read; its number still confirms it.</summary>
sealed record Received(long Id, Update? Update)
{
    /// <summary>Reads one update by itself, so that an unreadable one spoils no other. Null where not even the number can be read.</summary>
    public static Received? Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("update_id", out var number)
            || number.ValueKind != JsonValueKind.Number
            || !number.TryGetInt64(out var id))
            return null;
        try
        {
            return new Received(id, element.Deserialize(Json.Types.Update));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new Received(id, null);
        }
    }

    public override string ToString() => nameof(Received);
}
