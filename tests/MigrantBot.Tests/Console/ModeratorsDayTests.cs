using Dapper;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

[Collection(BrowserTests.Name)]
public sealed class ModeratorsDayTests(Chromium chromium) : IAsyncLifetime
{
    ConsoleHost _host = null!;

    public async Task InitializeAsync() => _host = await ConsoleHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    Task<string> Status(string report) => _host.Database.Read(connection =>
        connection.QuerySingleAsync<string>("SELECT status FROM reports WHERE id = @report", new { report }), CancellationToken.None);

    [Fact]
    public async Task From_the_invitation_to_an_accepted_report()
    {
        await using var desk = await Desk.Sit(_host, chromium.Browser);
        await desk.Enrol();
        var report = await _host.Report(new Facets { Methods = Methods.Violence, Deadline = Deadline.Hours }, "Ertaga soʻnggi kun, шошилинч ёрдам керак.");
        await _host.Report(new Facets { Methods = Methods.MoneyPromised, Deadline = Deadline.None }, "Pul vaʼda qilishdi.");

        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync("Ertaga soʻnggi kun, шошилинч ёрдам керак.");
        await desk.Decide("accept");

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        await Expect(desk.Page.Locator("#list .case")).ToHaveCountAsync(1);
        Assert.Equal("accepted", await Status(report));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_wrong_passcode_opens_nothing_and_says_so()
    {
        await using var desk = await Desk.Sit(_host, chromium.Browser);
        await desk.Enrol();
        await desk.Unlock("0000-0000-0000-0000");
        await Expect(desk.Page.GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToContainTextAsync("does not open your keys");
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }
}
