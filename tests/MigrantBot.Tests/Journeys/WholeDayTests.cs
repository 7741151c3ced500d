using System.Text;
using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Console;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;
using ConsolePaths = MigrantBot.Console.ConsolePaths;
using SessionCookie = MigrantBot.Console.SessionCookie;

namespace MigrantBot.Tests.Journeys;

/// <summary>
/// A day of three moderators: the real program, three browsers with a device for passkeys each, and people who write in Telegram. Nobody loads a page
/// again to see what the others did.
/// </summary>
[Collection(JourneyTests.Name)]
public sealed class WholeDayTests(Chromium chromium, PostgresServer server)
{
    const string Note = "Telefon raqami yoʻq, oilasi bilan gaplashish kerak.";
    const string Answer = "Biz oʻqidik. Hech narsaga imzo chekmang, advokat soʻrang.";

    [Fact]
    public async Task Three_moderators_share_a_day_and_who_is_removed_takes_nothing_along()
    {
        await using var premises = await Premises.Make();
        await Walk(premises, "day-sqlite");
    }

    [Fact]
    public async Task The_same_on_PostgreSQL()
    {
        await using var premises = await Premises.Make(new PostgresTestDatabase(server));
        await Walk(premises, "day-postgres");
    }

    async Task Walk(Premises premises, string album)
    {
        await premises.Start(("Logging__LogLevel__Default", "Debug"), ("Logging__LogLevel__Microsoft", "Trace"));
        await using var aziz = await (await Sit(premises, FirstTapToModeratorTests.InvitationOf)).Enrol("", "uz", "ru");
        await using var dilnoza = await (await Sit(premises, Invited("dilnoza"))).Enrol("dilnoza", "uz");
        await using var karim = await (await Sit(premises, Invited("karim"))).Enrol("karim", "uz", "tg");
        Desk[] all = [aziz, dilnoza, karim];
        foreach (var desk in all)
            await desk.Unlock();

        var digits = await Told(premises);
        foreach (var desk in all)
            await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(2);

        var secrets = await Secrets(all);

        await LosesTheLease(premises, dilnoza, karim, album);
        await Answers(dilnoza, album);
        var paper = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await paper.Goes([.. Ways.ToHome, Step.Press("button.receipt", "receipt.question"), Step.Write(digits, "mine.standing.being-read"), Step.Press("mine.answer", "answer.beware")]);
        Assert.Contains(Answer, paper.Sees.Text, StringComparison.Ordinal);
        await Expect(dilnoza.Page.Locator(".words")).ToContainTextAsync("Fetched on");
        await dilnoza.Decide("accept");
        await Expect(dilnoza.Page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        await paper.Goes([Step.Press("answer.read", "mine.standing.accepted")]);

        await IsRemoved(premises, karim, by: aziz, and: dilnoza, album);
        await IsWrittenDown(premises);
        // Of a session the database keeps the hash, and only that.
        Assert.DoesNotContain(LeakHuntTests.Leaks(premises, secrets), leak =>
            !(leak.StartsWith("data/migrantbot.db", StringComparison.Ordinal) && leak.Contains("SHA-256 of a session", StringComparison.Ordinal)));
        Assert.Empty(aziz.Complaints.Concat(dilnoza.Complaints));
        Assert.Empty(premises.Telegram.Violations);
        Assert.Equal(0, await premises.Running.Stop());
    }

    Task<Desk> Sit(Premises premises, Func<Premises, Task<Uri>> invited) => Desk.Sit(premises.Address, _ => invited(premises), chromium.Browser);

    static Func<Premises, Task<Uri>> Invited(string handle) => async premises =>
    {
        var (exitCode, printed) = await premises.Runs("keys", "invite", handle);
        Assert.Equal(0, exitCode);
        return FirstTapToModeratorTests.LinkIn(printed);
    };

    /// <summary>What moderators typed, and what opens their keys and their sessions: none of it may be in a file or a log.</summary>
    static async Task<Traces> Secrets(IEnumerable<Desk> all)
    {
        var traces = new Traces().Of("the answer", Answer).Of("the note", Note);
        foreach (var desk in all)
        {
            traces.Of("a passcode", desk.Passcode).Of("a passcode", desk.Passcode.Replace("-", "", StringComparison.Ordinal));
            var session = Assert.Single(await desk.Page.Context.CookiesAsync(), cookie => cookie.Name == SessionCookie.Name);
            traces.Of("a session", Encoding.ASCII.GetBytes(session.Value));
        }
        return traces;
    }

    /// <summary>Two people tell: one with a number on paper, then one without words.</summary>
    static async Task<string> Told(Premises premises)
    {
        var first = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await first.Goes(Ways.ToHome);
        await first.Presses("button.tell").Done;
        await FirstTapToModeratorTests.OpenForReports(first);
        var digits = await ComingBackTests.SendWithNumber(first);
        var second = new Migrant(premises.Telegram.User(), Language.UzbekLatin);
        await second.Goes([.. Ways.ToHome, .. Ways.Now, Step.Press("button.send-three", "preview.heading"), Step.Press("preview.send", "sent.heading")]);
        return digits;
    }

    /// <summary>The first is called away; her time ends, the other takes the case, and what she had typed is neither sent late nor lost.</summary>
    static async Task LosesTheLease(Premises premises, Desk first, Desk other, string album)
    {
        var withNumber = await premises.Ask<string>("SELECT id FROM reports WHERE reporter_key IS NOT NULL");
        foreach (var desk in new[] { first, other })
            await desk.Page.Locator($"#list a[href*='{withNumber}']").ClickAsync();
        await first.Page.Locator("#claim").ClickAsync();
        await Expect(other.Page.Locator("#pane")).ToContainTextAsync("dilnoza holds this case");
        await first.Page.Locator("#show-words").ClickAsync();
        await Expect(first.Page.Locator(".told").First).ToHaveTextAsync(Ways.Scrubbed);
        await Album.Keep(first.Page, album, "1-opened");
        await first.Page.Locator("#answer").FillAsync(Answer);
        await Expect(first.Page.Locator("#draft-state")).ToHaveTextAsync("draft saved, sealed");

        // Twenty minutes later.
        await premises.Change($"UPDATE reports SET claim_until = 1 WHERE id = '{withNumber}'");
        await other.Page.Locator("#claim").ClickAsync();
        await Expect(other.Page.Locator("#answer")).ToBeVisibleAsync();
        await Expect(first.Page.Locator("#pane")).ToContainTextAsync("karim holds this case");
        await Expect(first.Page.Locator("#send")).ToHaveCountAsync(0);
        Assert.Equal(0, await premises.Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 2"));

        await other.Page.Locator("#note").ClickAsync();
        await other.Page.Locator("#note-text").FillAsync(Note);
        await other.Page.Locator("#note-now").ClickAsync();
        await Expect(other.Page.Locator("#notes li")).ToHaveCountAsync(1);
        await other.Page.Locator("#release").ClickAsync();
        await Expect(other.Page.Locator("#notice")).ToContainTextAsync("Released.");
    }

    /// <summary>She finds her words again, and what the other has noted; she sends.</summary>
    static async Task Answers(Desk desk, string album)
    {
        await Expect(desk.Page.Locator("#claim")).ToBeVisibleAsync();
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync(Answer);
        await Expect(desk.Page.Locator("#notes li")).ToHaveCountAsync(1);
        await Album.Keep(desk.Page, album, "2-again");
        await desk.Answer(Answer);
        await Expect(desk.Page.Locator(".words .answered")).ToHaveCountAsync(1);
        await Album.Keep(desk.Page, album, "3-answered");
    }

    /// <summary>One asks, another confirms: page, passkey and every key of the third are gone.</summary>
    static async Task IsRemoved(Premises premises, Desk gone, Desk by, Desk and, string album)
    {
        var id = await premises.Ask<string>("SELECT id FROM moderators WHERE handle = 'karim'");
        Assert.NotEqual(0, await premises.Ask<long>($"SELECT COUNT(*) FROM envelope_keys WHERE recipient_id = '{id}'"));
        await by.Page.GotoAsync(ConsolePaths.Team);
        await by.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Remove karim" }).ClickAsync();
        await by.Page.Locator("#yes").ClickAsync();
        await Expect(by.Page.Locator("#requests")).ToContainTextAsync("karim");
        await and.Page.GotoAsync(ConsolePaths.Team);
        await Album.Keep(and.Page, album, "4-team");
        await and.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Confirm…" }).ClickAsync();
        await and.Page.Locator("#yes").ClickAsync();
        await Expect(and.Page.Locator("#people")).Not.ToContainTextAsync("karim");

        await Expect(gone.Page).ToHaveURLAsync(new Regex(ConsolePaths.Enter));
        await gone.Page.GotoAsync(ConsolePaths.Enter);
        await gone.Page.Locator("#sign-in").ClickAsync();
        await Expect(gone.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        foreach (var rows in new[] { $"envelope_keys WHERE recipient_id = '{id}'", $"sessions WHERE moderator_id = '{id}'", $"passkeys WHERE moderator_id = '{id}'", $"queue WHERE recipient_id = '{id}'" })
            Assert.Equal(0, await premises.Ask<long>($"SELECT COUNT(*) FROM {rows}"));
    }

    /// <summary>The audit has the whole day, and tells who touches it.</summary>
    static async Task IsWrittenDown(Premises premises)
    {
        foreach (var action in new[] { "enrol", "invite", "claim", "open", "note", "release", "reply", "accept", "remove-asked", "remove" })
            Assert.NotEqual(0, await premises.Ask<long>($"SELECT COUNT(*) FROM audit WHERE action = '{action}'"));
        var whole = await premises.Runs("audit", "verify");
        Assert.True(whole.ExitCode == 0, whole.Printed);
        await premises.Change("UPDATE audit SET actor = 'operator' WHERE action = 'remove'");
        var row = await premises.Ask<long>("SELECT seq FROM audit WHERE action = 'remove'");
        var broken = await premises.Runs("audit", "verify");
        Assert.Equal(1, broken.ExitCode);
        Assert.Matches(RowNamed(row), broken.Printed);
    }

    static Regex RowNamed(long row) => new($@"\b{row}\b", RegexOptions.CultureInvariant);
}
