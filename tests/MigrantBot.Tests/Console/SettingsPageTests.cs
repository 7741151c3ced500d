using Microsoft.Playwright;
using MigrantBot.Console;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

public sealed class SettingsPageTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    async Task<Desk> AtSettings()
    {
        var desk = await (await Desk.Sit(Host, chromium.Browser)).Enrol();
        await desk.Page.GotoAsync(ConsolePaths.Settings);
        await Expect(desk.Page.Locator("#list li")).ToHaveCountAsync(1);
        return desk;
    }

    /// <summary>Another device at the same browser: an authenticator makes only one passkey for one person.</summary>
    static async Task Add(Desk desk, string name)
    {
        await desk.Device.Exchange();
        await desk.Page.Locator("#name").FillAsync(name);
        await desk.Page.Locator("#add").ClickAsync();
    }

    [Fact]
    public async Task A_second_passkey_gets_a_name_and_then_either_may_go_but_not_both()
    {
        await using var desk = await AtSettings();
        await Expect(desk.Page.Locator("#list")).ToContainTextAsync("This is your only passkey");

        await Add(desk, "work laptop");
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Added. You may sign in with it from now on.");
        await Expect(desk.Page.Locator("#list li")).ToHaveCountAsync(2);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: work laptop" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(desk.Page.Locator("#list li")).ToHaveCountAsync(2);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: work laptop" }).ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, remove it" }).ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Removed.");
        await Expect(desk.Page.Locator("#list")).ToContainTextAsync("This is your only passkey");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Who_signed_in_long_ago_shows_the_passkey_again_and_goes_on()
    {
        await using var desk = await AtSettings();
        Host.Clock.Advance(Sessions.FreshFor);

        await desk.Page.Locator("#name").FillAsync("key");
        await desk.Page.Locator("#add").ClickAsync();
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("This device already keeps a passkey of yours.");
        await Add(desk, "key");

        await Expect(desk.Page.Locator("#list li")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_fingerprint_of_the_keys_is_shown_in_groups_to_be_read_aloud()
    {
        await using var desk = await AtSettings();
        await Expect(desk.Page.Locator("#fingerprint span")).ToHaveCountAsync(4);
        var groups = await desk.Page.Locator("#fingerprint span").AllInnerTextsAsync();
        Assert.All(groups, group => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}$", group));
    }

    [Fact]
    public async Task Signing_out_everywhere_takes_two_presses_and_ends_the_day_on_every_device()
    {
        await using var desk = await AtSettings();
        using var thief = new Visitor(Host) { Cookie = (await desk.Page.Context.CookiesAsync()).Where(one => one.Name == SessionCookie.Name).Select(one => $"{one.Name}={one.Value}").Single() };
        await desk.Page.Locator("#everywhere").ClickAsync();
        using var still = await thief.Get($"{ConsolePaths.Api}/me");
        Assert.Equal(System.Net.HttpStatusCode.OK, still.StatusCode);

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, everywhere" }).ClickAsync();

        await Expect(desk.Page.Locator("#sign-in")).ToBeVisibleAsync();
        using var dead = await thief.Get($"{ConsolePaths.Api}/me");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, dead.StatusCode);
    }

    [Fact]
    public async Task The_language_is_chosen_here_and_stays()
    {
        await using var desk = await AtSettings();
        await desk.Page.Locator("#languages").GetByText("Русский").ClickAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Настройки");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Настройки");
        await Expect(desk.Page).ToHaveTitleAsync("Настройки · Консоль MigrantBot");
    }

    [Fact]
    public async Task A_name_that_somebody_gave_a_passkey_is_shown_letter_for_letter()
    {
        await using var desk = await AtSettings();
        const string name = "<img src=x onerror=window.hacked=1>";
        await Add(desk, name);
        await Expect(desk.Page.Locator("#list bdi").Filter(new() { HasText = name })).ToBeVisibleAsync();
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
    }

    [Fact]
    public async Task The_page_warns_before_the_session_ends_and_leaves_when_it_has_ended()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Enrol();
        await desk.Page.Clock.InstallAsync();
        await desk.Page.GotoAsync(ConsolePaths.Settings);
        await Expect(desk.Page.Locator("#list li")).ToHaveCountAsync(1);

        Host.Clock.Advance(Sessions.Idle - TimeSpan.FromMinutes(4));
        await desk.Page.Clock.RunForAsync("00:31");
        await Expect(desk.Page.Locator("#ending")).ToContainTextAsync("You will be signed out in 4 minutes");
        await desk.Page.Locator("#stay").ClickAsync();
        await Expect(desk.Page.Locator("#ending")).ToBeHiddenAsync();

        Host.Clock.Advance(Sessions.Idle);
        await desk.Page.Clock.RunForAsync("00:31");
        await Expect(desk.Page.Locator("#sign-in")).ToBeVisibleAsync();
    }
}
