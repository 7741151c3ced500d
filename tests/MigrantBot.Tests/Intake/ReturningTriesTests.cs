using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

public sealed class ReturningTriesTests
{
    static readonly ChatKey Chat = ChatKey.Of(1);
    static readonly ChatKey Other = ChatKey.Of(2);

    readonly FakeTime time = new();
    readonly ReturningTries tries;

    public ReturningTriesTests() => tries = new(time);

    [Fact]
    public void The_sixth_wrong_try_of_a_chat_is_blocked_and_no_other_chat_is()
    {
        for (var number = 0; number < 5; number++)
        {
            Assert.False(tries.AreUsedUp(Chat));
            tries.Count(Chat);
        }
        Assert.True(tries.AreUsedUp(Chat));
        Assert.False(tries.AreUsedUp(Other));
    }

    [Fact]
    public void An_hour_after_the_first_wrong_try_one_more_is_free()
    {
        for (var minute = 0; minute < 5; minute++, time.Advance(TimeSpan.FromMinutes(1)))
            tries.Count(Chat);
        time.Advance(TimeSpan.FromMinutes(55) - TimeSpan.FromTicks(1));
        Assert.True(tries.AreUsedUp(Chat));
        time.Advance(TimeSpan.FromTicks(1));
        Assert.False(tries.AreUsedUp(Chat));
        tries.Count(Chat);
        Assert.True(tries.AreUsedUp(Chat));
    }

    [Fact]
    public void Wrong_tries_of_many_chats_add_up_and_an_hour_later_all_is_free()
    {
        for (var chat = 0; chat < 30; chat++)
            for (var number = 0; number < 4; number++)
            {
                Assert.False(tries.AreUsedUp(Other));
                tries.Count(ChatKey.Of(100 + chat));
            }
        Assert.True(tries.AreUsedUp(Other));
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(tries.AreUsedUp(Other));
    }

    [Fact]
    public void Those_without_a_chat_are_counted_all_together()
    {
        for (var number = 0; number < 120; number++)
        {
            Assert.False(tries.AreUsedUp(null));
            tries.Count(null);
        }
        Assert.True(tries.AreUsedUp(null));
    }
}
