using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Console;
using MigrantBot.Tests.Emulator;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Journeys;

/// <summary>The number on paper: it leads back from another phone, another bot and the web, to what a moderator has signed and to nothing else.</summary>
[Collection(JourneyTests.Name)]
public sealed partial class ComingBackTests(Chromium chromium, PostgresServer server)
{
    const string Answer = "Biz oʻqidik. Advokat ertaga soat 10 da boradi, eshikni ochmang.";

    [Fact]
    public async Task A_reporter_reads_what_a_moderator_signed_and_nothing_that_was_put_into_the_database()
    {
        await using var premises = await Premises.Make();
        await Walk(premises);
    }

    [Fact]
    public async Task The_same_on_PostgreSQL()
    {
        await using var premises = await Premises.Make(new PostgresTestDatabase(server));
        await Walk(premises);
    }

    async Task Walk(Premises premises)
    {
        await premises.Start();
        await using var desk = await Desk.Sit(premises.Address, _ => FirstTapToModeratorTests.InvitationOf(premises), chromium.Browser);
        await desk.OpenInvitation("");
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await desk.MakePasskey();
        await desk.Unlock();
        var first = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await first.Goes(Ways.ToHome);
        await first.Presses("button.tell").Done;
        await FirstTapToModeratorTests.OpenForReports(first);
        var digits = await SendWithNumber(first);

        await using var telegram = await BotApiEmulator.Start();
        await using (var another = await premises.StartAnother(telegram))
        {
            await Adds(new Migrant(telegram.User(), Language.UzbekLatin), digits);
            Assert.Equal(0, await another.Stop());
        }
        await desk.Refresh();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".told").Last).ToHaveTextAsync("Ertalab meni harbiy qismga olib ketishadi.");
        await desk.Answer(Answer);
        await Expect(desk.Page.Locator(".words")).ToContainTextAsync(Answer);

        await Forge(premises);
        var second = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await second.Goes([.. Ways.ToHome, Step.Press("button.receipt", "receipt.question"), Step.Write(digits, "mine.standing.being-read")]);
        Assert.Single(second.Sees.Labels, label => label.StartsWith(second.Say("mine.answer"), StringComparison.Ordinal));
        Assert.Empty(second.Sees.FromPerson);
        await second.Goes([Step.Press("mine.answer", "answer.beware")]);
        Assert.Contains(Answer, second.Sees.Text, StringComparison.Ordinal);
        Assert.True(second.Sees.Screen.IsProtected, "An answer may be forwarded.");
        Assert.Contains("A reply in the database was not signed by a moderator", premises.Log, StringComparison.Ordinal);
        Assert.Contains(second.Say("mine.answers"), await OnTheWeb(premises, digits), StringComparison.Ordinal);

        await second.Goes([Step.Press("answer.read", "mine.no-answer"), Step.Press("mine.withdraw", "withdraw.heading"), Step.Press("withdraw.yes", "gone.heading")]);
        Assert.Single(second.Sees.Messages);
        await second.Goes([Step.Write(digits, "receipt.nothing.heading")]);
        foreach (var table in new[] { "reports", "report_facets", "envelopes", "envelope_keys" })
            Assert.Equal(0, await premises.Ask<long>($"SELECT COUNT(*) FROM {table}"));
        Assert.Empty(premises.Telegram.Violations.Concat(telegram.Violations));
        Assert.Equal(0, await premises.Running.Stop());
    }

    /// <summary>The digits as they are on paper. A slip while typing them back is told; then only the closing line is left.</summary>
    internal static async Task<string> SendWithNumber(Migrant person)
    {
        await person.Goes([Step.Press("button.home", "home.text"), .. Ways.Answering, Step.Write(Ways.Told, "preview.heading"), Step.Press("preview.send-receipt", "paper.heading")]);
        Assert.Single(person.Sees.Messages);
        Assert.True(person.Sees.Screen is { IsProtected: true } && person.Sees.Screen.Entities.Any(entity => entity.Type == "spoiler"));
        var digits = Digits().Match(person.Sees.Text).Value;
        await person.Goes([Step.Press("paper.written", "copied.question"), Step.Write(digits[..^1], "copied.wrong"), Step.Write(digits, "sent.heading")]);
        Assert.Single(person.Sees.Messages);
        Assert.DoesNotContain(digits, person.Sees.ToString(), StringComparison.Ordinal);
        return digits;
    }

    static async Task Adds(Migrant person, string digits)
    {
        await person.Goes(
        [
            .. Ways.ToHome, Step.Press("button.receipt", "receipt.question"), Step.Write(digits.Replace(" ", "", StringComparison.Ordinal), "mine.standing.waiting"),
            Step.Press("mine.more", "more.question"), Step.Write("Ertalab meni harbiy qismga olib ketishadi.", "more.preview"), Step.Press("more.send", "more.added"),
        ]);
        await person.Goes([Step.Press("mine.finish", "sent.heading")]);
        Assert.Single(person.Sees.Messages);
    }

    /// <summary>
    /// Whoever can write to the database copies a reply that is true, whose signature belongs to another place, and seals one of his own to the reporter, in the
    /// name of the moderator.
    /// </summary>
    static async Task Forge(Premises premises)
    {
        await premises.Change(
            """
            INSERT INTO envelopes (id, report_id, direction, day, body, author, signature)
            SELECT '00112233445566778899aabbccddeeff', report_id, direction, day, body, author, signature FROM envelopes WHERE direction = 2;
            INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key)
            SELECT '00112233445566778899aabbccddeeff', recipient_id, sealed_key FROM envelope_keys k WHERE EXISTS (SELECT 1 FROM envelopes e WHERE e.id = k.envelope_id AND e.direction = 2)
            ON CONFLICT DO NOTHING;
            """);
        using var stranger = new Author("stranger");
        var reply = stranger.Reply(
            await premises.Ask<string>("SELECT id FROM reports"), "ffeeddccbbaa99887766554433221100", "Bu manzilga keling.", await premises.Ask<byte[]>("SELECT reporter_key FROM reports"));
        await premises.Put(reply with { Author = await premises.Ask<string>("SELECT author FROM envelopes WHERE direction = 2") });
    }

    static async Task<string> OnTheWeb(Premises premises, string digits)
    {
        using var browser = new HttpClient { BaseAddress = premises.Address };
        using var form = new FormUrlEncodedContent([new("say", "1.uz.receipt"), new("words", digits)]);
        using var answer = await browser.PostAsync("/chat", form);
        return await answer.Content.ReadAsStringAsync();
    }

    [GeneratedRegex(@"\d{4}( \d{4}){4}")]
    private static partial Regex Digits();
}
