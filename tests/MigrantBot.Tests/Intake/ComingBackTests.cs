using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Tests.Intake;

public sealed class ComingBackTests
{
    const int Phone = 7;
    static readonly Language Uzbek = Language.UzbekLatin;

    [Fact]
    public async Task The_digits_lead_back_to_the_report_from_any_phone_and_the_web()
    {
        await using var home = await IntakeHome.Open();
        var receipt = await Send(home, 41);

        foreach (var chat in new long?[] { Phone, 99, null })
        {
            var screen = await home.Ask(new Incoming.Typed(new(receipt.Grouped)), new ReceiptPlace.Enter(Uzbek), chat);
            Assert.Equal(new ReceiptPlace.Mine(Uzbek, receipt), screen.Place);
            Assert.Contains(screen.Lines, line => line.Key == "mine.standing.waiting");
        }
    }

    [Fact]
    public async Task A_report_sent_without_a_number_is_not_found_by_the_number_that_it_would_have_had()
    {
        await using var home = await IntakeHome.Open();
        var paper = await home.Press(new ReceiptPlace.Paper(Uzbek, 42));
        await home.Press(Sending(42, withReceipt: false));

        var screen = await home.Ask(new Incoming.Typed(paper.Covered!), new ReceiptPlace.Enter(Uzbek));

        Assert.Equal("receipt.nothing.heading", screen.Lines[0].Key);
    }

    [Fact]
    public async Task A_second_tap_shows_the_same_digits_and_stores_one_report()
    {
        await using var home = await IntakeHome.Open();

        Assert.Equal(await Send(home, 43), await Send(home, 43));
        Assert.Equal(1, await Count(home, "reports"));
    }

    [Fact]
    public async Task Added_words_are_sealed_to_who_reads_the_report_and_a_second_tap_adds_nothing()
    {
        await using var home = await IntakeHome.Open();
        var receipt = await Send(home, 44);
        var add = new ReceiptPlace.MoreSend(Uzbek, receipt, 45);

        var first = await home.Ask(new Incoming.Opened(), add, told: new("Ertasi kuni qaytib keldi."));
        var second = await home.Ask(new Incoming.Opened(), add, told: new("Ertasi kuni qaytib keldi."));

        Assert.All(new[] { first, second }, screen => Assert.Equal("more.added", screen.Lines[0].Key));
        Assert.Equal(2, await Count(home, "envelopes"));
        var addition = Assert.Single(await home.Reader.Read(home.Database), text => !text.TryGetProperty("facets", out _));
        Assert.Equal("""{"v":1,"language":"uz","text":"Ertasi kuni qaytib keldi."}""", addition.GetRawText());
    }

    [Fact]
    public async Task Taking_back_deletes_every_row_and_no_old_button_brings_it_back()
    {
        await using var home = await IntakeHome.Open();
        var receipt = await Send(home, 46);
        await home.Ask(new Incoming.Opened(), new ReceiptPlace.MoreSend(Uzbek, receipt, 47), told: new("Yana bir gap."));

        var gone = await home.Press(new ReceiptPlace.Gone(Uzbek, receipt));
        var again = await home.Press(new ReceiptPlace.Gone(Uzbek, receipt));
        var sentAgain = await home.Press(Sending(46, withReceipt: true));
        var added = await home.Ask(new Incoming.Opened(), new ReceiptPlace.MoreSend(Uzbek, receipt, 48), told: new("Yana bir gap."));

        Assert.All(new[] { gone, again, sentAgain }, screen => Assert.Equal("gone.heading", screen.Lines[0].Key));
        Assert.Equal("receipt.nothing.heading", added.Lines[0].Key);
        Assert.Equal("Yana bir gap.", added.Quote?.Reveal());
        foreach (var table in new[] { "reports", "report_facets", "envelopes", "envelope_keys" })
            Assert.Equal(0, await Count(home, table));
    }

    [Fact]
    public async Task While_nobody_can_read_added_words_stay_with_the_person()
    {
        await using var home = await IntakeHome.Open();
        var receipt = await Send(home, 49);
        await home.Leave();

        var screen = await home.Ask(new Incoming.Opened(), new ReceiptPlace.MoreSend(Uzbek, receipt, 50), told: new("Yana bir gap."));

        Assert.Equal("closed.heading", screen.Lines[0].Key);
        Assert.Equal("Yana bir gap.", screen.Quote?.Reveal());
        Assert.Equal(1, await Count(home, "envelopes"));
    }

    static ReportPlace.Send Sending(UInt128 secret, bool withReceipt) => new(Uzbek, new(secret, new() { Who = Who.Self }), WithReceipt: withReceipt);

    static async Task<Receipt> Send(IntakeHome home, UInt128 secret)
    {
        var screen = await home.Press(Sending(secret, withReceipt: true), Phone);
        return Receipt.Read(screen.Covered!.Reveal())!;
    }

    static Task<long> Count(IntakeHome home, string table) =>
        home.Database.Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}"), CancellationToken.None);
}
