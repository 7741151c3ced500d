using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

public sealed class KeyboardTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    async Task<Desk> AtTheQueue()
    {
        var desk = await (await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host)).Unlock();
        await Host.Report(new() { Methods = Methods.Violence, Deadline = Deadline.Hours }, "First.");
        await Host.Report(new() { Methods = Methods.Deception }, "Second.");
        await desk.Refresh();
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(2);
        return desk;
    }

    static Task Press(IPage page, string key) => page.Keyboard.PressAsync(key);

    [Fact]
    public async Task A_case_is_worked_by_letters()
    {
        await using var desk = await AtTheQueue();
        var page = desk.Page;
        foreach (var (key, row) in new[] { ("j", 0), ("j", 1), ("j", 1), ("k", 0), ("ArrowDown", 1), ("ArrowUp", 0) })
        {
            await Press(page, key);
            await Expect(page.Locator("#list a").Nth(row)).ToBeFocusedAsync();
        }
        await Press(page, "Enter");
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        await Press(page, "c");
        await Expect(page.Locator("#release")).ToBeVisibleAsync();
        await Press(page, "b");
        await Expect(page.Locator("#words-state")).Not.ToBeEmptyAsync();
        await Press(page, "n");
        await Expect(page.Locator("#note-text")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("crawx?");
        await Expect(page.Locator("#note-text")).ToHaveValueAsync("crawx?");
        await Press(page, "Escape");
        await Expect(page.Locator("#pane")).ToBeFocusedAsync();

        await Press(page, "a");
        await Expect(page.Locator("#cancel")).ToBeFocusedAsync();
        await Press(page, "Enter");
        await Expect(page.Locator("#cancel")).ToHaveCountAsync(0);
        await Press(page, "x");
        await Expect(page.Locator("#cancel")).ToBeFocusedAsync();
        await Press(page, "Tab");
        await Expect(page.Locator("#confirm")).ToBeFocusedAsync();
        await Press(page, "Enter");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Rejected.");
        await Expect(page.Locator("#list .case")).ToHaveCountAsync(1);
        await Press(page, "Escape");
        await Expect(page.Locator("#list a")).ToBeFocusedAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task While_another_case_is_on_its_way_nothing_is_done_to_the_one_before()
    {
        await using var desk = await AtTheQueue();
        var page = desk.Page;
        var hrefs = await page.Locator("#list a").EvaluateAllAsync<string[]>("rows => rows.map(row => row.getAttribute('href'))");
        var (first, second) = (hrefs[0]["#case/".Length..][..32], hrefs[1]["#case/".Length..][..32]);
        await page.Locator("#list a").First.ClickAsync();
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        var (asked, may) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync($"**/cases/{second}", async route =>
        {
            asked.TrySetResult();
            await may.Task;
            await route.ContinueAsync();
        });

        await page.Locator("#list a").Last.ClickAsync();
        await asked.Task;
        await Expect(page.Locator("#pane[inert]")).ToHaveCountAsync(1);
        await Press(page, "c");
        await Press(page, "j");
        await Expect(page.Locator("#list a").Last).ToBeFocusedAsync();
        may.SetResult();
        await Expect(page.Locator("#pane[inert]")).ToHaveCountAsync(0);
        await Expect(page.Locator("#pane h2")).ToContainTextAsync("Deception");
        await Press(page, "c");
        await Expect(page.Locator("#release")).ToBeVisibleAsync();

        await Expect(page.Locator($"#list a[href*='{second}']")).ToContainTextAsync("yours");
        await Expect(page.Locator($"#list a[href*='{first}']")).Not.ToContainTextAsync("yours");
    }

    [Fact]
    public async Task Keys_mean_the_same_under_Russian_letters()
    {
        await using var desk = await AtTheQueue();
        await desk.Page.EvaluateAsync("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true }))");
        await Expect(desk.Page.Locator("#list a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task The_keys_are_listed_and_can_be_switched_off()
    {
        await using var desk = await AtTheQueue();
        var page = desk.Page;
        await Press(page, "?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await Expect(page.Locator("#keys-close")).ToBeFocusedAsync();
        await Press(page, "j");
        await Expect(page.Locator("#keys-close")).ToBeFocusedAsync();
        await page.Locator("#keys-on").UncheckAsync();
        await Press(page, "Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();

        await Press(page, "j");
        await Expect(page.Locator("#list a:focus")).ToHaveCountAsync(0);
        await page.Locator("#help").ClickAsync();
        await page.Locator("#keys-on").CheckAsync();
        await page.Locator("#keys-close").ClickAsync();
        await Expect(page.Locator("#help")).ToBeFocusedAsync();
        await Press(page, "j");
        await Expect(page.Locator("#list a").First).ToBeFocusedAsync();
    }

    [Fact]
    public async Task G_and_a_letter_lead_to_the_other_pages()
    {
        await using var desk = await AtTheQueue();
        await Press(desk.Page, "g");
        await Press(desk.Page, "s");
        await Expect(desk.Page).ToHaveURLAsync(new Uri(new Uri(desk.Page.Url), "/console/settings").ToString());
        await Expect(desk.Page.Locator("#nav-settings")).ToHaveAttributeAsync("aria-current", "page");
    }
}
