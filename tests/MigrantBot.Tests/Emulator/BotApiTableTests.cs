using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Tests.Emulator;

/// <summary>Our table and our records against the specification, where BOT_API_SPEC names it; against themselves anyway.</summary>
public sealed class BotApiTableTests
{
    /// <summary>Given there as one of several, or as not always required; we use one way only.</summary>
    static readonly Dictionary<string, string> OurNames = new() { ["MenuButton"] = "MenuButtonCommands" };

    static readonly JsonTypeInfo[] Read =
    [
        Json.Types.Update, Json.Types.Message, Json.Types.CallbackQuery, Json.Types.ChatMemberUpdated, Json.Types.Chat, Json.Types.User, Json.Types.MessageEntity,
        Json.Types.BotCommand, Json.Types.BotDescription, Json.Types.BotShortDescription, Json.Types.BotName, Json.Types.WebhookInfo, Json.Types.ResponseParameters,
        Json.Types.Voice,
    ];

    [Fact]
    public void Every_type_in_the_table_is_described_in_the_table()
    {
        string[] plain = ["Integer", "String", "Boolean", "InputFile"];
        foreach (var field in BotApiTable.Methods.Values.Concat(BotApiTable.Types.Values).SelectMany(fields => fields))
        {
            var type = field.Type.Replace("Array of ", "", StringComparison.Ordinal);
            Assert.True(plain.Contains(type) || BotApiTable.Types.ContainsKey(type), $"{field.Name}: {type}");
            Assert.True(field.Least <= field.Most, field.Name);
        }
    }

    [Fact]
    public void The_table_agrees_with_the_specification_where_it_is_at_hand()
    {
        if (Environment.GetEnvironmentVariable("BOT_API_SPEC") is not { Length: > 0 } path)
        {
            Assert.Equal(22, BotApiTable.Methods.Count);
            return;
        }
        using var specification = JsonDocument.Parse(File.ReadAllText(path));
        var methods = specification.RootElement.GetProperty("methods");
        var types = specification.RootElement.GetProperty("types");
        foreach (var (name, fields) in BotApiTable.Methods)
            Compare(name, methods.GetProperty(name), fields);
        foreach (var (name, fields) in BotApiTable.Types)
            Compare(name, types.GetProperty(OurNames.GetValueOrDefault(name, name)), fields);
        foreach (var type in Read)
        {
            var known = Fields(types.GetProperty(type.Type.Name)).Keys;
            Assert.All(type.Properties, property => Assert.Contains(property.Name, known));
        }
    }

    static void Compare(string where, JsonElement described, Field[] ours)
    {
        var theirs = Fields(described);
        foreach (var field in ours)
        {
            Assert.True(theirs.TryGetValue(field.Name, out var their), $"{where} has no {field.Name}");
            Assert.True(their.Types.Contains(field.Type) || field.Type == "MenuButton", $"{where}.{field.Name} is {string.Join(" or ", their.Types)}");
        }
        foreach (var (name, _) in theirs.Where(their => their.Value.IsRequired))
            Assert.True(ours.Any(field => field.Name == name && field.IsRequired), $"{where}.{name} is required");
    }

    static Dictionary<string, (bool IsRequired, IReadOnlyList<string> Types)> Fields(JsonElement described) =>
        described.TryGetProperty("fields", out var fields)
            ? fields.EnumerateArray().ToDictionary(
                field => field.GetProperty("name").GetString()!,
                field => (field.GetProperty("required").GetBoolean(), (IReadOnlyList<string>)[.. field.GetProperty("types").EnumerateArray().Select(type => type.GetString()!)]))
            : [];

    [Theory]
    [InlineData("sendDice", "{}", "unknown method")]
    [InlineData("sendMessage", """{"chat_id":1}""", "text is missing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","extra":1}""", "unknown field extra")]
    [InlineData("sendMessage", """{"chat_id":"1","text":"x"}""", "not an integer")]
    [InlineData("sendMessage", """{"chat_id":1,"text":""}""", "0 characters")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","parse_mode":"MarkdownV2"}""", "not HTML")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","protect_content":1}""", "not a boolean")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","callback_data":"яяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяяя"}]]}}""", "BUTTON_DATA_INVALID")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a"}]]}}""", "exactly one thing")]
    [InlineData("sendMessage", """{"chat_id":1,"text":"x","reply_markup":{"inline_keyboard":[[{"text":"a","url":"x","style":"danger"}]]}}""", "BUTTON_URL_INVALID")]
    [InlineData("sendVoice", """{"chat_id":1}""", "voice is missing")]
    [InlineData("sendVoice", """{"chat_id":1,"voice":""}""", "no file")]
    [InlineData("sendVoice", """{"chat_id":1,"voice":{"file_size":3}}""", "without a name")]
    [InlineData("sendVoice", """{"chat_id":1,"voice":{"file_name":"a.ogg","file_size":0}}""", "non-empty")]
    [InlineData("deleteMessages", """{"chat_id":1,"message_ids":[]}""", "0 items")]
    [InlineData("getUpdates", """{"limit":101}""", "101")]
    [InlineData("setMyCommands", """{"commands":[{"command":"Start","description":"x"}]}""", "a-z")]
    [InlineData("setMyDescription", """{"description":"x","language_code":"uz-Cyrl"}""", "characters")]
    public void A_wrong_request_is_named(string method, string request, string expected)
    {
        using var document = JsonDocument.Parse(request);

        Assert.Contains(expected, BotApiTable.WrongWith(method, document.RootElement), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a > b")]
    [InlineData("a & b")]
    [InlineData("<b>a")]
    [InlineData("<b><i>a</b></i>")]
    [InlineData("<h1>a</h1>")]
    [InlineData("a</b>")]
    [InlineData("<blockquote><blockquote>a</blockquote></blockquote>")]
    public void Html_that_Telegram_would_not_take_is_refused(string html) => Assert.Throws<FormatException>(() => TelegramHtml.Read(html));

    [Fact]
    public void Html_becomes_text_and_entities_with_nothing_around()
    {
        var (text, entities) = TelegramHtml.Read(" <b>😀 a&amp;b</b>\n<blockquote expandable>c\r\u202E </blockquote> ");

        Assert.Equal("😀 a&b\nc", text);
        Assert.Equal([new Entity("bold", 0, 6), new Entity("expandable_blockquote", 7, 1)], entities);
    }
}
