using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>A receipt stands covered on the screen for ten minutes and no longer, and nothing buzzes when it goes.</summary>
public sealed class BriefTests
{
    const string Digits = "1234 5678 9012 3456 7890";

    static readonly TimeSpan Brief = Core.Exchange.Screen.Brief;

    readonly FakeTime time = new();

    static Screen Site(Asked asked) => asked switch
    {
        { Incoming: Incoming.Opened, Code: { } code } => code.Split('.')[^1] switch
        {
            "receipt" => Receipt(),
            "a" => Screen("a", To("receipt")),
            _ => Screen($"home of {code.Split('.')[1]}", To("receipt"), To("a")),
        },
        _ => Screen("first", To("receipt"), To("a")),
    };

    static Screen Receipt() => Screen("write it down", To("a"), To("receipt")) with
    {
        Place = new TestPlace("receipt", Language.Kyrgyz), Covered = new(Digits), IsBrief = true,
    };

    Task<BotApiEmulator> Telegram() => BotApiEmulator.Start(time);

    Task<TestBot> Bot(BotApiEmulator telegram) => TestBot.Start(
        telegram, Site, time, new TelegramOptions(BotApiEmulator.Token) { BaseUrl = telegram.BaseUrl, PollGrace = TimeSpan.FromDays(1) });

    static bool Shows(TestUser user, string text) => user.Sees().Messages.Any(message => message.Text.Contains(text, StringComparison.Ordinal));

    [Fact]
    public async Task The_digits_are_covered_and_cannot_be_forwarded()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;

        var seen = await user.Presses("receipt").Done;

