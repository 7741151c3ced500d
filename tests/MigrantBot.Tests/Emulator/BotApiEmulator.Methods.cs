using System.Text.Json;
using System.Text.Json.Nodes;

namespace MigrantBot.Tests.Emulator;

sealed partial class BotApiEmulator
{
    static readonly TimeSpan ClickLives = TimeSpan.FromSeconds(150);
    static readonly TimeSpan Deletable = TimeSpan.FromHours(48);

    readonly Dictionary<long, List<EmulatedMessage>> chats = [];
    readonly Dictionary<string, (DateTimeOffset At, long Chat, long Message)> clicks = [];
    readonly Dictionary<string, string> profile = [];
    readonly HashSet<long> blockers = [];
    readonly Dictionary<string, byte[]> voices = [];
    long lastUser = 5_100_200_300;
    long lastMessage = 40;
    (CancellationTokenSource Ended, object Key)? poll;
    string webhook = "";

    /// <summary>Clicks whose progress bar still turns: neither acknowledged nor gone with their message.</summary>
    public int UnansweredClicks
    {
        get
        {
            lock (gate)
                return clicks.Values.Count(click => MessagesOf(click.Chat).Any(message => message.Id == click.Message));
        }
    }

    /// <summary>The secret that the bot asked Telegram to send along.</summary>
    public string? WebhookSecret { get; private set; }

    /// <summary>What the bot has set about itself: <c>commands/uz</c>, <c>description/</c> …</summary>
    public string? Profile(string key)
    {
        lock (gate)
            return profile.GetValueOrDefault(key);
    }

    List<EmulatedMessage> MessagesOf(long chat) => chats.TryGetValue(chat, out var messages) ? messages : chats[chat] = [];

    async Task<object> Do(Call call, CancellationToken gone)
    {
        if (call.Method == "getUpdates")
            return await GetUpdates(call.Request, gone);
        lock (gate)
            return call.Chat is { } chat && blockers.Contains(chat) ? new Refused(403, "Forbidden: bot was blocked by the user") : DoNow(call);
    }

    object DoNow(Call call) => call.Method switch
    {
        "getMe" => """{"id":7000000001,"is_bot":true,"first_name":"Emulated","username":"emulated_bot"}""",
        "sendMessage" => SendMessage(call.Request),
        "sendVoice" => SendVoice(call),
        "editMessageText" => EditMessage(call.Request, message => Compose(call.Request, message)),
        "editMessageReplyMarkup" => EditMessage(call.Request, message => message with { Markup = Markup(call.Request) }),
        "answerCallbackQuery" => AnswerCallbackQuery(call.Request),
        "deleteMessage" => DeleteMessages(call.Request, [call.Request.GetProperty("message_id").GetInt64()], isOne: true),
        "deleteMessages" => DeleteMessages(call.Request, [.. call.Request.GetProperty("message_ids").EnumerateArray().Select(id => id.GetInt64())], isOne: false),
        "setMyCommands" => Set("commands", call.Request, call.Request.GetProperty("commands").GetRawText()),
        "deleteMyCommands" => Set("commands", call.Request, "[]"),
        "getMyCommands" => Get("commands", call.Request) ?? "[]",
        "setMyDescription" or "setMyShortDescription" or "setMyName" => Set(Part(call.Method), call.Request, call.Request.GetProperty(Part(call.Method)).GetString()!),
        "getMyDescription" or "getMyShortDescription" or "getMyName" =>
            new JsonObject { [Part(call.Method)] = Get(Part(call.Method), call.Request) ?? "" }.ToJsonString(),
        "setWebhook" => SetWebhook(call.Request),
        "deleteWebhook" => ForgetWebhook(),
        "getWebhookInfo" => new JsonObject { ["url"] = webhook, ["has_custom_certificate"] = false, ["pending_update_count"] = 0 }.ToJsonString(),
        "setChatMenuButton" => "true",
        _ => throw new InvalidOperationException($"The table has {call.Method}, the emulator does not do it."),
    };

