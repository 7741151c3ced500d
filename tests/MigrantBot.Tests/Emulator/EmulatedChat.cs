using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrantBot.Tests.Emulator;

/// <summary>A message in a chat. The person's own have no markup.</summary>
sealed record EmulatedMessage(long Id, bool IsFromBot, DateTimeOffset SentAt, string Text, IReadOnlyList<Entity> Entities)
{
    public bool IsProtected { get; init; }

    /// <summary>Where it is a voice message: the name under which the file is kept, and its bytes.</summary>
    public EmulatedVoice? Voice { get; init; }

    /// <summary>The inline keyboard as it was sent.</summary>
    public string Markup { get; init; } = "";

    public IReadOnlyList<IReadOnlyList<SeenButton>> Buttons => Markup.Length == 0
        ? []
        : [.. JsonDocument.Parse(Markup).RootElement.GetProperty("inline_keyboard").EnumerateArray().Select(row =>
            (IReadOnlyList<SeenButton>)[.. row.EnumerateArray().Select(button => new SeenButton(
                button.GetProperty("text").GetString()!,
                button.TryGetProperty("callback_data", out var data) ? data.GetString() : null,
                button.TryGetProperty("url", out var url) ? url.GetString() : null,
                button.TryGetProperty("copy_text", out var copy) ? copy.GetProperty("text").GetString() : null,
                button.TryGetProperty("style", out var style) ? style.GetString() : null))])];

    public bool LooksLike(EmulatedMessage other) => Text == other.Text && Markup == other.Markup && Entities.SequenceEqual(other.Entities);

    public JsonObject ToJson(JsonObject chat, JsonObject from)
    {
        var json = new JsonObject
        {
            ["message_id"] = Id, ["from"] = from, ["chat"] = chat, ["date"] = SentAt.ToUnixTimeSeconds(),
        };
        if (Voice is { } voice)
            json["voice"] = new JsonObject { ["file_id"] = voice.FileId, ["file_unique_id"] = $"AgAD{voice.FileId.Length}", ["duration"] = 3 };
        else
            json["text"] = Text;
        if (Entities.Count > 0)
            json["entities"] = new JsonArray([.. Entities.Select(entity => new JsonObject { ["type"] = entity.Type, ["offset"] = entity.Offset, ["length"] = entity.Length })]);
        if (Markup.Length > 0)
            json["reply_markup"] = JsonNode.Parse(Markup);
        if (IsProtected)
            json["has_protected_content"] = true;
        return json;
    }
}

/// <summary>A voice message's file.</summary>
sealed record EmulatedVoice(string FileId, byte[] Bytes);

/// <summary>A button as a person sees it, and where it leads.</summary>
sealed record SeenButton(string Label, string? Data, string? Url, string? Copy, string? Style);

/// <summary>A chat as the person sees it at one moment.</summary>
sealed record Seen(IReadOnlyList<EmulatedMessage> Messages)
{
    /// <summary>The newest message of the bot that shows something.</summary>
    public EmulatedMessage Screen => Messages.LastOrDefault(message => message is { IsFromBot: true, Voice: null })
        ?? throw new InvalidOperationException("The bot has no message in this chat.");

    public string Text => Screen.Text;

    public IReadOnlyList<string> Labels => [.. Screen.Buttons.SelectMany(row => row).Select(button => button.Label)];

    /// <summary>What can be heard, from the oldest to the newest.</summary>
    public IEnumerable<EmulatedMessage> Voices => Messages.Where(message => message.Voice is not null);

    public IEnumerable<EmulatedMessage> FromBot => Messages.Where(message => message.IsFromBot);

    public IEnumerable<EmulatedMessage> FromPerson => Messages.Where(message => !message.IsFromBot);

    /// <summary>The whole chat in a form that a person can read and a test can compare.</summary>
    public override string ToString() => string.Join("\n\n", Messages.Select(message =>
        $"{(message.IsFromBot ? "bot" : "me")}{(message.IsProtected ? " (protected)" : "")}: {(message.Voice is null ? message.Text : "🔊")}"
        + string.Concat(message.Buttons.Select(row => "\n" + string.Join(' ', row.Select(button => $"[{button.Label}]"))))));
}