        var message = Assert.Single(seen.Messages);
        Assert.True(message.IsProtected);
        var spoiler = Assert.Single(message.Entities, entity => entity.Type == "spoiler");
        Assert.Equal(Digits, message.Text.Substring(spoiler.Offset, spoiler.Length));
        Assert.Contains(message.Entities, entity => entity.Type == "bold" && entity.Offset == spoiler.Offset);
    }

    [Fact]
    public async Task After_ten_minutes_an_edit_makes_it_the_home_of_its_reader_and_nothing_is_sent()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        var calls = telegram.CallsFromNow();

        time.Advance(Brief - TimeSpan.FromSeconds(1));
        await user.SendsSticker().Done;
        await user.Presses("receipt").Done;
        Assert.True(Shows(user, Digits));
        calls = telegram.CallsFromNow();
        time.Advance(Brief);

        await Eventually(() => !Shows(user, Digits));
        Assert.Equal("home of ky", Assert.Single(user.Sees().Messages).Text);
        Assert.Equal(["editMessageText"], calls().Where(call => call.Chat == user.Id).Select(call => call.Method));
        await Eventually(() => bot.Briefs.Count == 0);
        Assert.Empty(telegram.Violations);
    }

    [Fact]
    public async Task A_newer_screen_in_its_message_stays()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        await user.Presses("a").Done;
        Assert.Equal(0, bot.Briefs.Count);
        var calls = telegram.CallsFromNow();

        time.Advance(2 * Brief);
        await telegram.User().Starts().Done;

        Assert.Equal("a", Assert.Single(user.Sees().Messages).Text);
        Assert.DoesNotContain(calls(), call => call.Chat == user.Id);
    }

    [Fact]
    public async Task Beside_a_newer_screen_in_another_message_it_is_deleted()
    {
        await using var telegram = await Telegram();
        var user = telegram.User();
        await using (await Bot(telegram))
            await user.Starts().Done;
        var old = user.Sees().Screen;
        await using var bot = await Bot(telegram);
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        await user.Presses(old, "a").Done;
        Assert.True(Shows(user, Digits));
        var calls = telegram.CallsFromNow();

        time.Advance(Brief);

        await Eventually(() => !Shows(user, Digits));
        Assert.Equal("a", Assert.Single(user.Sees().Messages).Text);
        Assert.Equal(["deleteMessages"], calls().Where(call => call.Chat == user.Id).Select(call => call.Method));
        await Eventually(() => bot.Briefs.Count == 0);
    }

    [Fact]
    public async Task Each_chat_has_its_own_ten_minutes()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var (early, late, gone) = (telegram.User(), telegram.User(), telegram.User());
        foreach (var user in new[] { early, late, gone })
            await user.Starts().Done;
        await early.Presses("receipt").Done;
        await gone.Presses("receipt").Done;
        time.Advance(TimeSpan.FromMinutes(6));
        await late.Presses("receipt").Done;
        await gone.Blocks().Done;
        Assert.Equal(2, bot.Briefs.Count);

        time.Advance(TimeSpan.FromMinutes(4));
        await Eventually(() => !Shows(early, Digits));
        Assert.True(Shows(late, Digits));

        time.Advance(TimeSpan.FromMinutes(6));
        await Eventually(() => !Shows(late, Digits));
        Assert.True(Shows(gone, Digits));
        Assert.Equal(0, bot.Tally.NotShown);
    }

    [Fact]
    public async Task Where_Telegram_slows_the_chat_down_it_goes_as_soon_as_it_may()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        telegram.Fails("editMessageText", Fault.Flood(150), chat: user.Id);
        time.Advance(Brief);
        await Eventually(() => bot.Held.IsWaiting(ChatKey.Of(user.Id)));
        Assert.True(Shows(user, Digits));

        time.Advance(TimeSpan.FromSeconds(151));

        await Eventually(() => !Shows(user, Digits));
        Assert.Equal("home of ky", Assert.Single(user.Sees().Messages).Text);
    }

    [Fact]
    public async Task A_newer_screen_that_waits_for_Telegram_takes_its_place()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        telegram.Fails("editMessageText", Fault.Flood(900), chat: user.Id);
        await user.Presses("a").Done;
        time.Advance(Brief);
        await telegram.User().Starts().Done;
        Assert.True(Shows(user, Digits));

        time.Advance(TimeSpan.FromSeconds(301));

        await Eventually(() => !Shows(user, Digits));
        Assert.Equal("a", Assert.Single(user.Sees().Messages).Text);
        await Eventually(() => bot.Briefs.Count == 0);
    }

    [Fact]
    public async Task What_Telegram_does_not_take_is_tried_again_a_minute_later()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        telegram.Fails("editMessageText", new Fault.Refuse(400, "Bad Request: a new kind of trouble"), chat: user.Id);
        var calls = telegram.CallsFromNow();
        time.Advance(Brief);
        await Eventually(() => bot.Tally.NotShown == 1);
        Assert.True(Shows(user, Digits));

        time.Advance(TimeSpan.FromMinutes(1));

        await Eventually(() => !Shows(user, Digits));
        Assert.Equal("home of ky", Assert.Single(user.Sees().Messages).Text);
        Assert.DoesNotContain(calls(), call => call.Method == "sendMessage");
    }

    [Fact]
    public async Task A_receipt_that_the_person_deleted_is_not_sent_again()
    {
        await using var telegram = await Telegram();
        await using var bot = await Bot(telegram);
        var user = telegram.User();
        await user.Starts().Done;
        await user.Presses("receipt").Done;
        user.ClearsHistory();

        time.Advance(Brief);

        await Eventually(() => bot.Briefs.Count == 0);
        Assert.Empty(user.Sees().Messages);
    }

    [Fact]
    public async Task After_a_restart_it_stays_until_a_button_is_pressed()
    {
        await using var telegram = await Telegram();
        var user = telegram.User();
        await using (await Bot(telegram))
        {
            await user.Starts().Done;
            await user.Presses("receipt").Done;
        }
        await using var bot = await Bot(telegram);
        time.Advance(2 * Brief);
        await telegram.User().Starts().Done;
        Assert.True(Shows(user, Digits));

        await user.Presses("home").Done;

        Assert.Equal("home of tg", Assert.Single(user.Sees().Messages).Text);
    }

    /// <summary>Waits for work that nobody announces; looks again whenever other work had its turn.</summary>
    static async Task Eventually(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience.Long);
        while (!isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
