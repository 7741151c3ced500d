using System.Text;
using System.Text.Json;

namespace MigrantBot.Tests.Emulator;

/// <summary>A field that we use: its type in the words of the specification, and what its text may be.</summary>
sealed record Field(string Name, string Type, bool IsRequired = false, int Least = 0, int Most = int.MaxValue);

/// <summary>The methods and types of the Bot API that we use, with the fields that we use. Anything else is refused.</summary>
static class BotApiTable
{
    public static readonly IReadOnlyDictionary<string, Field[]> Methods = new Dictionary<string, Field[]>
    {
        ["getMe"] = [],
        ["getUpdates"] = [new("offset", "Integer"), new("limit", "Integer", Least: 1, Most: 100), new("timeout", "Integer", Least: 0, Most: 50), new("allowed_updates", "Array of String")],
        ["sendMessage"] =
        [
            new("chat_id", "Integer", true), new("text", "String", true, 1), new("parse_mode", "String"),
            new("link_preview_options", "LinkPreviewOptions"), new("protect_content", "Boolean"), new("reply_markup", "InlineKeyboardMarkup"),
        ],
        ["sendVoice"] = [new("chat_id", "Integer", true), new("voice", "InputFile", true, 1), new("protect_content", "Boolean")],
        ["editMessageText"] =
        [
            new("chat_id", "Integer", true), new("message_id", "Integer", true), new("text", "String", true, 1), new("parse_mode", "String"),
            new("link_preview_options", "LinkPreviewOptions"), new("reply_markup", "InlineKeyboardMarkup"),
        ],
        ["editMessageReplyMarkup"] = [new("chat_id", "Integer", true), new("message_id", "Integer", true), new("reply_markup", "InlineKeyboardMarkup")],
        ["answerCallbackQuery"] = [new("callback_query_id", "String", true, 1)],
        ["deleteMessage"] = [new("chat_id", "Integer", true), new("message_id", "Integer", true)],
        ["deleteMessages"] = [new("chat_id", "Integer", true), new("message_ids", "Array of Integer", true, 1, 100)],
        ["setMyCommands"] = [new("commands", "Array of BotCommand", true, 0, 100), Language],
        ["getMyCommands"] = [Language],
        ["deleteMyCommands"] = [Language],
        ["setMyDescription"] = [new("description", "String", Most: 512), Language],
        ["getMyDescription"] = [Language],
        ["setMyShortDescription"] = [new("short_description", "String", Most: 120), Language],
        ["getMyShortDescription"] = [Language],
        ["setMyName"] = [new("name", "String", Most: 64), Language],
        ["getMyName"] = [Language],
        ["setWebhook"] = [new("url", "String", true), new("secret_token", "String", Least: 1, Most: 256), new("allowed_updates", "Array of String")],
        ["deleteWebhook"] = [],
        ["getWebhookInfo"] = [],
        ["setChatMenuButton"] = [new("menu_button", "MenuButton")],
    };

    public static readonly IReadOnlyDictionary<string, Field[]> Types = new Dictionary<string, Field[]>
    {
        ["InlineKeyboardMarkup"] = [new("inline_keyboard", "Array of Array of InlineKeyboardButton", true, 1, 100)],
        ["InlineKeyboardButton"] =
        [
            new("text", "String", true, 1), new("style", "String"), new("callback_data", "String", Least: 1),
            new("url", "String", Least: 1), new("copy_text", "CopyTextButton"),
        ],
        ["CopyTextButton"] = [new("text", "String", true, 1, 256)],
        ["LinkPreviewOptions"] = [new("is_disabled", "Boolean")],
        ["BotCommand"] = [new("command", "String", true, 1, 32), new("description", "String", true, 1, 256)],
        ["MenuButton"] = [new("type", "String", true)],
    };

    /// <summary>What Telegram takes from a bot at once.</summary>
    const long MostBytes = 50 * 1024 * 1024;

    static Field Language => new("language_code", "String", Least: 0, Most: 2);

    /// <summary>What is wrong with a request; null where nothing is.</summary>
    public static string? WrongWith(string method, JsonElement request) =>
        Methods.TryGetValue(method, out var fields) ? WrongWithObject(method, fields, request) : $"{method}: unknown method";

