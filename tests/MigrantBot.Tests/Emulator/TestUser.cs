using System.Text.Json.Nodes;

namespace MigrantBot.Tests.Emulator;

/// <summary>
/// A person in a private chat with the bot. Each action gives a <see cref="Posted"/>: await its <c>Done</c> for the chat as it looks once the
/// bot has finished with it. The names and numbers are there to be found should they ever leak.
/// </summary>
sealed class TestUser(BotApiEmulator emulator, long id, string language)
{
    public const string FirstName = "Зафарбек";
    public const string LastName = "Тестиев";
    public const string Username = "zafar_leak_probe";
    public const string Phone = "+998901112233";

    public long Id => id;

    public Seen Sees() => emulator.See(id);

    public Posted Sends(string text) => emulator.Write(id, From(), text);

    public Posted SendsPhoto(string caption = "подпись") => Sends("photo", new JsonObject
    {
        ["photo"] = new JsonArray(new JsonObject { ["file_id"] = "AgACphoto", ["file_unique_id"] = "AQADphoto", ["width"] = 90, ["height"] = 60 }),
        ["caption"] = caption,
    });

    public Posted SendsVoice() => Sends("voice", new JsonObject { ["voice"] = File("voice", "duration") });

    public Posted SendsSticker() => Sends("sticker", new JsonObject { ["sticker"] = File("sticker", "width") });

    public Posted SendsDocument() => Sends("document", new JsonObject { ["document"] = File("document", "file_size") });

    public Posted SendsContact() => Sends("contact", new JsonObject
    {
        ["contact"] = new JsonObject { ["phone_number"] = Phone, ["first_name"] = FirstName, ["user_id"] = id },
    });

    public Posted SendsLocation() => Sends("location", new JsonObject { ["location"] = new JsonObject { ["latitude"] = 55.75, ["longitude"] = 37.61 } });

    public Posted SendsPoll() => Sends("poll", new JsonObject { ["poll"] = new JsonObject { ["id"] = "1", ["question"] = "?", ["options"] = new JsonArray() } });

    public Posted Forwards(string text) => Sends("forward", new JsonObject
    {
        ["text"] = text,
        ["forward_origin"] = new JsonObject { ["type"] = "hidden_user", ["sender_user_name"] = "Чужое Имя", ["date"] = 1_790_000_000 },
    });

    public Posted Edits(string text) => emulator.Write(id, From(), text, kind: "edited_message");

    public Posted SetsAutoDelete() => Sends("notice", new JsonObject
    {
        ["message_auto_delete_timer_changed"] = new JsonObject { ["message_auto_delete_time"] = 86400 },
    });

    public Posted Blocks() => emulator.Block(id, From(), true);

    public Posted Returns() => emulator.Block(id, From(), false);

    public void ClearsHistory() => emulator.ForgetHistory(id);

    /// <summary>Presses the button of the newest screen with this label, or else the first whose label holds the fragment.</summary>
    public Posted Presses(string label) => Presses(Sees().Screen, label);

    public Posted Presses(EmulatedMessage message, string label) => emulator.Press(id, From(), message, DataOf(message, label));

    /// <summary>Presses it when Telegram no longer shows the message to the bot.</summary>
    public Posted PressesInaccessible(EmulatedMessage message, string label) =>
        emulator.Press(id, From(), message, DataOf(message, label), isInaccessible: true);

    /// <summary>As a changed client can: any data at all.</summary>
    public Posted Forges(string data) => emulator.Press(id, From(), Sees().Screen, data);

    /// <summary>Opens the chat anew and writes, as most do: <c>/start</c>.</summary>
    public Posted Starts() => Sends("/start");

    static string DataOf(EmulatedMessage message, string label) =>
        message.Buttons.SelectMany(row => row)
            .Where(button => button.Label.Contains(label, StringComparison.Ordinal)).MinBy(button => button.Label == label ? 0 : 1)?.Data
        ?? throw new InvalidOperationException($"No button \"{label}\" under:\n{new Seen([message])}");

    Posted Sends(string what, JsonObject content) => emulator.Write(id, From(), $"({what})", content);

    JsonObject From() => new()
    {
        ["id"] = id, ["is_bot"] = false, ["first_name"] = FirstName, ["last_name"] = LastName, ["username"] = Username, ["language_code"] = language,
    };

    static JsonObject File(string kind, string number) => new() { ["file_id"] = $"CQAC{kind}", ["file_unique_id"] = $"AgAD{kind}", [number] = 3 };
}
