using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using MigrantBot.Channels.Telegram;
using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using Moq;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class PollingTests
{
    static string Typed(Asked asked) => asked.Incoming is Incoming.Typed typed ? typed.Words.Reveal() : "";

    [Fact]
    public async Task A_chat_is_answered_in_order_and_another_chat_does_not_wait_for_it()
    {
        await using var emulator = await BotApiEmulator.Start();
        var gate = new TaskCompletionSource();
        var order = new ConcurrentQueue<string>();
        await using var bot = await TestBot.Start(emulator, async (asked, _) =>
        {
            if (Typed(asked) == "slow 1")
                await gate.Task;
            order.Enqueue(Typed(asked));
            return Screen(Typed(asked));
        });
        var (slow, quick) = (emulator.User(), emulator.User());
        slow.Sends("slow 1");
        var last = slow.Sends("slow 2");

        var offered = quick.Sends("quick");
        while (order.IsEmpty)
            await Task.Yield();
        Assert.False(offered.Done.IsCompleted);
        gate.SetResult();
        await last.Done;
        await offered.Done;

        Assert.Equal(["quick", "slow 1", "slow 2"], order);
    }

    [Fact]
    public async Task What_was_not_finished_comes_again_to_the_next_process_and_what_was_is_not_done_twice()
    {
        await using var emulator = await BotApiEmulator.Start();
        var user = emulator.User();
        var asked = new ConcurrentQueue<string>();
        var begun = new TaskCompletionSource();
        var died = TestBot.Build(emulator, async (what, _) =>
        {
            asked.Enqueue($"first {Typed(what)}");
            if (Typed(what) != "two")
                return Screen(Typed(what));
            begun.SetResult();
            await new TaskCompletionSource<Screen>().Task;
            return Screen("never");
        });
        await died.Host.StartAsync();
        await user.Sends("one").Done;
        var two = user.Sends("two");
        await begun.Task;
        // As kill -9 leaves it: nothing more is confirmed.
        using (var now = new CancellationTokenSource(TimeSpan.Zero))
            await died.Host.StopAsync(now.Token);
        await using var next = await TestBot.Start(emulator, what =>
        {
            asked.Enqueue($"next {Typed(what)}");
            return Screen(Typed(what));
        });

        Assert.Equal("two", (await two.Done).Text);
        Assert.Equal(["first one", "first two", "next two"], asked);
    }

    [Fact]
    public async Task A_calm_end_confirms_what_is_done()
    {
        await using var emulator = await BotApiEmulator.Start();
        var user = emulator.User();
        var gate = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        var bot = await TestBot.Start(emulator, async (_, _) =>
        {
            begun.SetResult();
            await gate.Task;
            return Screen("done");
        });
        var posted = user.Sends("last");
        await begun.Task;

        var end = bot.DisposeAsync();
        gate.SetResult();
        await end;

        Assert.Equal("done", (await posted.Done).Text);
    }

    [Fact]
    public async Task A_poisonous_update_is_tried_three_times_apologised_for_and_passed_over()
    {
        await using var emulator = await BotApiEmulator.Start();
        var tries = 0;
        await using var bot = await TestBot.Start(emulator, asked => Typed(asked) == "poison"
            ? throw new InvalidOperationException($"failed at {Typed(asked)} try {++tries}")
            : Screen("fine"));
        var user = emulator.User();

        var seen = await user.Sends("poison").Done;
        Assert.Equal("sorry", Assert.Single(seen.Messages).Text);
        Assert.Equal((3, 1), (tries, bot.Tally.PassedOver));

        Assert.Equal("fine", (await user.Sends("more").Done).Text);
        Assert.DoesNotContain("failed at", bot.Log, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_screen_that_cannot_be_written_is_apologised_for_without_asking_again()
    {
        await using var emulator = await BotApiEmulator.Start();
        var asked = 0;
        await using var bot = await TestBot.Start(emulator, _ =>
        {
            asked++;
            return Screen(new string('x', 5000));
        });

        Assert.Equal("sorry", (await emulator.User().Sends("x").Done).Text);
        Assert.Equal((1, 1), (asked, bot.Tally.PassedOver));
    }

    [Fact]
    public async Task An_unreadable_update_between_good_ones_is_skipped_and_counted()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, asked => Screen(Typed(asked)));
        var user = emulator.User();
        user.Sends("before");
        var bad = emulator.Post("""{"update_id":"$id","message":{"message_id":"секрет","chat":5}}""");
        var deep = emulator.Post($$$"""{"update_id":"$id","message":{"message_id":1,"chat":{"id":1,"type":"group"},"x":{{{new string('[', 200)}}}{{{new string(']', 200)}}} }}""");
        var after = user.Sends("after");

        await Task.WhenAll(bad.Done, deep.Done);

        Assert.Equal("after", (await after.Done).Text);
        Assert.Equal(1, bot.Tally.Unreadable);
        Assert.DoesNotContain("секрет", bot.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"date\":900000000000000", 0)]
    [InlineData("\"date\":1790000000,\"text\":\"секрет\",\"entities\":[null]", 1)]
    public async Task What_reads_as_an_update_and_makes_no_sense_stops_nobody(string strange, int unreadable)
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, asked => Screen(Typed(asked)));
        var bad = emulator.Post(
            $$$"""{"update_id":"$id","callback_query":{"id":"1","from":{"id":7},"message":{"message_id":1,"chat":{"id":7,"type":"private"},{{{strange}}} } } }""");

        await bad.Done;

        Assert.Equal("after", (await emulator.User().Sends("after").Done).Text);
        Assert.Equal(unreadable, bot.Tally.Unreadable);
        Assert.DoesNotContain("секрет", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_edits_and_notices_are_confirmed_without_a_word()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, _ => Screen("an answer"));
        var user = emulator.User();
        var calls = emulator.CallsFromNow();

        await emulator.Post("""{"update_id":"$id","message":{"message_id":1,"date":1,"chat":{"id":-100,"type":"supergroup"},"from":{"id":5},"text":"x"}}""").Done;
        await user.SetsAutoDelete().Done;
        await user.Edits("other").Done;

        Assert.Empty(calls());
    }

    [Fact]
    public async Task Whatever_else_a_person_sends_is_deleted_and_answered()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, asked => Screen(asked.Incoming.GetType().Name));
        var user = emulator.User();
        foreach (var sends in (Func<Posted>[])[user.SendsVoice, user.SendsSticker, user.SendsDocument, user.SendsContact, user.SendsLocation, user.SendsPoll, () => user.SendsPhoto()])
            Assert.Equal("Unsupported", Assert.Single((await sends().Done).Messages).Text);

        Assert.Equal("Typed", Assert.Single((await user.Forwards("чужое").Done).Messages).Text);
        foreach (var leak in (string[])[TestUser.FirstName, TestUser.LastName, TestUser.Username, TestUser.Phone, $"{user.Id}", BotApiEmulator.Token])
            Assert.DoesNotContain(leak, bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_poller_is_a_warning_and_both_go_on()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, _ => Screen("here"));
        emulator.Fails("getUpdates", new Fault.Refuse(409, "Conflict: terminated by other getUpdates request"));
        await emulator.User().Starts().Done;

        // The fault meets the poll after this one; the next update comes through all the same.
        Assert.Equal("here", (await emulator.User().Starts().Done).Text);
        Assert.Contains("Another process asks Telegram", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_bots_with_one_token_meet_a_conflict()
    {
        await using var emulator = await BotApiEmulator.Start();
        using var http = new HttpClient();
        var client = new BotApi(http, new TelegramOptions(BotApiEmulator.Token) { BaseUrl = emulator.BaseUrl }, TimeProvider.System);
        var first = client.GetUpdates(new GetUpdates(null, 100, 50, Polling.Wanted), default);
        while (emulator.Calls.Count == 0)
            await Task.Yield();

        var second = client.GetUpdates(new GetUpdates(null, 100, 0, Polling.Wanted), default);

        Assert.IsType<Refusal.Conflict>((await first).Refusal);
        Assert.Empty((await second).Value!.Updates);
    }

    [Fact]
    public async Task A_poll_that_stays_silent_is_given_up_and_asked_anew()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start();
        emulator.Fails("getUpdates", new Fault.Silence());
        await using var bot = await TestBot.Start(emulator, _ => Screen("alive"), time);
        while (emulator.Calls.All(call => call.Method != "getUpdates"))
            await Task.Yield();

        time.Advance(TimeSpan.FromSeconds(66));
        await time.SomebodyWaits(TimeSpan.FromMilliseconds(100));
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("alive", (await emulator.User().Starts().Done).Text);
        Assert.Contains("silent", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_in_trouble_is_asked_again_later()
    {
        await using var emulator = await BotApiEmulator.Start();
        emulator.Fails("getUpdates", Fault.ServerError);
        emulator.Fails("getUpdates", new Fault.Gibberish());
        emulator.Fails("deleteWebhook", new Fault.Cut());
        await using var bot = await TestBot.Start(emulator, _ => Screen("back"));

        Assert.Equal("back", (await emulator.User().Starts().Done).Text);
        Assert.Contains("cannot be reached (2 times in a row)", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_that_waited_too_long_never_comes_and_the_next_one_does()
    {
        var time = new FakeTime();
        await using var emulator = await BotApiEmulator.Start(time);
        var user = emulator.User();
        await using (await TestBot.Start(emulator, _ => Screen("home", To("a"))))
            await user.Starts().Done;
        user.Presses("a");
        time.Advance(TimeSpan.FromSeconds(151));
        var asked = 0;
        await using var bot = await TestBot.Start(emulator, _ => Screen($"asked {++asked}"));

        Assert.Equal("asked 1", (await user.Presses("a").Done).Text);
    }

    [Fact]
    public async Task A_wrong_token_stops_the_bot_and_names_the_setting()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(
            emulator, _ => Screen("x"), options: new TelegramOptions("7000000001:wrong-and-secret") { BaseUrl = emulator.BaseUrl });

        await bot.Host.WaitForShutdownAsync();

        Assert.Contains("Set Telegram__Token", bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-and-secret", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_confirmed_past_the_lowest_that_is_open()
    {
        var progress = new Progress();
        var (first, second) = (new TaskCompletionSource(), new TaskCompletionSource());
        Assert.Null(progress.Offset());
        progress.Add([(5, first.Task), (6, second.Task), (7, Task.CompletedTask)]);

        second.SetResult();
        Assert.Equal(5, progress.Offset());
        first.SetResult();
        Assert.Equal(8, progress.Offset());
        progress.Add([(3, Task.FromCanceled(new CancellationToken(true)))]);
        Assert.Equal(3, progress.Offset());
    }

    [Fact]
    public async Task The_same_number_is_handled_once()
    {
        var handled = 0;
        using var inbox = new Inbox((_, _) => Task.FromResult(++handled), new Tally(), new FakeTime(), Mock.Of<Microsoft.Extensions.Logging.ILogger<Inbox>>());
        var update = new Received(9, new Update(9, new Message(1, new Chat(5, "private"), 1, new User(5), "x")));

        await Task.WhenAll(inbox.Take(update), inbox.Take(update));
        await inbox.Take(update);

        Assert.Equal(1, handled);
    }
}
