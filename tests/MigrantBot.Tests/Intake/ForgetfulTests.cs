using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

public sealed class ForgetfulTests
{
    readonly FakeTime time = new();
    readonly Forgetful<int, string> memory;

    public ForgetfulTests() => memory = new(3, TimeSpan.FromMinutes(30), time);

    [Fact]
    public void What_is_kept_is_recalled_until_its_time_is_over()
    {
        memory.Keep(1, "a");
        time.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromTicks(1));
        Assert.Equal("a", memory.Recall(1));
        time.Advance(TimeSpan.FromTicks(1));
        Assert.Null(memory.Recall(1));
        Assert.Equal(0, memory.Count);
    }

    [Fact]
    public void Keeping_again_begins_anew_and_recalling_does_not()
    {
        memory.Keep(1, "a");
        memory.Keep(2, "b");
        time.Advance(TimeSpan.FromMinutes(20));
        memory.Keep(1, "A");
        Assert.Equal("b", memory.Recall(2));
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("A", memory.Recall(1));
        Assert.Null(memory.Recall(2));
    }

    [Fact]
    public void When_it_is_full_the_oldest_goes()
    {
        foreach (var key in "12314")
            memory.Keep(key, $"{key}");
        Assert.Equal(3, memory.Count);
        Assert.Equal([null, "3", "1", "4"], "2314".Select(key => memory.Recall(key)));
    }

    [Fact]
    public void What_is_forgotten_is_gone_and_forgetting_twice_does_no_harm()
    {
        memory.Keep(1, "a");
        memory.Forget(1);
        memory.Forget(1);
        Assert.Null(memory.Recall(1));
    }

    [Fact]
    public void Many_threads_may_use_it()
    {
        var crowded = new Forgetful<int, int>(100, TimeSpan.FromMinutes(1), TimeProvider.System);
        Parallel.For(0, 20_000, number =>
        {
            crowded.Keep(number % 300, number);
            crowded.Recall(number % 7);
            crowded.Forget(number % 11);
        });
        Assert.InRange(crowded.Count, 1, 100);
    }
}
