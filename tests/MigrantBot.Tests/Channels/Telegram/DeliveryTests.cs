using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class DeliveryTests
{
    /// <summary>A small site: a button leads to the screen of its name; a text leads to a preview; <c>/start</c> leads home.</summary>
    static Screen Site(Asked asked) => asked switch
    {
        { Incoming: Incoming.Typed typed } => Preview(typed.Words),
        { Incoming: Incoming.Unsupported } => Screen("only text, please", To("a")),
        { Incoming: Incoming.Opened, Code: { } code } => code.Split('.')[^1] switch
        {
            "clean" => Screen("cleared", To("a")) with { ClearsChat = true },
            "preview" => Preview(asked.Told ?? new Words("слова из памяти")),
            "bad" => new Screen(new TestPlace("bad"), [Text("bad")], [new Button(Text("copy"), new Target.Copy(new string('x', 300)))]) { Navigation = [To("home")] },
            var name => Screen(name, To("a"), To("b"), To("clean"), To("preview"), To("bad")),
        },
        { Incoming: Incoming.Command { Name: "keep" } } => Screen("kept") with { LeavesTyped = true },
        _ => Screen("home", To("a"), To("b"), To("clean"), To("preview"), To("bad")),
    };

    static Screen Preview(Words words) => Screen("check", To("a"), To("preview")) with { Quote = words };

    static string Names(IEnumerable<Call> calls) => string.Join(' ', calls.Select(call => call.Method).Order());

    static async Task Good(BotApiEmulator emulator, TestBot bot)
    {
        Assert.Empty(emulator.Violations);
        Assert.Equal(0, emulator.UnansweredClicks);
        Assert.Equal(0, bot.Tally.PassedOver);
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task A_click_is_acknowledged_and_edits_its_message_with_two_calls()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        var calls = emulator.CallsFromNow();

        var seen = await user.Presses("b").Done;

        Assert.Equal("answerCallbackQuery editMessageText", Names(calls()));
        Assert.Equal("b", Assert.Single(seen.Messages).Text);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_second_tap_on_the_same_button_only_acknowledges()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        await user.Presses("b").Done;
        var calls = emulator.CallsFromNow();

        await user.Presses("b").Done;

        Assert.Equal("answerCallbackQuery", Names(calls()));
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_typed_text_vanishes_with_the_old_screen_in_two_calls()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        var calls = emulator.CallsFromNow();

        var seen = await user.Sends("меня избили").Done;

        Assert.Equal("deleteMessages sendMessage", Names(calls()));
        Assert.Equal("bot (protected): check\n\nменя избили\n[a] [preview]\n[home]", seen.ToString());
        await Good(emulator, bot);
    }

    [Fact]
    public async Task Words_are_never_put_into_a_message_that_can_be_forwarded()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        var calls = emulator.CallsFromNow();

        var seen = await user.Presses("preview").Done;

        Assert.Equal("deleteMessages sendMessage", Names(calls()));
        Assert.True(Assert.Single(seen.Messages).IsProtected);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task The_words_leave_by_an_edit_and_may_come_back_by_one_as_the_message_stays_protected()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Sends("слова").Done;
        var calls = emulator.CallsFromNow();

        var left = await user.Presses("a").Done;
        Assert.Equal("a", Assert.Single(left.Messages).Text);
        var back = await user.Presses("preview").Done;

        Assert.Contains("слова из памяти", Assert.Single(back.Messages).Text, StringComparison.Ordinal);
        Assert.True(back.Screen.IsProtected);
        Assert.Equal("answerCallbackQuery answerCallbackQuery editMessageText editMessageText", Names(calls()));
        await Good(emulator, bot);
    }

    [Fact]
    public async Task After_a_restart_the_words_are_read_from_the_message()
    {
        await using var emulator = await BotApiEmulator.Start();
        var user = emulator.User();
        await using (await TestBot.Start(emulator, Site))
            await user.Sends("строка <1>\n\nстрока 2").Done;
        await using var bot = await TestBot.Start(emulator, Site);
        var before = user.Sees().ToString();

        await user.Presses("preview").Done;

        Assert.Equal(before, user.Sees().ToString());
        await Good(emulator, bot);
    }

    [Fact]
    public async Task Clearing_deletes_everything_that_is_remembered_with_two_calls()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Sends("/keep").Done;
        await user.Starts().Done;
        Assert.Equal(2, user.Sees().Messages.Count);
        var calls = emulator.CallsFromNow();

        var seen = await user.Presses("clean").Done;

        Assert.Equal("deleteMessages sendMessage", Names(calls()));
        Assert.Equal("cleared", Assert.Single(seen.Messages).Text);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task Clearing_by_hundreds_leaves_only_the_screen()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start(time);
        await using var bot = await TestBot.Start(emulator, Site, time);
        var user = emulator.User();
        for (var minute = 0; minute < 13; minute++)
        {
            await Enumerable.Range(0, 10).Select(_ => user.Sends("/keep")).ToList()[^1].Done;
            time.Advance(TimeSpan.FromMinutes(1));
        }
        await user.Starts().Done;
        Assert.Equal(131, user.Sees().Messages.Count);

        await user.Presses("clean").Done;

        Assert.Equal("cleared", Assert.Single(user.Sees().Messages).Text);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_button_of_an_old_screen_works_and_the_other_screen_goes_with_the_next_text()
    {
        await using var emulator = await BotApiEmulator.Start();
        var user = emulator.User();
        await using (await TestBot.Start(emulator, Site))
            await user.Starts().Done;
        var old = user.Sees().Screen;
        await using var bot = await TestBot.Start(emulator, Site);
        await user.Starts().Done;
        Assert.Equal(2, user.Sees().Messages.Count);

        await user.Presses(old, "b").Done;
        Assert.Equal(["b", "home"], user.Sees().Messages.Select(message => message.Text));
        await user.Starts().Done;

        Assert.Equal("home", Assert.Single(user.Sees().Messages).Text);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task An_album_gets_one_answer()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        var calls = emulator.CallsFromNow();
        for (var i = 0; i < 4; i++)
            user.SendsPhoto();

        var seen = await user.SendsPhoto().Done;

        Assert.Equal("only text, please", Assert.Single(seen.Messages).Text);
        Assert.Single(calls(), call => call.Method == "sendMessage");
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_live_message_that_somebody_deleted_is_sent_anew()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        var gone = user.Sees().Screen;
        user.ClearsHistory();

        await user.PressesInaccessible(gone, "b").Done;

        Assert.Equal("b", Assert.Single(user.Sees().Messages).Text);
        await Good(emulator, bot);
    }

    [Theory]
    [InlineData(400, "Bad Request: message is not modified: x")]
    [InlineData(400, "Bad Request: message can't be edited")]
    [InlineData(502, "Bad Gateway")]
    [InlineData(500, "Internal Server Error")]
    public async Task A_failed_edit_still_leads_to_the_screen(int code, string description)
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        emulator.Fails("editMessageText", new Fault.Refuse(code, description));

        await user.Presses("b").Done;
        await user.Presses(code == 400 && description.Contains("modified", StringComparison.Ordinal) ? "a" : "b").Done;

        Assert.Equal(0, bot.Tally.NotShown);
        Assert.Contains(user.Sees().Text, (string[])["a", "b"]);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_broken_connection_repeats_an_edit_but_a_send_only_once()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        emulator.Fails("sendMessage", new Fault.Cut(IsDone: true));
        await user.Starts().Done;
        Assert.Equal(2, user.Sees().Messages.Count);
        emulator.Fails("editMessageText", new Fault.Cut(), times: 2);
        await user.Presses("b").Done;
        Assert.Equal("b", user.Sees().Text);
        emulator.Fails("sendMessage", new Fault.Gibberish(), times: 2);
        var calls = emulator.CallsFromNow();

        await user.Starts().Done;

        Assert.Equal(2, calls().Count(call => call.Method == "sendMessage"));
        Assert.Equal(1, bot.Tally.NotShown);
        await Good(emulator, bot);
    }

    [Fact]
    public async Task A_click_that_is_too_old_to_acknowledge_still_edits()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;
        emulator.Fails("answerCallbackQuery", new Fault.Refuse(400, "Bad Request: query is too old and response timeout expired or query ID is invalid"));

        await user.Presses("b").Done;

        Assert.Equal("b", user.Sees().Text);
        Assert.DoesNotContain("Error", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_blocked_the_bot_is_forgotten_quietly()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var (one, other) = (emulator.User(), emulator.User());
        await one.Starts().Done;
        await other.Starts().Done;
        Assert.Equal(2, bot.Chats.Count);
        emulator.Fails("sendMessage", Fault.Blocked);

        await one.Starts().Done;
        await other.Blocks().Done;

        Assert.Equal(0, bot.Chats.Count);
        Assert.Single(bot.Forgotten);
        Assert.DoesNotContain("Error:", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Warning:", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_Telegram_refuses_is_shown_plainly_with_the_way_home_and_logged_without_its_text()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, Site);
        var user = emulator.User();
        await user.Starts().Done;

        var seen = await user.Presses("bad").Done;

        Assert.Equal(["home"], seen.Labels);
        Assert.Equal("bad", seen.Text);
        Assert.Contains("Telegram refused editMessageText: 400, another reason", bot.Log, StringComparison.Ordinal);
        Assert.Equal(2, emulator.Violations.Count);
    }

    [Fact]
    public async Task A_flood_holds_one_chat_keeps_its_newest_screen_and_confirms_meanwhile()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start(time);
        await using var bot = await TestBot.Start(emulator, Site, time);
        var (held, free) = (emulator.User(), emulator.User());
        await held.Starts().Done;
        emulator.Fails("editMessageText", Fault.Flood(30), chat: held.Id);
        await held.Presses("b").Done;
        await held.Sends("слова").Done;
        await held.Presses(held.Sees().Screen, "a").Done;
        Assert.Equal("home", held.Sees().Text);
        Assert.Equal("home", (await free.Starts().Done).Text);
        var calls = emulator.CallsFromNow();

        time.Advance(TimeSpan.FromSeconds(31));

        await Until(() => held.Sees().Text == "a" && held.Sees().Messages.Count == 1);
        Assert.Single(calls(), call => call.Method == "editMessageText");
        Assert.Equal(0, emulator.UnansweredClicks);
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    public async Task A_flood_in_two_chats_holds_everybody()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start(time);
        await using var bot = await TestBot.Start(emulator, Site, time);
        emulator.Fails("sendMessage", Fault.Flood(20), times: 2);
        await emulator.User().Starts().Done;
        await emulator.User().Starts().Done;
        var third = emulator.User();

        await third.Starts().Done;
        Assert.Empty(third.Sees().FromBot);
        time.Advance(TimeSpan.FromSeconds(21));

        await Until(() => third.Sees() is { Messages.Count: 1 } seen && seen.FromBot.Any());
        Assert.Equal("home", third.Sees().Text);
    }

    [Fact]
    public async Task A_screen_of_two_days_is_emptied_when_it_can_no_longer_be_deleted()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start(time);
        await using var bot = await TestBot.Start(emulator, Site, time, new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl, PollGrace = TimeSpan.FromDays(9) });
        var user = emulator.User();
        await user.Starts().Done;
        time.Advance(TimeSpan.FromHours(30));
        await user.Presses("b").Done;
        time.Advance(TimeSpan.FromHours(30));
        var calls = emulator.CallsFromNow();

        var seen = await user.Starts().Done;

        Assert.Equal("deleteMessages editMessageText sendMessage", Names(calls()));
        Assert.Equal("bot: ·\n\nbot: home\n[a] [b]\n[clean] [preview]\n[bad]\n[home]", seen.ToString());
        Assert.Empty(emulator.Violations);
    }

    /// <summary>Waits for work that nobody announces; looks again whenever other work had its turn.</summary>
    static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience.Long);
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
