using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class BotApiTests
{
    [Theory]
    [InlineData(400, "Bad Request: message is not modified: specified …", typeof(Refusal.NotModified))]
    [InlineData(400, "Bad Request: message to edit not found", typeof(Refusal.NotEditable))]
    [InlineData(400, "Bad Request: message can't be edited", typeof(Refusal.NotEditable))]
    [InlineData(400, "Bad Request: query is too old and response timeout expired", typeof(Refusal.QueryTooOld))]
    [InlineData(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN", typeof(Refusal.VoiceUnwanted))]
    [InlineData(400, "Bad Request: user restricted receiving of voice messages", typeof(Refusal.VoiceUnwanted))]
    [InlineData(400, "Bad Request: can't parse entities: секрет", typeof(Refusal.Mistake))]
    [InlineData(400, null, typeof(Refusal.Mistake))]
    [InlineData(401, "Unauthorized", typeof(Refusal.WrongToken))]
    [InlineData(404, "Not Found", typeof(Refusal.WrongToken))]
    [InlineData(403, "Forbidden: bot was blocked by the user", typeof(Refusal.Gone))]
    [InlineData(409, "Conflict", typeof(Refusal.Conflict))]
    [InlineData(429, "Too Many Requests", typeof(Refusal.Flood))]
    [InlineData(502, "Bad Gateway", typeof(Refusal.Unreachable))]
    public void A_refusal_is_known_by_its_number_and_a_fragment(int code, string? description, Type expected)
    {
        var refusal = Refusal.From(code, description, null);

        Assert.IsType(expected, refusal);
        Assert.DoesNotContain("секрет", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_parameters_of_a_refusal_are_heeded()
    {
        Assert.Equal(new Refusal.Flood(TimeSpan.FromSeconds(17)), Refusal.From(429, "x", new ResponseParameters(17)));
    }

    [Fact]
    public async Task Every_method_passes_the_strict_emulator()
    {
        await using var emulator = await BotApiEmulator.Start();
        using var http = new HttpClient();
        var api = new BotApi(http, new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl }, TimeProvider.System);
        var keyboard = new InlineKeyboardMarkup([[new InlineKeyboardButton("a") { CallbackData = "1" }]]);

        Assert.Equal(7000000001, (await api.GetMe(default)).Value!.Id);
        var sent = (await api.SendMessage(new SendMessage(5, "x") { ReplyMarkup = keyboard }, default)).Value!.MessageId;
        var voice = new SendVoice(5, new InputFile.Bytes(SilentOpus.Of(1), "voice.ogg", "audio/ogg")) { ProtectContent = true };
        var spoken = (await api.SendVoice(voice, default)).Value!.Voice!.FileId;
        Assert.Equal(spoken, (await api.SendVoice(new SendVoice(5, new InputFile.Known(spoken)), default)).Value!.Voice!.FileId);
        Assert.IsType<Refusal.Mistake>((await api.SendVoice(new SendVoice(5, new InputFile.Known("gone")), default)).Refusal);
        Assert.True((await api.EditMessageText(new EditMessageText(5, sent, "y"), default)).Value);
        Assert.True((await api.EditMessageReplyMarkup(new EditMessageReplyMarkup(5, sent, keyboard), default)).Value);
        Assert.True((await api.DeleteMessage(new DeleteMessage(5, sent), default)).Value);
        Assert.True((await api.DeleteMessages(new DeleteMessages(5, [sent]), default)).Value);
        Assert.IsType<Refusal.QueryTooOld>((await api.AnswerCallbackQuery(new AnswerCallbackQuery("none"), default)).Refusal);
        Assert.True((await api.SetMyCommands(new SetMyCommands([new BotCommand("now", "x")], "uz"), default)).Value);
        Assert.Equal([new BotCommand("now", "x")], (await api.GetMyCommands(new GetMyCommands("uz"), default)).Value!);
        Assert.True((await api.DeleteMyCommands(new DeleteMyCommands("uz"), default)).Value);
        Assert.True((await api.SetMyName(new SetMyName("имя"), default)).Value);
        Assert.Equal("имя", (await api.GetMyName(new GetMyName(), default)).Value!.Name);
        Assert.True((await api.SetMyDescription(new SetMyDescription("d"), default)).Value);
        Assert.Equal("d", (await api.GetMyDescription(new GetMyDescription(), default)).Value!.Description);
        Assert.True((await api.SetMyShortDescription(new SetMyShortDescription("s"), default)).Value);
        Assert.Equal("s", (await api.GetMyShortDescription(new GetMyShortDescription(), default)).Value!.ShortDescription);
        Assert.True((await api.SetWebhook(new SetWebhook("https://bot.example/x", "secret", Polling.Wanted), default)).Value);
        Assert.Equal("https://bot.example/x", (await api.GetWebhookInfo(new GetWebhookInfo(), default)).Value!.Url);
        Assert.True((await api.DeleteWebhook(new DeleteWebhook(), default)).Value);
        Assert.True((await api.SetChatMenuButton(new SetChatMenuButton(new MenuButton("commands")), default)).Value);
        Assert.Empty((await api.GetUpdates(new GetUpdates(null, 1, 0, Polling.Wanted), default)).Value!.Updates);

        Assert.Empty(emulator.Violations);
        Assert.Equal(BotApiTable.Methods.Keys.Order(), emulator.Calls.Select(call => call.Method).Distinct().Order());
    }

    [Fact]
    public async Task The_token_is_in_no_log_not_even_when_nobody_listens()
    {
        await using var emulator = await BotApiEmulator.Start();
        var options = new TelegramOptions(BotApiEmulator.Token) { BaseUrl = new Uri("http://127.0.0.1:9/path") };
        var bot = TestBot.Build(emulator, (_, _) => Task.FromResult(Screen("x")), options: options);
        await bot.Host.StartAsync();
        while (!bot.Log.Contains("deleteWebhook was not done (Unreachable)", StringComparison.Ordinal))
            await Task.Yield();
        await bot.DisposeAsync();

        Assert.DoesNotContain(BotApiEmulator.Token, bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("127.0.0.1", bot.Log, StringComparison.Ordinal);
    }
}
