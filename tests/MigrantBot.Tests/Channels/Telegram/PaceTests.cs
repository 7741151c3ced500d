using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class PaceTests : IAsyncLifetime
{
    IntakeHome intake = null!;
    BotApiEmulator emulator = null!;
    TestBot bot = null!;

    public async Task InitializeAsync()
    {
        intake = await IntakeHome.Open();
        emulator = await BotApiEmulator.Start(intake.Time);
        // Minutes pass faster than an empty answer comes: a bot that gave up would rest, in a time that nobody moves any more.
        var options = new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl, PollGrace = TimeSpan.FromDays(9) };
        bot = await TestBot.Start(emulator, (asked, cancellation) => intake.Conversations.Answer(asked, RealWords.Catalogue, cancellation), intake.Time, options);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(emulator.Violations);
        await bot.DisposeAsync();
        await emulator.DisposeAsync();
        await intake.DisposeAsync();
    }

    static string[] Sentences(int count) => [.. Enumerable.Range(0, count).Select(number => $"gap {(char)('a' + number % 26)}{(char)('a' + number / 26)}.")];

    async Task<TestUser> Tells(UInt128 secret)
    {
        var user = emulator.User();
        await user.Starts().Done;
        await user.Forges(PlaceCode.Write(IntakeHome.Telling(secret))).Done;
        return user;
    }

    /// <summary>Time goes on until the chat shows nothing but a screen with this text.</summary>
    Task Shows(TestUser user, string text) => Eventually.True(
        () =>
        {
            intake.Time.Advance(TimeSpan.FromSeconds(1));
            return user.Sees() is { Messages.Count: 1 } seen && seen.Text.Contains(text, StringComparison.Ordinal);
        },
        () => $"The chat shows\n{user.Sees()}");

    async Task<string?> Sent(TestUser user, UInt128 secret)
    {
        var (language, draft) = (IntakeHome.Telling(secret).Language, IntakeHome.Telling(secret).Draft);
        await user.Forges(PlaceCode.Write(new ReportPlace.Send(language, draft))).Done;
        return Assert.Single(await intake.Reader.Read(intake.Database)).GetProperty("text").GetString();
    }

    [Fact]
    public async Task Forty_messages_at_once_are_one_report_with_all_words_in_order_and_one_more_screen()
    {
        var user = await Tells(1);
        var sentences = Sentences(40);
        var calls = emulator.CallsFromNow();

        await sentences.Select(user.Sends).ToList()[^1].Done;
        // The first message of the minute was /start.
        Assert.Equal(Pace.MostAMinute - 1, calls().Count(call => call.Method == "sendMessage"));

        await Shows(user, string.Join('\n', sentences));
        Assert.Equal(Pace.MostAMinute, calls().Count(call => call.Method == "sendMessage"));
        Assert.Equal(string.Join('\n', sentences), await Sent(user, 1));
    }

    [Fact]
    public async Task Forty_messages_over_a_minute_lose_nothing_and_show_a_screen_every_few_seconds()
    {
        var user = await Tells(2);
        var sentences = Sentences(40);
        var calls = emulator.CallsFromNow();

        foreach (var sentence in sentences)
        {
            await user.Sends(sentence).Done;
            intake.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await Shows(user, string.Join('\n', sentences));
        Assert.InRange(calls().Count(call => call.Method == "sendMessage"), Pace.MostAMinute, Pace.MostAMinute + 20 / (int)Pace.Pause.TotalSeconds + 1);
        Assert.Equal(string.Join('\n', sentences), await Sent(user, 2));
    }

    [Fact]
    public async Task Who_writes_too_fast_slows_down_nobody_else_and_is_quick_again_in_the_next_minute()
    {
        var (fast, other) = (await Tells(3), emulator.User());
        await Sentences(30).Select(fast.Sends).ToList()[^1].Done;

        Assert.NotEmpty((await other.Starts().Done).FromBot);
        await Shows(fast, Sentences(30)[^1]);
        intake.Time.Advance(TimeSpan.FromMinutes(1));

        var calls = emulator.CallsFromNow();
        await fast.Sends("yana").Done;
        // Whoever shows the newest screen may be about to rest from the minute before.
        await Shows(fast, "yana");
        Assert.Single(calls(), call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task A_button_that_is_pressed_meanwhile_is_acknowledged_at_once_and_its_screen_is_the_newest()
    {
        var user = await Tells(4);
        await Sentences(30).Select(user.Sends).ToList()[^1].Done;

        await user.Forges(PlaceCode.Write(IntakeHome.Telling(4))).Done;
        Assert.Equal(0, emulator.UnansweredClicks);

        await Shows(user, "telling.question");
    }

    [Fact]
    public void A_minute_begins_with_its_first_message()
    {
        var time = new FakeTime();
        var pace = new Pace(time);
        var chat = ChatKey.Of(1);
        for (var minute = 0; minute < 3; minute++)
        {
            for (var message = 0; message < Pace.MostAMinute; message++)
                Assert.False(pace.IsTooFast(chat));
            Assert.True(pace.IsTooFast(chat));
            Assert.False(pace.IsTooFast(ChatKey.Of(2 + minute)));
            time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.Equal(0, pace.Count);
    }
}
