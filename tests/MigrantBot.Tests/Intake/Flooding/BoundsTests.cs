using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Intake.Flooding;
using Xunit.Abstractions;

namespace MigrantBot.Tests.Intake.Flooding;

/// <summary>100,000 chats: what memory holds of them, in entries and in bytes. All that is allocated on the way is counted, kept or not.</summary>
public sealed class BoundsTests(ITestOutputHelper output)
{
    const int Chats = 100_000;
    const int Megabyte = 1 << 20;

    static readonly ChatKey[] Keys = [.. Enumerable.Range(1, Chats).Select(chat => ChatKey.Of(chat))];

    long Allocated(string what, int entries, Action<int> each)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var chat = 0; chat < entries; chat++)
            each(chat);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        output.WriteLine($"{what}: {entries} entries, at most {bytes / 1024.0 / 1024:F1} MiB");
        return bytes;
    }

    [Fact]
    public void Senders_reports_and_fingerprints_of_a_day()
    {
        var limits = new Limits(new FakeTime());
        var words = new Words(string.Join(' ', Enumerable.Repeat("слово", 20)));
        var ids = Enumerable.Range(0, Chats).Select(report => $"{report:x32}").ToArray();

        Assert.InRange(Allocated("Limits", Today.Most, chat => limits.Submitted(ids[chat], Keys[chat], words)), 0, 64 * Megabyte);
        Assert.Equal((Today.Most, Today.Most), limits.Known);

        for (var chat = Today.Most; chat < Chats; chat++)
            limits.Submitted(ids[chat], Keys[chat], words);
        Assert.Equal((Today.Most, Today.Most), limits.Known);
    }

    [Fact]
    public void Chats_that_write_in_the_same_minute()
    {
        var pace = new Pace(new FakeTime());

        Assert.InRange(Allocated("Pace", Pace.Most, chat => pace.IsTooFast(Keys[chat])), 0, 8 * Megabyte);
        for (var chat = Pace.Most; chat < Chats; chat++)
            Assert.False(pace.IsTooFast(Keys[chat]));

        Assert.Equal(Pace.Most, pace.Count);
    }

    [Fact]
    public void Chats_with_a_live_screen()
    {
        var time = new FakeTime();
        var chats = new MigrantBot.Channels.Telegram.Chats(time);
        ChatState State(int chat) => ChatState.Empty.Leaving(chat, time.GetUtcNow(), hasToGo: true) with { Live = new(chat, time.GetUtcNow(), time.GetUtcNow(), 1) };

        Assert.InRange(
            Allocated("Chats", MigrantBot.Channels.Telegram.Chats.Most, chat => chats[Keys[chat]] = State(chat)), 0, 24 * Megabyte);
        for (var chat = MigrantBot.Channels.Telegram.Chats.Most; chat < Chats; chat++)
            chats[Keys[chat]] = State(chat);

        Assert.Equal(MigrantBot.Channels.Telegram.Chats.Most, chats.Count);
    }

    [Fact]
    public void Chats_that_have_to_wait_are_forgotten_when_they_need_not_wait_any_more()
    {
        var time = new FakeTime();
        var floods = new Floods(time);
        foreach (var batch in Keys.Chunk(100))
        {
            foreach (var chat in batch)
                floods.Slow(chat, Pace.Pause);
            time.Advance(Pace.Pause);
        }

        floods.Slow(Keys[0], Pace.Pause);
        Assert.Equal(1, floods.Count);
        Assert.Equal(Pace.Pause, floods.Left(Keys[0]));
        Assert.Equal(TimeSpan.Zero, floods.Left(Keys[^1]));
    }
}
