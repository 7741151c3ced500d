using Dapper;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

public sealed class FloodMarkTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    static readonly Facets Critical = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };

    async Task Report(Facets facets, long flood)
    {
        var id = await Host.Report(facets, "words");
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET flood = @flood WHERE id = @id; UPDATE queue SET flood = @flood WHERE report_id = @id", new { id, flood }, transaction), CancellationToken.None);
    }

    [Fact]
    public async Task What_came_in_a_flood_stands_below_a_line_and_says_so()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        await Report(Critical, 2);
        await Report(Critical, 1);
        await Report(new Facets { Methods = Methods.MoneyPromised, Deadline = Deadline.None }, 0);

        await desk.Refresh();

        var rows = desk.Page.Locator("#list > li");
        await Expect(rows).ToHaveCountAsync(4);
        await Expect(rows.Nth(0)).Not.ToContainTextAsync("flood");
        await Expect(rows.Nth(1)).ToHaveTextAsync("Came during a flood, or look repeated");
        await Expect(rows.Nth(2).Locator(".flood")).ToHaveTextAsync("during a flood");
        await Expect(rows.Nth(3).Locator(".flood")).ToHaveTextAsync("looks repeated");
        await Expect(desk.Page.Locator("#count")).ToHaveTextAsync("3 open");
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, "queue-in-a-flood.png") });
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Where_nothing_came_in_a_flood_there_is_no_line()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        await Report(Critical, 0);

        await desk.Refresh();

        await Expect(desk.Page.Locator("#list > li")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".divider")).ToHaveCountAsync(0);
    }
}
