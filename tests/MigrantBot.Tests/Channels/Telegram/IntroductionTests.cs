using MigrantBot.Channels.Telegram;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class IntroductionTests
{
    [Fact]
    public async Task The_first_start_sets_everything_and_the_second_nothing()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using (await TestBot.Start(emulator, _ => Screen("x")))
        {
            foreach (var (code, _) in Introduction.Languages)
            {
                Assert.Contains("telegram.command.now", emulator.Profile($"commands/{code}")!, StringComparison.Ordinal);
                Assert.Equal("telegram.description", emulator.Profile($"description/{code}"));
                Assert.Equal("telegram.short-description", emulator.Profile($"short_description/{code}"));
            }
            Assert.Equal(21, emulator.Calls.Count(call => call.Method.StartsWith("setMy", StringComparison.Ordinal)));
        }
        var calls = emulator.CallsFromNow();
        await using (await TestBot.Start(emulator, _ => Screen("x")))
            Assert.DoesNotContain(calls(), call => call.Method.StartsWith("setMy", StringComparison.Ordinal));
        Assert.Empty(emulator.Violations);
    }

    [Fact]
    public async Task A_refused_introduction_does_not_keep_the_bot_from_answering()
    {
        await using var emulator = await BotApiEmulator.Start();
        emulator.Fails("setMyDescription", Fault.Flood(3000));
        await using var bot = await TestBot.Start(emulator, _ => Screen("here"));

        Assert.Equal("here", (await emulator.User().Starts().Done).Text);
        Assert.Contains("setMyDescription for all others was not done (Flood)", bot.Log, StringComparison.Ordinal);
    }
}
