using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>How a case goes on and ends, and what the pane says of where it stands.</summary>
public sealed class StandingTests(Chromium chromium) : PaneTest(chromium)
{
    [Fact]
    public async Task From_waiting_over_accepted_to_closed_and_open_again()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        var page = desk.Page;
        await desk.Decide("wait");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Answer the reporter first, then wait for them.");
        await desk.Answer("When?");
        await Expect(page.Locator(".answered")).ToBeVisibleAsync();
        await desk.Decide("wait");
        await Expect(page.Locator("#standing")).ToHaveTextAsync("This case is waiting for the reporter.");

        await page.Locator("#claim").ClickAsync();
        await desk.Decide("accept");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        await Expect(page.Locator("#standing")).ToHaveTextAsync($"This case is accepted. Since {InWords(Today)}.");

        await page.Locator("#claim").ClickAsync();
        await desk.Answer("It counts.");
        // Of one day only the day is known, not which came first.
        await Expect(page.Locator(".answered")).ToHaveCountAsync(2);
        Assert.Equal(["It counts.", "When?"], (await page.Locator(".answered").AllInnerTextsAsync()).Order(StringComparer.Ordinal));
        await desk.Decide("close");
        await Expect(page.Locator("#standing")).ToContainTextAsync("This case is closed.");
        await Expect(page.Locator("#claim")).ToHaveCountAsync(0);

        await desk.Decide("reopen");
        await Expect(page.Locator("#decided-before")).ToContainTextAsync($"Had been decided before: accepted on {InWords(Today)}.");
        await Expect(page.Locator(".words")).ToBeVisibleAsync();
        Assert.Equal("open", await Ask<string>("SELECT status FROM reports WHERE id = @Report", new { reporter.Report }));
        Assert.All(desk.Complaints, one => Assert.Contains("409", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_head_says_how_urgent_why_and_how_long_overdue()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        await Host.Report(Pressing, "Told.", day: Today.AddDays(-4));
        await desk.Refresh();
        await desk.Unlock();
        await desk.Page.Locator("#list a").First.ClickAsync();
        await Expect(desk.Page.Locator(".case-head .badge")).ToHaveTextAsync(["Critical", "3 days overdue"]);
        await Expect(desk.Page.Locator(".case-head h2")).ToHaveTextAsync("Violence · hours left");
    }

    [Fact]
    public async Task The_forty_first_case_of_a_day_is_not_opened_and_the_page_says_rest()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        await Host.Report(Pressing, "One too many.");
        await Harm(
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
            INSERT INTO openings (moderator_id, day, report_id) SELECT m.id, @day, 'r' || i FROM n, moderators m
            """, new { day = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        await desk.Refresh();
        await desk.Unlock();
        await desk.Page.Locator("#list a").First.ClickAsync();
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("You have opened 40 cases today");
        await Expect(desk.Page.Locator(".words")).ToHaveCountAsync(0);
    }
}
