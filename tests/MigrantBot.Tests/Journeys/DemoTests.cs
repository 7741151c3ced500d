using System.Text.RegularExpressions;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Console;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Journeys;

/// <summary>A newcomer starts the demo and looks at everything. With PNG_DIR set, what there is to see is also painted there.</summary>
[Collection(JourneyTests.Name)]
public sealed partial class DemoTests(Chromium chromium)
{
    const string Handle = "demo-anor", Administrator = "demo-admin";

    [Fact]
    public async Task A_newcomer_sees_everything_of_it_and_that_it_is_invented()
    {
        using var folder = new TemporaryFolder();
        var address = new Uri($"http://localhost:{Premises.FreePort()}/");
        var settings = new Dictionary<string, string> { ["ASPNETCORE_URLS"] = address.ToString(), ["HOME"] = folder.Root };
        var passcode = "";
        await using (var demo = BotProcess.Start(folder.Root, settings, "demo"))
        {
            await IsMade(demo);
            await Expect200(address, "/health/ready");
            passcode = Passcode().Match(demo.Log).Groups["passcode"].Value;
            await using var desk = await Desk.Sit(address, handle => Task.FromResult(LinkOf(handle, demo.Log)), chromium.Browser);
            await WorksAsAModerator(desk, passcode);
            await SeesTheMarkOnEveryPage(desk, ["/console", "/console/team", "/console/audit", "/console/settings"]);
            await desk.SignOut();
            await SeesTheMarkOnEveryPage(desk, ["/console/enter"]);
            await OpensThePagesOfAnAdministrator(desk);
            await SeesTheMarkInTheWebChat(address);
            await SeesTheMarkOnThePublications(address);
            Assert.Empty(desk.Complaints);
            Assert.DoesNotContain("fail:", demo.Log, StringComparison.Ordinal);
            Assert.Equal(0, await demo.Stop());
        }
        await TheSameDemoIsThereAgain(folder, settings, passcode);
        await NoBotServesFromIt(folder, settings);
    }

    static async Task WorksAsAModerator(Desk desk, string passcode)
    {
        await desk.OpenInvitation(Handle);
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        await desk.Unlock(passcode);
        await Expect(desk.Page.Locator(".locked")).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#list .case").Nth(20)).ToBeAttachedAsync();
        await Album.Keep(desk.Page, "demo", "queue");
        await desk.Page.Locator("#filter-status").SelectOptionAsync("open");
        await desk.Page.Locator("#list .case:not(:has(.holder)) a").First.ClickAsync();
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator(".words")).ToBeVisibleAsync();
        await desk.Page.Locator("#show-words").ClickAsync();
        await Expect(desk.Page.Locator(".told").First).ToHaveTextAsync(Invented());
        await Album.Keep(desk.Page, "demo", "case");
    }

    static async Task SeesTheMarkOnEveryPage(Desk desk, IEnumerable<string> pages)
    {
        foreach (var page in pages)
        {
            await desk.Page.GotoAsync(page);
            await Expect(desk.Page.Locator("#invented")).ToHaveTextAsync("Demo: every case here is invented. Nothing real belongs in it.");
            await Expect(desk.Page.Locator("main")).ToBeVisibleAsync();
        }
    }

    static async Task OpensThePagesOfAnAdministrator(Desk desk)
    {
        await desk.OpenInvitation(Administrator);
        await desk.MakePasskey();
        await Expect(desk.Page.Locator("#people > *")).ToHaveCountAsync(4);
        await SeesTheMarkOnEveryPage(desk, ["/console/team", "/console/partners", "/console/settings", "/console/audit"]);
        await Album.Keep(desk.Page, "demo", "audit");
    }

    async Task SeesTheMarkInTheWebChat(Uri address)
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = address.ToString() });
        var page = await context.NewPageAsync();
        foreach (var language in Language.All)
            foreach (var place in new[] { "", "/help", "/nowhere" })
            {
                await page.GotoAsync($"/{language}{place}");
                await Expect(page.Locator(".invented")).ToHaveTextAsync(RealWords.Wording.Say(language, "web.invented"));
            }
        await Album.Keep(page, "demo", "web-chat");
    }

    async Task SeesTheMarkOnThePublications(Uri address)
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = address.ToString() });
        var page = await context.NewPageAsync();
        foreach (var (path, mark) in new[] { ("/publications", "Invented data"), ("/publications/ru", "Данные вымышлены") })
        {
            await page.GotoAsync(path);
            await Expect(page.Locator("aside.banner")).ToContainTextAsync(mark);
            await Album.Keep(page, "demo", path.Replace('/', '-'));
        }
    }

    static async Task TheSameDemoIsThereAgain(TemporaryFolder folder, Dictionary<string, string> settings, string passcode)
    {
        await using var again = BotProcess.Start(folder.Root, settings, "demo");
        await IsMade(again);
        Assert.Contains(passcode, again.Log, StringComparison.Ordinal);
        Assert.Equal(0, await again.Stop());
    }

    static async Task NoBotServesFromIt(TemporaryFolder folder, Dictionary<string, string> settings)
    {
        await using var run = BotProcess.Start(folder.Root, new Dictionary<string, string>(settings)
        {
            ["Telegram__Token"] = Emulator.BotApiEmulator.Token,
            ["Database__ConnectionString"] = "Data Source=data/demo.db",
            ["Pepper__File"] = "data/demo-pepper",
        });

        Assert.Equal(2, await run.Ended());
        Assert.Contains("no bot serves from it", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Telegram: listening", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_does_not_touch_a_database_that_somebody_works_with()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = $"http://localhost:{Premises.FreePort()}/",
            ["HOME"] = folder.Root,
            ["Database__ConnectionString"] = "Data Source=data/migrantbot.db",
        };
        await using (var real = BotProcess.Start(folder.Root, settings, "keys", "invite", "aziz"))
            Assert.Equal(0, await real.Ended());

        await using var demo = BotProcess.Start(folder.Root, settings, "demo");

        Assert.Equal(2, await demo.Ended());
        Assert.Contains("“demo” never touches it. Leave Database__ConnectionString out", demo.Log, StringComparison.Ordinal);
    }

    /// <summary>It is to take seconds; a machine that does much else at the same time may take longer.</summary>
    static Task IsMade(BotProcess demo) => Eventually.True(
        () => Task.FromResult(demo.Log.Contains($"{Administrator}   ", StringComparison.Ordinal)), () => $"The demo was not made:\n{demo.Log}", TimeSpan.FromSeconds(90));

    static async Task Expect200(Uri address, string path)
    {
        using var client = new HttpClient { BaseAddress = address };
        using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
    }

    static Uri LinkOf(string handle, string printed) =>
        new(Regex.Match(printed, $@"{handle} .* (?<link>http://localhost:\d+/console/enter#[A-Za-z0-9_-]+)").Groups["link"].Value);

    [GeneratedRegex($@"{Handle}    (?<passcode>[0-9A-Z-]{{19}})")]
    private static partial Regex Passcode();

    [GeneratedRegex(@"\[(выдумано|oʻylab topilgan|ўйлаб топилган|хаёлӣ|ойдон чыгарылган|ойдан шығарылған)\]$")]
    private static partial Regex Invented();
}