    async Task<object> GetUpdates(JsonElement request, CancellationToken gone)
    {
        var key = new object();
        using var ended = new CancellationTokenSource();
        lock (gate)
        {
            if (webhook.Length > 0)
                return new Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            poll?.Ended.Cancel();
            poll = (ended, key);
        }
        try
        {
            if (request.TryGetProperty("offset", out var offset))
                queue.ConfirmBelow(offset.GetInt64());
            var seconds = request.TryGetProperty("timeout", out var timeout) ? timeout.GetInt32() : 0;
            using var either = CancellationTokenSource.CreateLinkedTokenSource(gone, ended.Token);
            var over = Task.Delay(TimeSpan.FromSeconds(seconds), time, either.Token);
            while (true)
            {
                var (updates, arrival) = queue.Look(request.TryGetProperty("limit", out var limit) ? limit.GetInt32() : 100);
                if (ended.IsCancellationRequested)
                    return new Refused(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running");
                if (updates.Count > 0 || over.IsCompleted)
                    return $"[{string.Join(',', updates.Select(update => update.Json))}]";
                await Task.WhenAny(arrival, over);
            }
        }
        finally
        {
            lock (gate)
                if (poll?.Key == key)
                    poll = null;
        }
    }

    object SendMessage(JsonElement request)
    {
        var chat = request.GetProperty("chat_id").GetInt64();
        var message = new EmulatedMessage(++lastMessage, true, time.GetUtcNow(), "", [])
        {
            IsProtected = request.TryGetProperty("protect_content", out var isProtected) && isProtected.GetBoolean(),
        };
        if (Compose(request, message) is not { } composed)
            return new Refused(400, "Bad Request: can't parse entities or wrong length");
        MessagesOf(chat).Add(composed);
        return composed.ToJson(ChatJson(chat), BotJson()).ToJsonString();
    }

    /// <summary>Keeps the bytes under a name of its own, by which they may be sent again.</summary>
    object SendVoice(Call call)
    {
        var given = call.Request.GetProperty("voice");
        var id = given.ValueKind == JsonValueKind.String ? given.GetString()! : $"AwACAgQAAx{voices.Count}";
        if (call.Files.TryGetValue("voice", out var bytes))
            voices[id] = bytes;
        if (!voices.TryGetValue(id, out var kept))
            return new Refused(400, "Bad Request: wrong file identifier/HTTP URL specified");
        if (!kept.AsSpan().StartsWith("OggS"u8))
            violations.Enqueue("voice: not an OGG");
        var chat = call.Request.GetProperty("chat_id").GetInt64();
        var message = new EmulatedMessage(++lastMessage, true, time.GetUtcNow(), "", [])
        {
            IsProtected = call.Request.TryGetProperty("protect_content", out var isProtected) && isProtected.GetBoolean(),
            Voice = new(id, kept),
        };
        MessagesOf(chat).Add(message);
        return message.ToJson(ChatJson(chat), BotJson()).ToJsonString();
    }

    /// <summary>Every name that was given to a file is forgotten.</summary>
    public void ForgetFiles()
    {
        lock (gate)
            voices.Clear();
    }

    object EditMessage(JsonElement request, Func<EmulatedMessage, EmulatedMessage?> change)
    {
        var messages = MessagesOf(request.GetProperty("chat_id").GetInt64());
        var index = messages.FindIndex(message => message.Id == request.GetProperty("message_id").GetInt64());
        if (index < 0)
            return new Refused(400, "Bad Request: message to edit not found");
        if (!messages[index].IsFromBot)
            return new Refused(400, "Bad Request: message can't be edited");
        if (messages[index].Voice is not null)
            return new Refused(400, "Bad Request: there is no text in the message to edit");
        if (change(messages[index]) is not { } changed)
            return new Refused(400, "Bad Request: can't parse entities or wrong length");
        if (changed.LooksLike(messages[index]))
            return new Refused(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message");
        messages[index] = changed;
        return changed.ToJson(ChatJson(request.GetProperty("chat_id").GetInt64()), BotJson()).ToJsonString();
    }

    /// <summary>Null, and a violation, where the text is not one that Telegram takes.</summary>
    EmulatedMessage? Compose(JsonElement request, EmulatedMessage message)
    {
        var given = request.GetProperty("text").GetString()!;
        try
        {
            var (text, entities) = request.TryGetProperty("parse_mode", out _) ? TelegramHtml.Read(given) : (TelegramHtml.Clean(given).Trim(), []);
            if (text.Length is >= 1 and <= 4096)
                return message with { Text = text, Entities = entities, Markup = Markup(request) };
            violations.Enqueue($"text: {text.Length} characters");
        }
        catch (FormatException wrong)
        {
            violations.Enqueue($"text: {wrong.Message}");
        }
        return null;
    }

    static string Markup(JsonElement request) => request.TryGetProperty("reply_markup", out var markup) ? markup.GetRawText() : "";

    object AnswerCallbackQuery(JsonElement request) =>
        clicks.Remove(request.GetProperty("callback_query_id").GetString()!, out var click) && time.GetUtcNow() - click.At <= ClickLives
            ? "true"
            : new Refused(400, "Bad Request: query is too old and response timeout expired or query ID is invalid");

    object DeleteMessages(JsonElement request, IReadOnlyList<long> ids, bool isOne)
    {
        var messages = MessagesOf(request.GetProperty("chat_id").GetInt64());
        var there = messages.FindAll(message => ids.Contains(message.Id));
        if (isOne && there.Count == 0)
            return new Refused(400, "Bad Request: message to delete not found");
        if (there.Any(message => time.GetUtcNow() - message.SentAt > Deletable))
            return new Refused(400, "Bad Request: message can't be deleted");
        messages.RemoveAll(there.Contains);
        return "true";
    }

    object SetWebhook(JsonElement request)
    {
        webhook = request.GetProperty("url").GetString()!;
        if (webhook.Length > 0 && !webhook.StartsWith("https://", StringComparison.Ordinal))
            return new Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook");
        WebhookSecret = request.TryGetProperty("secret_token", out var secret) ? secret.GetString() : null;
        return "true";
    }

    string ForgetWebhook()
    {
        (webhook, WebhookSecret) = ("", null);
        return "true";
    }

    static string Part(string method) => method[5..] switch { "ShortDescription" => "short_description", var part => part.ToLowerInvariant() };

    string? Get(string part, JsonElement request) => profile.GetValueOrDefault(Key(part, request));

    string Set(string part, JsonElement request, string value)
    {
        profile[Key(part, request)] = value;
        return "true";
    }

    static string Key(string part, JsonElement request) => $"{part}/{(request.TryGetProperty("language_code", out var code) ? code.GetString() : "")}";

    static JsonObject BotJson() => new() { ["id"] = 7000000001, ["is_bot"] = true, ["first_name"] = "Emulated", ["username"] = "emulated_bot" };

    static JsonObject ChatJson(long id) => new()
    {
        ["id"] = id, ["type"] = "private", ["first_name"] = TestUser.FirstName, ["last_name"] = TestUser.LastName, ["username"] = TestUser.Username,
    };
}
