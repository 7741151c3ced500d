using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A page that stays open learns what others do.</summary>
public sealed class LiveTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    static readonly Facets Critical = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };

    async Task<Desk> Unlocked(string handle = "aziz") => await (await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, handle)).Unlock();

    /// <summary>Lets seconds pass on the server until the page shows it.</summary>
    Task Shows(ILocator locator, int count = 1) => Eventually.True(async () =>
    {
        Host.Clock.Advance(Changes.Every);
        return await locator.CountAsync() == count;
    }, () => $"The page does not show {locator} {count} times.", between: TimeSpan.FromMilliseconds(100));

    [Fact]
    public async Task A_report_told_while_the_page_is_open_appears_by_itself_and_takes_nothing_away()
    {
        await using var desk = await Unlocked();
        await Host.Report(new() { Methods = Methods.Deception }, "The first.");
        await desk.Refresh();
        await desk.ClaimFirst();
        var page = desk.Page;
        await page.Locator("#note").ClickAsync();
        await page.Locator("#note-text").FillAsync("half a sentence");
        await page.Locator("#note-text").EvaluateAsync("text => text.setSelectionRange(4, 4)");

        await Host.Report(Critical, "The second.");
        await Shows(page.Locator("#list .case"), 2);

        await Expect(page.Locator("#list .why").First).ToHaveTextAsync("Violence · hours left");
        await Expect(page.Locator("#list a[aria-current]")).ToContainTextAsync("Deception");
        await Expect(page.Locator("#note-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("!");
        await Expect(page.Locator("#note-text")).ToHaveValueAsync("half! a sentence");
        await Expect(page).ToHaveTitleAsync("(1 new, 1 urgent) Queue");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_row_that_has_the_focus_keeps_it_when_others_come_before_it()
    {
        await using var desk = await Unlocked();
        await Host.Report(new() { Methods = Methods.Deception }, "The first.");
        await desk.Refresh();
        var row = desk.Page.Locator("#list a", new() { HasText = "Deception" });
        await row.FocusAsync();

        await Host.Report(Critical, "The second.");
        await Shows(desk.Page.Locator("#list .case"), 2);

        await Expect(row).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_case_that_is_claimed_elsewhere_shows_who_holds_it()
    {
        await using var first = await Unlocked();
        await using var second = await Unlocked("dilnoza");
        await Host.Report(new(), "For one at a time.");
        await first.Refresh();
        await second.Refresh();
        await second.Page.Locator("#list a").ClickAsync();
        await Expect(second.Page.Locator("#claim")).ToBeVisibleAsync();

        await first.ClaimFirst();
        await Shows(second.Page.Locator("#list .holder", new() { HasTextRegex = new Regex("aziz, \\d+ min") }));
        await Expect(second.Page.Locator("#pane")).ToContainTextAsync("aziz holds this case");
        await Expect(second.Page.Locator("#claim")).ToHaveCountAsync(0);

        await first.Page.Locator("#release").ClickAsync();
        await Shows(second.Page.Locator("#claim"));
    }

    [Fact]
    public async Task A_session_that_ends_elsewhere_leads_to_the_entrance()
    {
        await using var desk = await Unlocked();
        await Host.Report(new(), "Words to hide.");
        await desk.Refresh();
        await desk.ClaimFirst();

        await Host.Database.Write((connection, transaction) =>
            Dapper.SqlMapper.ExecuteAsync(connection, "DELETE FROM sessions", transaction: transaction), CancellationToken.None);
        await Eventually.True(() =>
        {
            Host.Clock.Advance(Changes.Every);
            return Task.FromResult(desk.Page.Url.Contains(ConsolePaths.Enter, StringComparison.Ordinal));
        }, () => "The page stays.", between: TimeSpan.FromMilliseconds(100));
        await Expect(desk.Page.GetByText("Words to hide.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_page_that_is_cut_off_says_so_and_asks_anew_when_it_is_back()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        var isCut = true;
        await desk.Page.RouteAsync($"**{ConsolePaths.Api}/{Events.Name}", route => isCut ? route.AbortAsync() : route.ContinueAsync());
        await (await desk.Arrive(Host)).Unlock();
        var live = desk.Page.Locator("#live");
        await Expect(live).ToHaveTextAsync("Not live: press Refresh");
        await Host.Report(Critical, "Told meanwhile.");
        await desk.Refresh();
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(1);

        await Host.Report(Critical, "Told meanwhile, too.");
        isCut = false;

        await Expect(live).ToHaveTextAsync("live");
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(2);
    }
}
