using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Journeys;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

/// <summary>Whoever restarts the bot does not wait for Telegram, and nobody's message is lost by that.</summary>
public sealed class EndingTests
{
    /// <summary>Less than the half minute after which the framework gives up waiting and ends anyway.</summary>
    static readonly TimeSpan Quick = TimeSpan.FromSeconds(20);

    readonly FakeTime time = new();

    [Fact]
    public async Task Who_waits_for_another_try_does_not_hold_up_the_end_and_is_answered_after_the_restart()
    {
        await using var telegram = await BotApiEmulator.Start(time);
        var (user, other) = (telegram.User(), telegram.User());
        var before = await TestBot.Start(telegram, _ => Screen("before"), time);
        Assert.Equal("before", (await other.Starts().Done).Text);
        var (calls, tally) = (telegram.CallsFromNow(), before.Tally);
        telegram.Fails("sendMessage", Fault.ServerError);
        var waiting = user.Starts();
        await Eventually.True(() => calls().Any(call => call.Method == "sendMessage"), () => "Nothing was on its way.");

        await before.DisposeAsync().AsTask().WaitAsync(Quick);
        Assert.False(waiting.Done.IsCompleted);
        Assert.Equal(0, tally.PassedOver + tally.NotShown);

        await using var after = await TestBot.Start(telegram, _ => Screen("after"), time);
        Assert.Equal("after", (await waiting.Done).Text);
        Assert.Equal("before", other.Sees().Text);
    }

    [Fact]
    public async Task A_click_whose_answer_waits_comes_again_too()
    {
        await using var telegram = await BotApiEmulator.Start(time);
        var user = telegram.User();
        var before = await TestBot.Start(telegram, asked => asked.Incoming is Incoming.Opened ? Screen("b") : Screen("a", To("b")), time);
        await user.Starts().Done;
        telegram.Fails("editMessageText", new Fault.Cut());
        var calls = telegram.CallsFromNow();
        var waiting = user.Presses("b");
        await Eventually.True(() => calls().Any(call => call.Method == "editMessageText"), () => "Nothing was on its way.");
        await before.DisposeAsync().AsTask().WaitAsync(Quick);

        await using var after = await TestBot.Start(telegram, _ => Screen("after"), time);
        Assert.Equal("after", (await waiting.Done).Text);
    }

    [Fact]
    public async Task What_is_still_at_work_after_some_seconds_is_let_go_and_comes_again()
    {
        await using var telegram = await BotApiEmulator.Start(time);
        var user = telegram.User();
        var begun = new TaskCompletionSource();
        var before = await TestBot.Start(telegram, async (_, cancellation) =>
        {
            begun.SetResult();
            await new TaskCompletionSource().Task.WaitAsync(cancellation);
            return Screen("never");
        }, time);
        var waiting = user.Starts();
        await begun.Task;

        var end = before.DisposeAsync().AsTask();
        await Eventually.True(
            () =>
            {
                time.Advance(TimeSpan.FromSeconds(1));
                return end.IsCompleted;
            },
            () => "It does not end.");
        await end;

        await using var after = await TestBot.Start(telegram, _ => Screen("after"), time);
        Assert.Equal("after", (await waiting.Done).Text);
    }
}
