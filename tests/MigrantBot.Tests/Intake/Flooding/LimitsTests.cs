using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Intake.Flooding;

namespace MigrantBot.Tests.Intake.Flooding;

public sealed class LimitsTests
{
    readonly FakeTime time = new();
    readonly Limits limits;
    int reports;

    public LimitsTests() => limits = new(time);

    static Words Told(string who) => new($"{who}: вчера в отделе меня били и требовали подписать контракт, забрали паспорт");

    FloodLevel Submit(long? chat, Words? words = null) =>
        limits.Submitted($"report-{++reports}", chat is { } number ? ChatKey.Of(number) : null, words);

    void Flood()
    {
        for (var chat = 1_000; chat < 1_031; chat++)
            Submit(chat);
        Assert.True(limits.IsSlow);
    }

    [Fact]
    public void Three_reports_a_day_are_as_good_as_any_and_the_fourth_stands_lower()
    {
        Assert.All([Submit(1), Submit(1), Submit(1)], level => Assert.Equal(FloodLevel.None, level));
        Assert.Equal(FloodLevel.Repeated, Submit(1));
        Assert.Equal(FloodLevel.None, Submit(2));
    }

    [Fact]
    public void The_same_report_again_counts_for_nothing_and_gets_the_same_answer()
    {
        var chat = ChatKey.Of(1);
        for (var tap = 0; tap < 100; tap++)
            Assert.Equal(FloodLevel.None, limits.Submitted("one", chat, Told("один")));
        Assert.False(limits.IsSlow);
        Assert.All([Submit(1), Submit(1)], level => Assert.Equal(FloodLevel.None, level));
        Assert.Equal(FloodLevel.Repeated, Submit(1));
        Assert.Equal(FloodLevel.None, limits.Submitted("one", chat, Told("один")));
    }

    [Fact]
    public void Midnight_forgets_who_sent_what()
    {
        for (var report = 0; report < 4; report++)
            Submit(1);
        time.Advance(TimeSpan.FromHours(14));
        Assert.Equal(FloodLevel.Repeated, Submit(1));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(FloodLevel.None, Submit(1));
        Assert.Equal((1, 1), limits.Known);
    }

    [Fact]
    public void A_quiet_night_forgets_too()
    {
        Submit(1);
        time.Advance(TimeSpan.FromDays(1));
        limits.ForgetYesterday();
        Assert.Equal((0, 0), limits.Known);
    }

    [Fact]
    public void What_nobody_sent_often_stands_in_front_of_a_flood_and_the_first_of_each_in_front_of_the_second()
    {
        Assert.Equal(FloodLevel.None, Submit(1));
        Flood();
        Assert.Equal(FloodLevel.DuringFlood, Submit(2));
        Assert.Equal(FloodLevel.Repeated, Submit(2));
        Assert.Equal(FloodLevel.Repeated, Submit(1));
    }

    [Fact]
    public void An_hour_after_the_flood_all_is_as_before()
    {
        Flood();
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(FloodLevel.None, Submit(5));
    }

    [Fact]
    public void On_the_web_nobody_is_known_and_so_each_is_the_first()
    {
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(FloodLevel.None, Submit(null)));
        Flood();
        Assert.All(Enumerable.Range(0, 10), _ => Assert.Equal(FloodLevel.DuringFlood, Submit(null)));
    }

    [Fact]
    public void One_chat_alone_cannot_slow_down_everybody()
    {
        for (var report = 0; report < 1_000; report++)
            Submit(1);
        Assert.False(limits.IsSlow);
        Assert.Equal(FloodLevel.None, Submit(2));
    }

    [Fact]
    public void The_sixth_of_the_same_words_looks_repeated_whoever_sends_it()
    {
        for (var chat = 1; chat <= 5; chat++)
            Assert.Equal(FloodLevel.None, Submit(chat, Told("копия")));
        Assert.Equal(FloodLevel.Repeated, Submit(6, Told("КОПИЯ!")));
        Assert.Equal(FloodLevel.Repeated, Submit(null, Told("копия,")));
        Assert.Equal(FloodLevel.None, Submit(7, new("Сегодня утром на стройке сказали, что без контракта зарплату не отдадут никому")));
    }

    [Fact]
    public void Short_texts_may_be_the_same()
    {
        for (var chat = 1; chat <= 20; chat++)
            Assert.Equal(FloodLevel.None, Submit(chat, new("Помогите, меня заставляют подписать контракт")));
    }

    [Fact]
    public void Many_threads_may_ask()
    {
        var levels = new FloodLevel[4_000];
        Parallel.For(0, levels.Length, number => levels[number] = limits.Submitted($"{number / 2}", ChatKey.Of(number / 8), null));
        Assert.Equal(1_000, limits.Known.Senders * 2);
        Assert.Equal(2_000, limits.Known.Reports);
        Assert.All(Enumerable.Range(0, 2_000), report => Assert.Equal(levels[report * 2], levels[report * 2 + 1]));
    }
}
