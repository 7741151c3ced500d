using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Intake;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>🧹 and <c>/clean</c> take from the phone what can be taken, and what cannot be taken the screen does not deny.</summary>
public sealed class CleanPhoneTests : IAsyncLifetime
{
    const string Story = "Ular pasportimni olib qoʻyishdi.";

    static readonly Language Language = Language.UzbekLatin;

    IntakeHome intake = null!;
    BotApiEmulator telegram = null!;
    TestUser user = null!;

    public async Task InitializeAsync()
    {
        intake = await IntakeHome.Open();
        telegram = await BotApiEmulator.Start(intake.Time);
        user = telegram.User(Language.Code);
    }

    public async Task DisposeAsync()
    {
        await telegram.DisposeAsync();
        await intake.DisposeAsync();
    }

    /// <summary>The real house; besides, <c>/keep</c> leaves in the chat what was typed, as a text does that is too long.</summary>
    Task<TestBot> Bot() => TestBot.Start(
        telegram, async (asked, cancellation) => asked.Incoming is Incoming.Command { Name: "keep" }
            ? new Screen(new TestPlace("kept", Language), [Text("home.text")], []) { LeavesTyped = true }
            : await intake.Conversations.Answer(asked, RealWords.Catalogue, cancellation),
        intake.Time,
        new TelegramOptions(BotApiEmulator.Token) { BaseUrl = telegram.BaseUrl, PollGrace = TimeSpan.FromDays(9) },
        RealWords.Wording.Say);

    static string Say(string key) => RealWords.Wording.Say(Language, key);

    /// <summary>Leaves so many messages of the person in the chat, no more in a minute than are heeded, and one screen of the bot.</summary>
    async Task Leave(int messages)
    {
        for (var i = 0; i < messages; i++)
        {
            await user.Sends("/keep").Done;
            intake.Time.Advance(TimeSpan.FromSeconds(4));
        }
        await user.Sends($"/start {Language}").Done;
    }

    Task<Seen> Clean(bool byButton) => (byButton ? user.Presses(Say("button.clear")) : user.Sends("/clean")).Done;

    /// <summary>What was said of it is neutral and claims no more than was done.</summary>
    static void TellsTheTruth(Seen seen, params string[] left)
    {
        Assert.StartsWith($"{Say("clear.heading")}\n\n{Say("clear.limits")}", seen.Text, StringComparison.Ordinal);
        Assert.Equal(left, seen.Messages.Where(message => message != seen.Screen).Select(message => message.Text));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(250, false)]
    [InlineData(250, true)]
    public async Task Nothing_is_left_but_the_screen(int messages, bool byButton)
    {
        await using var bot = await Bot();
        await Leave(messages);
        Assert.Equal(messages + 1, user.Sees().Messages.Count);

        TellsTheTruth(await Clean(byButton));
        Assert.Empty(telegram.Violations);
    }

    [Fact]
    public async Task In_a_chat_without_any_message_it_is_the_first_screen()
    {
        await using var bot = await Bot();
        TellsTheTruth(await Clean(byButton: false));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_older_than_48_hours_stays_and_is_not_denied(bool byButton)
    {
        await using var bot = await Bot();
        await Leave(2);
        intake.Time.Advance(TimeSpan.FromHours(30));
        await Leave(2);
        intake.Time.Advance(TimeSpan.FromHours(19));

        TellsTheTruth(await Clean(byButton), "/keep", "/keep");
        Assert.Empty(telegram.Violations);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_message_that_Telegram_does_not_delete_keeps_no_other(bool byButton)
    {
        await using var bot = await Bot();
        await Leave(120);
        telegram.Fails("deleteMessages", new Fault.Refuse(400, "Bad Request: message can't be deleted"), times: 5);

        TellsTheTruth(await Clean(byButton));
        Assert.Empty(telegram.Violations);
    }

    [Fact]
    public async Task A_message_older_than_we_believe_keeps_no_other_and_is_emptied()
    {
        await using var bot = await Bot();
        await user.Sends($"/start {Language}").Done;
        await user.Forges(PlaceCode.Write(IntakeHome.Telling(1))).Done;
        await user.Sends(Story).Done;
        var preview = user.Sees().Screen;
        intake.Time.Advance(TimeSpan.FromHours(60));
        // Telegram shows it without its date, so that it looks like one of today.
        await user.PressesInaccessible(preview, Say("button.home")).Done;
        await user.Sends("/keep").Done;

        var seen = await user.Sends("/clean").Done;

        TellsTheTruth(seen, "·");
        Assert.Empty(telegram.Violations);
    }

    [Fact]
    public async Task Where_Telegram_deletes_several_at_once_no_more_they_go_one_by_one()
    {
        await using var bot = await Bot();
        await Leave(7);
        telegram.Fails("deleteMessages", new Fault.Refuse(400, "Bad Request: a new kind of trouble"), times: 100);

        TellsTheTruth(await Clean(byButton: false));
    }

    [Fact]
    public async Task Where_Telegram_deletes_nothing_everything_of_ours_is_emptied_and_the_rest_is_not_denied()
    {
        await using var bot = await Bot();
        await Leave(2);
        foreach (var method in new[] { "deleteMessages", "deleteMessage" })
            telegram.Fails(method, new Fault.Refuse(400, "Bad Request: message can't be deleted"), times: 100);

        TellsTheTruth(await Clean(byButton: false), "/keep", "/keep", "·", "/clean");
    }

    [Fact]
    public async Task What_Telegram_slows_down_is_deleted_as_soon_as_it_may_be()
    {
        await using var bot = await Bot();
        await Leave(150);
        telegram.Fails("deleteMessages", Fault.Flood(30), chat: user.Id);

        var seen = await Clean(byButton: false);
        Assert.StartsWith(Say("clear.heading"), seen.Text, StringComparison.Ordinal);
        Assert.True(bot.Held.IsWaiting(ChatKey.Of(user.Id)));
        intake.Time.Advance(TimeSpan.FromSeconds(31));

        using var patience = new CancellationTokenSource(Patience.Long);
        for (; user.Sees().Messages.Count > 1; await Task.Yield())
            patience.Token.ThrowIfCancellationRequested();
        TellsTheTruth(user.Sees());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task After_a_restart_only_the_message_at_hand_can_go(bool byButton)
    {
        await using (await Bot())
        {
            await Leave(1);
            await user.Forges(PlaceCode.Write(IntakeHome.Telling(1))).Done;
        }
        var before = user.Sees().Screen.Text;
        await using var bot = await Bot();

        var seen = await Clean(byButton);

        Assert.DoesNotContain("/clean", seen.FromPerson.Select(message => message.Text));
        if (byButton)
            TellsTheTruth(seen, "/keep");
        else
            Assert.Equal(["/keep", before], seen.Messages.SkipLast(1).Select(message => message.Text));
    }

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void In_every_language_the_screen_names_the_limit(string language) =>
        Assert.Contains("48", RealWords.Wording.Say(Language.Find(language)!, "clear.limits"), StringComparison.Ordinal);
}
