using MigrantBot.Channels.Telegram;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Channels.Telegram;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace MigrantBot.Tests.Console;

/// <summary>The line for the moderators' group, as it leaves for Telegram.</summary>
public sealed class NoticeTests : ConsoleTest
{
    const long Group = -1009000000001;

    static readonly Facets Critical = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };
    static readonly NoticeOptions Options = new(Group, TimeSpan.FromMinutes(30));

    /// <summary>One notice after the other, at each of which the time of a look has come.</summary>
    Task<IReadOnlyList<string>> Said(BotApiEmulator emulator, params IEnumerable<Func<Task>> before) => Said(emulator, Options, before);

    async Task<IReadOnlyList<string>> Said(BotApiEmulator emulator, NoticeOptions options, IEnumerable<Func<Task>> before)
    {
        await using var bot = await TestBot.Start(emulator, _ => TestScreens.Screen("x"));
        var line = bot.Host.Services.GetRequiredService<GroupLine>();
        var (looks, clock) = (0, new FakeTime());
        var log = new Logbook<Notice>();
        using var reader = await Visitor.SignedIn(Host);
        using var notice = new Notice(new UnopenedReports(Host.Database), async (text, cancellation) => await line.Say(Group, text, cancellation), options, clock, log);
        var calls = emulator.CallsFromNow();
        await notice.StartAsync(CancellationToken.None);
        await clock.SomebodyWaits(options.Every);
        foreach (var prepare in before)
        {
            await prepare();
            looks++;
            clock.Advance(options.Every);
            await Eventually.True(() => notice.Looks == looks, () => "It has not looked.");
        }
        await notice.StopAsync(CancellationToken.None);
        Assert.Empty(log.Lines);
        Assert.Empty(emulator.Violations);
        var sent = calls().Where(call => call.Method == "sendMessage").ToList();
        Assert.All(sent, call => Assert.Equal(Group, call.Chat));
        return [.. sent.Select(call => call.Request.GetProperty("text").GetString()!)];
    }

    Task<string> Tell(Facets facets) => Host.Report(facets, "Words that are nobody else's business.");

    [Fact]
    public async Task The_group_hears_two_numbers_and_nothing_else()
    {
        await using var emulator = await BotApiEmulator.Start();
        Assert.Equal(["2 new, 1 urgent"], await Said(emulator, async () =>
        {
            await Tell(Critical);
            await Tell(new Facets { Region = Region.Moscow });
        }));
    }

    [Fact]
    public async Task The_group_hears_them_in_Russian_where_the_house_speaks_it()
    {
        await using var emulator = await BotApiEmulator.Start();
        Assert.Equal(["новых: 2, срочных: 1"], await Said(emulator, Options with { Tongue = NoticeTongue.Ru }, [async () =>
        {
            await Tell(Critical);
            await Tell(new Facets { Region = Region.Moscow });
        }]));
    }

    [Fact]
    public async Task Where_nothing_is_new_nothing_goes_out()
    {
        await using var emulator = await BotApiEmulator.Start();
        Assert.Equal(["1 new, 1 urgent", "2 new, 1 urgent"], await Said(emulator,
            () => Task.CompletedTask,
            () => Tell(Critical),
            () => Task.CompletedTask,
            () => Tell(new Facets()),
            () => Task.CompletedTask));
    }

    [Fact]
    public async Task What_did_not_arrive_is_said_at_the_next_look()
    {
        await using var emulator = await BotApiEmulator.Start();
        Assert.Equal(["1 new, 1 urgent", "1 new, 1 urgent"], await Said(emulator,
            () =>
            {
                emulator.Fails("sendMessage", Fault.Flood(3));
                return Tell(Critical);
            },
            () => Task.CompletedTask,
            () => Task.CompletedTask));
    }

    [Theory]
    [InlineData(NoticeTongue.En, "^[0-9]+ new, [0-9]+ urgent$")]
    [InlineData(NoticeTongue.Ru, "^новых: [0-9]+, срочных: [0-9]+$")]
    public void Every_line_is_made_of_two_numbers(object tongue, string line) => Assert.Matches(line, Notice.Line(
        [.. Enumerable.Range(0, 1000).Select(number => new UnopenedReport { Id = $"report-{number}", Urgency = number % 21 })], (NoticeTongue)tongue));

    [Fact]
    public void What_came_in_a_flood_is_new_but_never_urgent() => Assert.Equal("3 new, 1 urgent", Notice.Line(
        [.. Enumerable.Range(0, 3).Select(flood => new UnopenedReport { Id = $"report-{flood}", Urgency = Urgency.Critical, Flood = flood })], NoticeTongue.En));

    [Fact]
    public async Task No_line_is_ever_said_to_a_person()
    {
        await using var emulator = await BotApiEmulator.Start();
        await using var bot = await TestBot.Start(emulator, _ => TestScreens.Screen("x"));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            bot.Host.Services.GetRequiredService<GroupLine>().Say(9000000001, "1 new, 0 urgent", CancellationToken.None));
    }
}