    static string? WrongWithObject(string where, Field[] fields, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return $"{where}: not an object";
        if (value.EnumerateObject().Select(given => given.Name).FirstOrDefault(given => fields.All(field => field.Name != given)) is { } unknown)
            return $"{where}: unknown field {unknown}";
        foreach (var field in fields)
        {
            if (!value.TryGetProperty(field.Name, out var given))
            {
                if (field.IsRequired)
                    return $"{where}: {field.Name} is missing";
            }
            else if (WrongWithValue($"{where}.{field.Name}", field.Type, given, field.Least, field.Most) is { } wrong)
                return wrong;
        }
        return where switch
        {
            _ when where.EndsWith(".InlineKeyboardButton", StringComparison.Ordinal) => WrongWithButton(where, value),
            _ when where.EndsWith(".BotCommand", StringComparison.Ordinal)
                && !value.GetProperty("command").GetString()!.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_')
                => $"{where}: a command of other letters than a-z, 0-9 and _",
            _ => null,
        };
    }

    static string? WrongWithValue(string where, string type, JsonElement value, int least, int most)
    {
        const string array = "Array of ";
        if (type.StartsWith(array, StringComparison.Ordinal))
        {
            if (value.ValueKind != JsonValueKind.Array)
                return $"{where}: not an array";
            if (value.GetArrayLength() < least || value.GetArrayLength() > most)
                return $"{where}: {value.GetArrayLength()} items";
            return value.EnumerateArray().Select(item => WrongWithValue(where, type[array.Length..], item, 0, int.MaxValue)).FirstOrDefault(wrong => wrong is not null);
        }
        return type switch
        {
            "Integer" when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _) => $"{where}: not an integer",
            "Integer" when most < int.MaxValue && (value.GetInt64() < least || value.GetInt64() > most) => $"{where}: {value.GetInt64()}",
            "Boolean" when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False) => $"{where}: not a boolean",
            "String" when value.ValueKind != JsonValueKind.String => $"{where}: not a string",
            "String" when value.GetString()!.Length < least || value.GetString()!.Length > most => $"{where}: {value.GetString()!.Length} characters",
            "String" when where.EndsWith(".parse_mode", StringComparison.Ordinal) && value.GetString() != "HTML" => $"{where}: not HTML",
            "String" when where.EndsWith(".language_code", StringComparison.Ordinal) && !(value.GetString()!.Length is 0 or 2 && value.GetString()!.All(char.IsAsciiLetterLower))
                => $"{where}: not two letters",
            "String" when where.EndsWith(".secret_token", StringComparison.Ordinal) && !value.GetString()!.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
                => $"{where}: other characters than A-Z, a-z, 0-9, _ and -",
            "InputFile" when value.ValueKind == JsonValueKind.String => value.GetString()!.Length < least ? $"{where}: no file" : null,
            "InputFile" when !value.TryGetProperty("file_name", out var name) || name.GetString() is not { Length: > 0 } => $"{where}: a file without a name",
            "InputFile" when value.GetProperty("file_size").GetInt64() is 0 or > MostBytes => $"{where}: file must be non-empty and not too big",
            "Integer" or "Boolean" or "String" or "InputFile" => null,
            _ => WrongWithObject($"{where}.{type}", Types[type], value),
        };
    }

    static string? WrongWithButton(string where, JsonElement button)
    {
        string[] actions = ["callback_data", "url", "copy_text"];
        if (actions.Count(action => button.TryGetProperty(action, out _)) != 1)
            return $"{where}: a button does exactly one thing";
        if (button.TryGetProperty("callback_data", out var data) && Encoding.UTF8.GetByteCount(data.GetString()!) > 64)
            return $"{where}: BUTTON_DATA_INVALID";
        if (button.TryGetProperty("style", out var style) && style.GetString() is not ("danger" or "success" or "primary"))
            return $"{where}: no such style";
        return button.TryGetProperty("url", out var url) && !(Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "tg" )
            ? $"{where}: BUTTON_URL_INVALID"
            : null;
    }
}
