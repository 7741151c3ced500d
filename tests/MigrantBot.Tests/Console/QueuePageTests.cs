using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What a moderator sees of the queue, and chooses of it.</summary>
public sealed class QueuePageTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    static readonly Facets Critical = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };

    DateOnly Today => DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);

    async Task<Desk> Unlocked(string handle = "aziz") => await (await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, handle)).Unlock();

    [Fact]
    public async Task A_row_says_why_it_stands_where_it_stands()
    {
        await using var desk = await Unlocked();
        await Host.Report(new() { Methods = Methods.CriminalCase, Deadline = Deadline.Days, Region = Region.FarEast }, "words", "tg", Today.AddDays(-5));

        await desk.Refresh();

        var row = desk.Page.Locator("#list .case");
        await Expect(row.Locator(".rank")).ToHaveTextAsync("High, 14");
        await Expect(row.Locator(".why")).ToHaveTextAsync("Criminal case · days left · 3 days overdue");
        await Expect(row.Locator(".age")).ToHaveTextAsync("5 days ago");
        await Expect(row.Locator(".about")).ToContainTextAsync("Far East");
        await Expect(row.Locator(".about")).ToContainTextAsync("Legal threat");
        await Expect(row.Locator(".about")).ToContainTextAsync("Тоҷикӣ");
        await Expect(row.Locator(".mark")).ToHaveTextAsync("unread");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task What_is_chosen_stands_in_the_address_and_stays_over_a_reload_and_a_case()
    {
        await using var desk = await Unlocked();
        var moscow = await Host.Report(new() { Region = Region.Moscow, Methods = Methods.Violence }, "words", "uz");
        await Host.Report(new() { Region = Region.Volga, Methods = Methods.Violence }, "words", "uz");
        await Host.Report(new() { Region = Region.Moscow, Methods = Methods.Violence }, "words", "ru");
        var page = desk.Page;
        var rows = page.Locator("#list .case");
        await desk.Refresh();
        await Expect(rows).ToHaveCountAsync(3);

        await page.Locator("#filter-region").SelectOptionAsync("moscow");
        await Expect(rows).ToHaveCountAsync(2);
        await page.Locator("#filter-language").FocusAsync();
        await page.Locator("#filter-language").SelectOptionAsync("uz");
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(page).ToHaveURLAsync(Ending("#?language=uz&region=moscow"));
        await Expect(page.Locator("#filter-language")).ToBeFocusedAsync();

        await rows.Locator("a").ClickAsync();
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(Ending($"#case/{moscow}?language=uz&region=moscow"));

        await desk.Return();
        await Expect(rows).ToHaveCountAsync(1);
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(page.Locator("#filter-language")).ToHaveValueAsync("");
        Assert.Empty(desk.Complaints);
    }

    static Regex Ending(string address) => new($"{Regex.Escape(address)}$");

    [Fact]
    public async Task Each_view_shows_its_own_cases()
    {
        await using var desk = await Unlocked();
        var page = desk.Page;
        await Host.Report(Critical, "to be decided");
        await Host.Report(new() { Methods = Methods.Deception }, "to be held");
        await Host.Report(new() { Methods = Methods.MoneyPromised }, "overdue", day: Today.AddDays(-30));
        await desk.Refresh();
        await desk.ClaimFirst();
        await desk.Decide("reject");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Rejected.");
        await page.Locator("#list a", new() { HasText = "Deception" }).ClickAsync();
        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator("#release")).ToBeVisibleAsync();

        foreach (var (view, expected) in new[] { ("held", "Deception"), ("overdue", "Money promised"), ("decided", "rejected") })
        {
            await page.Locator($"#view-{view}").ClickAsync();
            await Expect(page.Locator("#list .case")).ToHaveCountAsync(1);
            await Expect(page.Locator("#list .case")).ToContainTextAsync(expected);
            await Expect(page.Locator($"#view-{view}")).ToHaveAttributeAsync("aria-current", "true");
        }
        await page.Locator("#view-waiting").ClickAsync();
        await Expect(page.Locator(".empty")).ToContainTextAsync("No case waits for its reporter");
        await Expect(page.Locator("#filter-status")).ToBeDisabledAsync();
        await page.Locator("#view-mine").ClickAsync();
        await Expect(page.Locator("#list .case")).ToHaveCountAsync(2);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task An_empty_list_says_what_that_means_and_how_to_go_on()
    {
        await using var desk = await Unlocked();
        var page = desk.Page;
        await Expect(page.Locator(".empty strong")).ToHaveTextAsync("Nothing is waiting");
        foreach (var (view, words) in new[] { ("held", "You hold no case"), ("overdue", "Nothing is overdue"), ("decided", "You have decided nothing yet"), ("all", "No report is open") })
        {
            await page.Locator($"#view-{view}").ClickAsync();
            await Expect(page.Locator(".empty strong")).ToHaveTextAsync(words);
        }
        await page.Locator("#filter-type").SelectOptionAsync("violence");
        await Expect(page.Locator(".empty strong")).ToHaveTextAsync("Nothing matches");
        await page.Locator("#clear").ClickAsync();
        await Expect(page.Locator(".empty strong")).ToHaveTextAsync("No report is open");
    }

    [Fact]
    public async Task More_is_shown_when_asked_for_and_stays_when_the_list_is_asked_for_anew()
    {
        await using var desk = await Unlocked();
        for (var number = 0; number < 53; number++)
            await Host.Report(new(), "words");
        await desk.Refresh();
        var rows = desk.Page.Locator("#list .case");
        await Expect(rows).ToHaveCountAsync(50);
        await Expect(desk.Page.Locator("#count")).ToHaveTextAsync("50+ open");

        await desk.Page.Locator("#more").ClickAsync();
        await Expect(rows).ToHaveCountAsync(53);
        await Expect(desk.Page.Locator("#more")).ToBeHiddenAsync();
        await desk.Refresh();
        await Expect(rows).ToHaveCountAsync(53);
    }

    [Fact]
    public async Task The_title_of_the_tab_says_how_much_is_new_and_urgent_and_nothing_else()
    {
        await using var desk = await Unlocked();
        await Expect(desk.Page).ToHaveTitleAsync("Queue");
        await Host.Report(Critical, "words");
        await Host.Report(new(), "words");
        await desk.Refresh();
        await Expect(desk.Page).ToHaveTitleAsync("(2 new, 1 urgent) Queue");
    }

    [Fact]
    public async Task Who_has_opened_as_many_cases_as_one_should_in_a_day_is_told_so()
    {
        await using var desk = await Unlocked();
        await Host.Report(Critical, "One too many.");
        await Host.Database.Write(async (connection, transaction) =>
        {
            var me = await connection.QuerySingleAsync<string>("SELECT id FROM moderators", transaction: transaction);
            for (var number = 0; number < 40; number++)
                await connection.ExecuteAsync(
                    "INSERT INTO openings (moderator_id, day, report_id) VALUES (@me, @day, @report)",
                    new { me, day = $"{Today:yyyy-MM-dd}", report = $"report-{number}" }, transaction);
            return true;
        }, CancellationToken.None);
        await desk.Refresh();

        await desk.Page.Locator("#list a").ClickAsync();
        await desk.Page.Locator("#claim").ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("40");
        await Expect(desk.Page.GetByText("One too many.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task After_fifty_minutes_at_the_unlocked_desk_a_break_is_advised_and_again_after_fifty_more()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.Clock.InstallAsync();
        await (await desk.Arrive(Host)).Unlock();
        var rest = desk.Page.Locator("#rest");
        for (var time = 0; time < 2; time++)
        {
            await Works(desk.Page, 48);
            await Expect(rest).ToBeHiddenAsync();
            await Works(desk.Page, 4);
            await Expect(rest).ToContainTextAsync("You have been reading for 50 minutes.");
            await desk.Page.Locator("#rest-close").ClickAsync();
            await Expect(rest).ToBeHiddenAsync();
        }
    }

    [Fact]
    public async Task The_twelfth_case_since_the_last_break_advises_one()
    {
        await using var desk = await Unlocked();
        var page = desk.Page;
        List<string> cases = [];
        for (var number = 0; number < 12; number++)
            cases.Add(await Host.Report(new(), "words"));
        await desk.Refresh();
        // By name: what is opened gives way in the list to what is not.
        foreach (var one in cases)
        {
            await Expect(page.Locator("#rest")).ToBeHiddenAsync();
            await page.Locator($"#list a[href='#case/{one}']").ClickAsync();
            await page.Locator("#claim").ClickAsync();
            await Expect(page.Locator("#release")).ToBeVisibleAsync();
        }
        await Expect(page.Locator("#rest")).ToContainTextAsync("12th case");
    }

    /// <summary>Minutes in which the page is touched now and then.</summary>
    static async Task Works(IPage page, int minutes)
    {
        for (var passed = 0; passed < minutes; passed++)
        {
            await page.Clock.RunForAsync("01:00");
            await page.Keyboard.PressAsync("Shift");
        }
    }

    [Fact]
    public async Task In_Russian_everything_is_in_Russian()
    {
        await using var desk = await Unlocked();
        await desk.Page.Locator("#tongues button", new() { HasText = "Русский" }).ClickAsync();
        await Expect(desk.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await Expect(desk.Page.Locator("#nav-queue")).ToHaveTextAsync("Очередь");
        await Expect(desk.Page.Locator(".empty strong")).ToHaveTextAsync("Никто не ждёт");
        await desk.Page.GotoAsync(ConsolePaths.Home);
        await Expect(desk.Page.Locator("#refresh")).ToHaveTextAsync("Обновить");
    }
}
