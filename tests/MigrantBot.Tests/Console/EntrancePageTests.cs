using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

[Collection(BrowserTests.Name)]
public sealed class EntrancePageTests(Chromium chromium) : ConsoleTest
{
    [Fact]
    public async Task A_wrong_passcode_opens_nothing_and_says_so()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await desk.Unlock("0000-0000-0000-0000");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not open your keys");
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_passcode_may_be_typed_carelessly()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await desk.Unlock(desk.Passcode.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'));
        await Expect(desk.Page.Locator(".locked")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Who_mistypes_the_last_group_has_not_written_it_down_and_is_not_enrolled()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.OpenInvitation("aziz");
        await desk.Choose("uz");
        await desk.Page.Locator("#last-group").FillAsync("UUUU");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not the last group");
        Assert.Empty(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));

        await desk.TypeLastGroup();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_that_was_used_says_so_and_a_new_one_signs_in_elsewhere()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await Host.Report(new Facets { Methods = Methods.Deception }, "Aldashdi.");
        var link = await Host.Invite("aziz");
        await using var second = await Desk.Sit(Host, chromium.Browser);
        await second.Page.GotoAsync(link.ToString());
        Assert.DoesNotContain("#", second.Page.Url, StringComparison.Ordinal);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await second.Unlock(desk.Passcode);
        await second.ClaimFirst();
        await Expect(second.Page.Locator(".told")).ToHaveTextAsync("Aldashdi.");

        await using var third = await Desk.Sit(Host, chromium.Browser);
        await third.Page.GotoAsync(link.ToString());
        await Expect(third.Page.Locator("h1")).ToHaveTextAsync("This link no longer works");
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task On_one_computer_the_secure_cookie_works_without_a_certificate(string name)
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        var link = new UriBuilder(await Host.Invite("aziz")) { Host = name }.Uri;
        await desk.Page.GotoAsync(link.ToString());
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        await desk.Page.Locator("#sign-out").ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Come in with a link");
        Assert.Empty(desk.Complaints);
    }
}
