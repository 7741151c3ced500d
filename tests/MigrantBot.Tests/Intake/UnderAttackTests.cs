using Microsoft.Extensions.Logging.Abstractions;
using MigrantBot.Channels.Terminal;
using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

/// <summary>Somebody tries one wrong receipt after another, and does not stop. Who comes with a right one is served all the same, from wherever he comes.</summary>
public sealed class UnderAttackTests : IAsyncLifetime
{
    static readonly Language Uzbek = Language.UzbekLatin;

    IntakeHome home = null!;
    Receipt receipt = null!;
    int tried;

    public async Task InitializeAsync()
    {
        home = await IntakeHome.Open();
        await home.Press(new ReportPlace.Send(Uzbek, new Draft(41, new Facets { Who = Who.Self }), Told.Nothing, WithReceipt: true));
        receipt = Receipt.Read((await home.Press(new ReceiptPlace.Paper(Uzbek, 41))).Covered!.Reveal())!;
    }

    public async Task DisposeAsync() => await home.DisposeAsync();

    /// <summary>24 chats with five tries each, and then others; on the web nobody knows whose they are.</summary>
    async Task Attack(bool onTheWeb, int times)
    {
        for (var number = 0; number < times; number++, tried++)
            Assert.Equal("receipt.nothing.heading", (await Type(Receipt.Of((UInt128)tried).Reveal(), onTheWeb ? null : 1000 + tried / 5)).Lines[0].Key);
    }

    Task<Screen> Type(string typed, long? chat) => Ask(new Incoming.Typed(new(typed)), new ReceiptPlace.Enter(Uzbek), chat);

    /// <summary>After the moment that each has to wait while many are wrong.</summary>
    Task<Screen> Ask(Incoming incoming, ReceiptPlace at, long? chat, Words? told = null)
    {
        home.Time.Advance(ReturningLane.Rest);
        return home.Ask(incoming, at, chat, told);
    }

    [Theory]
    [InlineData(7L)]
    [InlineData(null)]
    public async Task The_hundred_and_twenty_first_comes_in_goes_through_and_takes_back_while_they_go_on(long? chat)
    {
        await Attack(chat is null, ReturningTries.MostOfAll);
        Assert.Contains((await Type(receipt.Grouped, chat)).Lines, line => line.Key == "mine.standing.waiting");
        await Attack(chat is null, 10);
        Assert.Equal("more.added", (await Ask(new Incoming.Opened(), new ReceiptPlace.MoreSend(Uzbek, receipt, 45), chat, new("Yana bir gap bor edi."))).Lines[0].Key);
        await Attack(chat is null, 10);
        Assert.Equal("gone.heading", (await Ask(new Incoming.Opened(), new ReceiptPlace.Gone(Uzbek, receipt), chat)).Lines[0].Key);
        Assert.Equal(0, await home.Count("reports"));
    }

    [Fact]
    public async Task In_a_terminal_too()
    {
        await Attack(onTheWeb: false, ReturningTries.MostOfAll);
        home.Time.Advance(ReturningLane.Rest);
        using var output = new StringWriter();
        using var input = new StringReader(receipt.Reveal());
        var editions = new Editions(RealWords.Edition, new LocalesOptions(Repository.Locales), NullLogger<Editions>.Instance);
        await new Talk(home.Conversations, editions, input, output).Run("en", CancellationToken.None);
        Assert.Contains("It waits for a moderator.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_tried_five_wrong_ones_himself_waits_for_an_hour_as_ever()
    {
        for (var number = 0; number < ReturningTries.MostOfChat; number++)
            Assert.Equal("receipt.nothing.heading", (await Type(Receipt.Of((UInt128)number).Reveal(), 7)).Lines[0].Key);
        Assert.Equal("receipt.too-often.heading", (await Type(receipt.Reveal(), 7)).Lines[0].Key);
        home.Time.Advance(ReturningTries.Counted);
        Assert.Equal("mine.heading", (await Type(receipt.Reveal(), 7)).Lines[0].Key);
    }
}
