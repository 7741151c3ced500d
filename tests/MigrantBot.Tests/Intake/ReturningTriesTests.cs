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
    public void A_chat_that_has_tried_is_known_for_an_hour()
    {
        Assert.False(tries.HasTried(Chat));
        tries.Count(Chat);
        Assert.Equal((true, false, false), (tries.HasTried(Chat), tries.HasTried(Other), tries.HasTried(null)));
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(tries.HasTried(Chat));
    }

    [Fact]
    public void Wrong_tries_of_many_chats_add_up_use_up_nobodys_and_an_hour_later_they_are_few()
    {
        for (var chat = 0; chat < 30; chat++)
            for (var number = 0; number < 4; number++)
            {
                Assert.False(tries.AreMany);
                tries.Count(ChatKey.Of(100 + chat));
            }
        Assert.Equal((true, false), (tries.AreMany, tries.AreUsedUp(Other)));
        time.Advance(TimeSpan.FromHours(1));
        Assert.False(tries.AreMany);
    }

    [Fact]
    public void They_are_many_for_as_long_as_a_hundred_and_twenty_are_younger_than_an_hour()
    {
        for (var number = 0; number < 240; number++, time.Advance(TimeSpan.FromSeconds(29)))
            tries.Count(null);
        Assert.Equal((true, false), (tries.AreMany, tries.AreUsedUp(null)));
        time.Advance(TimeSpan.FromMinutes(3));
        Assert.False(tries.AreMany);
    }

    [Fact]
    public void More_chats_than_it_remembers_cost_no_more_memory_and_still_are_many()
    {
        var before = Known();
        for (var chat = 0; chat < ReturningTries.MostChats + 10; chat++)
            tries.Count(ChatKey.Of(1000 + chat));
        Assert.Equal((false, true, true), (tries.HasTried(ChatKey.Of(1000)), tries.HasTried(ChatKey.Of(1010)), tries.AreMany));
        Assert.Equal(0, before);
        Assert.Equal(ReturningTries.MostChats, Known());

        int Known() => Enumerable.Range(0, ReturningTries.MostChats + 10).Count(chat => tries.HasTried(ChatKey.Of(1000 + chat)));
    }
}
