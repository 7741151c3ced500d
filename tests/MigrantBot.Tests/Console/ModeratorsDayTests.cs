using Dapper;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

public sealed class ModeratorsDayTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    Task<string> Status(string report) => Host.Database.Read(connection =>
        connection.QuerySingleAsync<string>("SELECT status FROM reports WHERE id = @report", new { report }), CancellationToken.None);

    [Fact]
    public async Task From_the_invitation_to_an_accepted_report()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        var report = await Host.Report(new Facets { Methods = Methods.Violence, Deadline = Deadline.Hours }, "Ertaga soʻnggi kun, шошилинч ёрдам керак.");
        await Host.Report(new Facets { Methods = Methods.MoneyPromised, Deadline = Deadline.None }, "Pul vaʼda qilishdi.");

        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync("Ertaga soʻnggi kun, шошилинч ёрдам керак.");
        await desk.Decide("accept");

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        // What is accepted stays in the queue until it is closed: an answer may follow.
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(2);
        Assert.Equal("accepted", await Status(report));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Ten_idle_minutes_lock_the_keys_and_take_the_words_away()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.Clock.InstallAsync();
        await desk.Arrive(Host);
        await Host.Report(new Facets(), "Words to hide.");
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();

        await desk.Page.Clock.RunForAsync("09:00");
        await Expect(desk.Page.Locator(".told")).ToBeVisibleAsync();
        await desk.Page.Clock.RunForAsync("01:10");

        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("Words to hide.")).ToHaveCountAsync(0);
    }

    /// <summary>Only the page's clock moves, and the page hears of nothing: else it would ask the server, for which no minute has passed.</summary>
    [Fact]
    public async Task A_lease_that_runs_out_says_so_a_minute_before_takes_the_words_away_and_the_case_may_be_claimed_again()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Deafen();
        await desk.Page.Clock.InstallAsync();
        await desk.Arrive(Host);
        await Host.Report(new Facets(), "Words to hide.");
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();

        foreach (var minutes in new[] { "09:30", "09:35" })
        {
            await desk.Page.Clock.RunForAsync(minutes);
            await desk.Page.Keyboard.PressAsync("Shift");
        }
        await Expect(desk.Page.Locator("#lease-ends")).ToContainTextAsync("Your claim ends within a minute");
        await Expect(desk.Page.GetByText("Words to hide.")).ToBeVisibleAsync();
        await desk.Page.Clock.RunForAsync("01:10");

        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("Your claim has run out");
        await Expect(desk.Page.GetByText("Words to hide.")).ToHaveCountAsync(0);
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.GetByText("Words to hide.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_at_one_case_the_second_is_told_who_holds_it()
    {
        await using var first = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        await using var second = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "dilnoza");
        await Host.Report(new Facets(), "For one at a time.");
        foreach (var desk in new[] { first, second })
        {
            await desk.Refresh();
            await desk.Unlock();
            await desk.Page.Locator("#list a").ClickAsync();
            await Expect(desk.Page.Locator("#claim")).ToBeVisibleAsync();
        }

        await first.Page.Locator("#claim").ClickAsync();
        await Expect(first.Page.Locator(".words")).ToBeVisibleAsync();
        await second.Page.Locator("#claim").ClickAsync();

        await Expect(second.Page.Locator("#notice")).ToHaveTextAsync("Somebody else holds this case now.");
        await Expect(second.Page.Locator("#pane")).ToContainTextAsync("aziz holds this case for 20 min more.");
        await Expect(second.Page.Locator(".words")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_report_that_was_tampered_with_is_not_shown()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        var (one, other) = (await Host.Report(new Facets { Methods = Methods.Violence }, "One."), await Host.Report(new Facets(), "Other."));
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE envelopes SET report_id = CASE report_id WHEN @one THEN @other ELSE @one END", new { one, other }, transaction), CancellationToken.None);
        await desk.Refresh();
        await desk.Unlock();
        await desk.Page.Locator("#list a").First.ClickAsync();
        await desk.Page.Locator("#claim").ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("does not open with your keys");
        await Expect(desk.Page.Locator(".words")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_whole_case_is_worked_by_the_keyboard_alone()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        var report = await Host.Report(new Facets(), "By keys.");
        await desk.Refresh();
        var page = desk.Page;
        await Expect(page.Locator("#list a")).ToHaveCountAsync(1);
        await page.Locator("#typed-passcode").FocusAsync();
        await page.Keyboard.TypeAsync(desk.Passcode);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".locked")).ToBeHiddenAsync();
        await page.Locator("#filter-type").FocusAsync();
        foreach (var (key, next) in new[] { ("Tab", "#filter-status"), ("Tab", "#list a"), ("Enter", "#pane"), ("Tab", "#claim"), ("Enter", ".words") })
        {
            await page.Keyboard.PressAsync(key);
            await (next == ".words" ? Expect(page.Locator(next)).ToBeVisibleAsync() : Expect(page.Locator(next)).ToBeFocusedAsync());
        }
        await Expect(page.Locator("#pane")).ToBeFocusedAsync();
        foreach (var (key, next) in new[]
        {
            ("Tab", "#urgency"), ("Tab", "#renew"), ("Tab", "#release"), ("Tab", "#show-words"), ("Tab", "#cover-first"), ("Tab", "#correct"),
            ("Tab", "#accept"), ("Enter", "#cancel"), ("Tab", "#confirm"),
        })
        {
            await page.Keyboard.PressAsync(key);
            await Expect(page.Locator(next)).ToBeFocusedAsync();
        }
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        Assert.Equal("accepted", await Status(report));
    }
}
