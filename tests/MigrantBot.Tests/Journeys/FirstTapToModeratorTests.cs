using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Console;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Journeys;

/// <summary>The whole house: a newcomer starts the program, becomes the first moderator, and reads what strangers tell.</summary>
[Collection(JourneyTests.Name)]
public sealed partial class FirstTapToModeratorTests(Chromium chromium, PostgresServer server)
{
    [Fact]
    public async Task What_a_stranger_tells_is_read_and_judged_by_the_first_moderator()
    {
        await using var premises = await Premises.Make();
        await Walk(premises, "sqlite");
    }

    [Fact]
    public async Task The_same_on_PostgreSQL()
    {
        await using var premises = await Premises.Make(new PostgresTestDatabase(server));
        await Walk(premises, "postgres");
    }

    async Task Walk(Premises premises, string album)
    {
        await premises.Start();
        await using var desk = await Desk.Sit(premises.Address, _ => InvitationOf(premises), chromium.Browser);
        var person = new Migrant(premises.Telegram.User(), Language.UzbekLatin);

        await person.Goes([.. Ways.ToHome, .. Ways.Learning, .. Ways.Now]);
        Assert.False(person.Has("button.send-three"), "A report is offered though nobody could read it.");
        await person.Goes([Step.Press("button.home", "home.text"), Step.Press("button.tell", "closed.heading")]);

        await Enrol(desk, album);
        // What is accepted stays in the queue until it is closed; these are about what nobody has judged yet.
        await desk.Page.Locator("#filter-status").SelectOptionAsync("open");
        await OpenForReports(person);
        await person.Goes([Step.Press("button.home", "home.text"), .. Ways.Answering, .. Ways.Sending]);
        await Read(desk, album, "telegram", Ways.Scrubbed);
        await Judge(desk, album, "accept", "Accepted.");

        await person.Goes([Step.Press("button.home", "home.text"), .. Ways.Now, Step.Press("button.send-three", "preview.heading"), Step.Press("preview.send", "sent.heading")]);
        await desk.Refresh();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".words")).ToContainTextAsync("No words, only the answers below.");
        await Judge(desk, album, "reject", "Rejected.");

        await using var visit = await Visitor.Come(premises.Address, chromium.Browser, Language.Tajik, album);
        await visit.Reports("Дар идора маро маҷбур карданд, ки ба шартнома имзо гузорам. Рақами ман +992 93 123 45 67.");
        await Read(desk, album, "web", "Дар идора маро маҷбур карданд, ки ба шартнома имзо гузорам. Рақами ман [номер].");
        await Judge(desk, album, "accept", "Accepted.");

        Assert.Equal("accepted 2, rejected 1", string.Join(", ", await Verdicts(premises)));
        Assert.Empty(desk.Complaints);
        Assert.Empty(premises.Telegram.Violations);
        Assert.DoesNotContain("fail:", premises.Log, StringComparison.Ordinal);
        Assert.Equal(0, await premises.Running.Stop());
    }

    internal static async Task<Uri> InvitationOf(Premises premises)
    {
        await premises.Running.Says("To become the first moderator");
        return LinkIn(premises.Log);
    }

    internal static Uri LinkIn(string printed) => new(Invitation().Match(printed).Value);

    static async Task Enrol(Desk desk, string album)
    {
        await desk.OpenInvitation("");
        await Expect(desk.Page.Locator("fieldset")).ToBeVisibleAsync();
        await Album.Keep(desk.Page, album, "1-invitation");
        await desk.Choose("uz", "tg");
        await Album.Keep(desk.Page, album, "2-passcode");
        await desk.TypeLastGroup();
        await Expect(desk.Page.Locator("#make-passkey")).ToBeVisibleAsync();
        await Album.Keep(desk.Page, album, "2-passkey");
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        await desk.Unlock();
        await Album.Keep(desk.Page, album, "3-empty-queue");
    }

    /// <summary>The bot hears of the first reader within seconds; until then it says that it takes no report.</summary>
    internal static Task OpenForReports(Migrant person) => Eventually.True(
        async () =>
        {
            await person.Phone.Presses(person.Say("button.home")).Done;
            return (await person.Phone.Presses(person.Say("button.tell")).Done).Text.Contains(person.Say("tell.heading"), StringComparison.Ordinal);
        },
        () => $"Reporting did not open:\n{person.Sees}");

    static async Task Read(Desk desk, string album, string name, string words)
    {
        await desk.Refresh();
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(1);
        await Album.Keep(desk.Page, album, $"4-queue-{name}");
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync(words);
        await Album.Keep(desk.Page, album, $"5-read-{name}");
    }

    static async Task Judge(Desk desk, string album, string verdict, string notice)
    {
        await desk.Decide(verdict);
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync(notice);
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(0);
        await Album.Keep(desk.Page, album, $"6-{verdict}ed");
    }

    static async Task<IReadOnlyList<string>> Verdicts(Premises premises) =>
    [
        $"accepted {await premises.Ask<long>("SELECT COUNT(*) FROM reports WHERE status = 'accepted'")}",
        $"rejected {await premises.Ask<long>("SELECT COUNT(*) FROM reports WHERE status = 'rejected'")}",
    ];

    [GeneratedRegex(@"http://localhost:\d+/console/enter#[A-Za-z0-9_-]+")]
    private static partial Regex Invitation();
}
