using MigrantBot.Channels.Telegram;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Journeys;
using MigrantBot.Tests.Storage;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>What a person hears after 🔊, and what is left of it.</summary>
public sealed class VoicesTests : IAsyncLifetime, IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FakeTime time = new();
    BotApiEmulator emulator = null!;
    TestBot bot = null!;
    TestUser user = null!;

    public async Task InitializeAsync()
    {
        foreach (var id in (string[])["law", "case"])
            await File.WriteAllBytesAsync(folder.File($"{id}.ogg"), SilentOpus.Of(2, id));
        emulator = await BotApiEmulator.Start(time);
        // However far time is moved, no poll counts as silent.
        var options = new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl, PollGrace = TimeSpan.FromDays(9) };
        bot = await TestBot.Start(emulator, Site, FileOf, time, options);
        user = emulator.User();
        await user.Starts().Done;
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(emulator.Violations);
        Assert.Equal(0, emulator.UnansweredClicks);
        Assert.Equal(0, bot.Tally.PassedOver);
        await bot.DisposeAsync();
        await emulator.DisposeAsync();
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A button plays the recording of its name; what is typed shows the screen where the person is.</summary>
    static Screen Site(Asked asked) => asked switch
    {
        { Incoming: Incoming.Opened, Code: { } code } => code.Split('.')[^1] switch
        {
            "clean" => Screen("cleared", To("home")) with { ClearsChat = true },
            "home" => Screen("home", To("law"), To("case"), To("clean")),
            var id => Playing(id),
        },
        { Incoming: Incoming.Typed } => Playing("law"),
        _ => Screen("home", To("law"), To("case"), To("clean")),
    };

    static Screen Playing(string id) => Screen($"text of {id}", To("law"), To("case"), To("clean")) with { Plays = new(Language.Tajik, id) };

    RecordingFile FileOf(Recording recording)
    {
        var file = new FileInfo(folder.File($"{recording.Id}.ogg"));
        return new(file.FullName, file.Exists ? file.Length : 0, file.LastWriteTimeUtc);
    }

    byte[] Bytes(string id) => File.ReadAllBytes(folder.File($"{id}.ogg"));

    static string Names(IEnumerable<Call> calls) => string.Join(' ', calls.Select(call => call.Method).Order());

    [Fact]
    public async Task The_recording_comes_below_its_screen_byte_by_byte_and_cannot_be_passed_on()
    {
        var calls = emulator.CallsFromNow();

        var seen = await user.Presses("law").Done;

        Assert.Equal("answerCallbackQuery editMessageText sendVoice", Names(calls()));
        Assert.Equal(["text of law", ""], seen.Messages.Select(message => message.Text));
        var voice = Assert.Single(seen.Voices);
        Assert.Equal(Bytes("law"), voice.Voice!.Bytes);
        Assert.True(voice.IsProtected);
        Assert.False(seen.Screen.IsProtected);
    }

    [Fact]
    public async Task A_double_tap_brings_one_recording()
    {
        var first = user.Presses("law");
        var second = user.Presses("law");
        await first.Done;
        await second.Done;
        await user.Presses("law").Done;

        Assert.Single(user.Sees().Voices);
        Assert.Single(emulator.Calls, call => call.Method == "sendVoice");
    }

    [Fact]
    public async Task Pressed_again_later_it_comes_anew_without_its_bytes_and_the_older_one_goes()
    {
        await user.Presses("law").Done;
        var older = user.Sees().Voices.Single();
        time.Advance(TimeSpan.FromMinutes(2));
        var calls = emulator.CallsFromNow();

        await user.Presses("law").Done;

        Assert.Equal("answerCallbackQuery deleteMessages sendVoice", Names(calls()));
        Assert.Empty(calls().Single(call => call.Method == "sendVoice").Files);
        var newer = Assert.Single(user.Sees().Voices);
        Assert.NotEqual(older.Id, newer.Id);
        Assert.Equal(Bytes("law"), newer.Voice!.Bytes);
    }

    [Fact]
    public async Task Another_recording_takes_the_place_of_the_one_before()
    {
        await user.Presses("law").Done;
        await user.Presses("case").Done;
        Assert.Equal(Bytes("case"), Assert.Single(user.Sees().Voices).Voice!.Bytes);
        await user.Presses("law").Done;
        Assert.Equal(Bytes("law"), Assert.Single(user.Sees().Voices).Voice!.Bytes);
    }

    [Fact]
    public async Task Clearing_the_chat_takes_the_recording_with_it()
    {
        await user.Presses("law").Done;
        await user.Presses("home").Done;
        Assert.Single(user.Sees().Voices);

        await user.Presses("clean").Done;

        Assert.Equal("cleared", Assert.Single(user.Sees().Messages).Text);
    }

    [Fact]
    public async Task After_clearing_it_can_be_heard_again_at_once()
    {
        await user.Presses("law").Done;
        await user.Presses("clean").Done;
        await user.Presses("home").Done;
        await user.Presses("law").Done;
        Assert.Single(user.Sees().Voices);
    }

    [Fact]
    public async Task What_is_typed_at_such_a_screen_plays_nothing()
    {
        await user.Sends("?").Done;
        Assert.Equal("text of law", user.Sees().Text);
        Assert.Empty(user.Sees().Voices);
    }

    [Fact]
    public async Task A_file_saved_anew_is_sent_with_its_new_bytes()
    {
        await user.Presses("law").Done;
        await File.WriteAllBytesAsync(folder.File("law.ogg"), SilentOpus.Of(3, "better"));
        await user.Presses("law").Done;
        Assert.Equal(SilentOpus.Of(3, "better"), Assert.Single(user.Sees().Voices).Voice!.Bytes);
    }

    [Fact]
    public async Task A_file_taken_away_is_silent_and_its_screen_stays()
    {
        await user.Presses("law").Done;
        File.Delete(folder.File("case.ogg"));

        await user.Presses("case").Done;

        Assert.Equal("text of case", user.Sees().Text);
        Assert.Single(emulator.Calls, call => call.Method == "sendVoice");
        Assert.Contains("A recording could not be sent: its file is gone", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_Telegram_no_longer_knows_is_replaced_by_the_bytes()
    {
        await user.Presses("law").Done;
        emulator.ForgetFiles();
        time.Advance(TimeSpan.FromMinutes(2));

        await user.Presses("law").Done;

        Assert.Equal(Bytes("law"), Assert.Single(user.Sees().Voices).Voice!.Bytes);
    }

    [Fact]
    public async Task A_flood_holds_the_recording_back_until_it_may_be_sent()
    {
        emulator.Fails("sendVoice", Fault.Flood(7));
        await user.Presses("law").Done;
        Assert.Equal("text of law", user.Sees().Text);
        Assert.Empty(user.Sees().Voices);

        var (calls, since) = (emulator.CallsFromNow(), time.GetUtcNow());
        await TimeGoesOnUntil(calls, () => user.Sees().Voices.Any());

        Assert.Equal("sendVoice", Names(calls()));
        Assert.True(time.GetUtcNow() - since >= TimeSpan.FromSeconds(7));
    }

    [Fact]
    public async Task Who_goes_on_while_it_is_held_back_does_not_get_it_later()
    {
        emulator.Fails("sendVoice", Fault.Flood(7));
        await user.Presses("law").Done;
        await user.Presses("home").Done;

        await TimeGoesOnUntil(emulator.CallsFromNow(), () => user.Sees().Text == "home");
        // What was held back may be about to end, and this then comes after it.
        var calls = emulator.CallsFromNow();
        await user.Presses("clean").Done;
        await TimeGoesOnUntil(calls, () => user.Sees().Messages is [{ Text: "cleared" }]);

        Assert.Single(emulator.Calls, call => call.Method == "sendVoice");
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_meanwhile_is_forgotten_in_silence()
    {
        emulator.Fails("sendVoice", Fault.Blocked);
        await user.Presses("law").Done;
        Assert.Equal(0, bot.Chats.Count);
        Assert.DoesNotContain("Error: ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_no_voice_messages_keeps_the_text_and_no_bug_is_reported()
    {
        emulator.Fails("sendVoice", new Fault.Refuse(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN"));
        await user.Presses("law").Done;
        Assert.Equal("text of law", user.Sees().Text);
        Assert.Contains("A recording could not be sent: VoiceUnwanted", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("bug of ours", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_once_more()
    {
        await using var other = await BotApiEmulator.Start();
        await using var late = await TestBot.Start(other, Site, FileOf);
        var person = other.User();
        await person.Starts().Done;
        other.Fails("sendVoice", new Fault.Cut());

        await person.Presses("law").Done;

        Assert.Equal(2, other.Calls.Count(call => call.Method == "sendVoice"));
        Assert.Single(person.Sees().Voices);
    }

    /// <summary>Stands still while a call is under way, so that none is taken for one that Telegram never answers.</summary>
    Task TimeGoesOnUntil(Func<IReadOnlyList<Call>> calls, Func<bool> isSo) => Eventually.True(
        () =>
        {
            if (calls().Count == 0)
                time.Advance(TimeSpan.FromMilliseconds(100));
            return isSo();
        },
        () => $"It is not so: {user.Sees()}");
}
