using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

public sealed class EntrancePageTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
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
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_link_that_was_used_says_so_and_a_new_one_brings_a_passkey_to_another_device()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await Host.Report(new Facets { Methods = Methods.Deception }, "Aldashdi.");
        var link = await Host.Invite("aziz");
        await using var second = await Desk.Sit(Host, chromium.Browser);
        await second.Page.GotoAsync(link.ToString());
        await Expect(second.Page.Locator("h1")).ToHaveTextAsync("A new passkey for aziz");
        await Expect(second.Page).Not.ToHaveURLAsync(new Regex("#"));
        await second.MakePasskey();
        await second.Unlock(desk.Passcode);
        await second.ClaimFirst();
        await Expect(second.Page.Locator(".told")).ToHaveTextAsync("Aldashdi.");

        await using var third = await Desk.Sit(Host, chromium.Browser);
        await third.Page.GotoAsync(link.ToString());
        await Expect(third.Page.Locator("h1")).ToHaveTextAsync("This link no longer works");
    }

    [Fact]
    public async Task A_passkey_opens_the_door_and_the_passcode_the_reports_without_any_link()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await desk.SignOut();
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Sign in");

        await desk.SignIn();
        await desk.Unlock();

        await Expect(desk.Page.Locator("#list")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task At_another_name_of_this_computer_the_page_says_where_passkeys_work_and_the_link_stays_good()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        var link = await Host.Invite("aziz");
        await desk.Page.GotoAsync(new UriBuilder(link) { Host = "127.0.0.1" }.ToString());
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await desk.MakePasskey();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Passkeys work here only under the name localhost. Open the page at that address.");

        await desk.Page.GotoAsync(link.ToString());
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_is_not_verified_by_the_device_loses_nothing_and_tries_again()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.OpenInvitation("aziz");
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await desk.Device.Verifies(isOwner: false);
        await desk.MakePasskey();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("your link is still good");
        await desk.Device.Verifies(isOwner: true);
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();

        await desk.SignOut();
        await desk.Device.Verifies(isOwner: false);
        await desk.Page.Locator("#sign-in").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nothing is lost");
        await desk.Device.Verifies(isOwner: true);
        await desk.SignIn();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_device_that_has_no_passkey_signs_nobody_in()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Enrol();
        await desk.SignOut();
        await desk.Device.Forget();
        await desk.Page.Locator("#sign-in").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("this device has none");
    }

    [Fact]
    public async Task A_browser_without_passkeys_is_told_so_before_anybody_writes_a_passcode_down()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.AddInitScriptAsync("delete globalThis.PublicKeyCredential;");
        await desk.OpenInvitation("aziz");
        await Expect(desk.Page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("cannot use passkeys");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Make my keys" })).ToBeDisabledAsync();
        await desk.Page.GotoAsync("/console/enter");
        await Expect(desk.Page.Locator("#sign-in")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task A_browser_that_does_not_translate_passkeys_by_itself_signs_in_all_the_same()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.AddInitScriptAsync(
            "delete PublicKeyCredential.parseCreationOptionsFromJSON; delete PublicKeyCredential.parseRequestOptionsFromJSON; delete PublicKeyCredential.prototype.toJSON;");
        await desk.Enrol();
        await desk.SignOut();
        await desk.SignIn();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task An_administrator_makes_a_passkey_only_and_lands_on_a_page_of_their_own()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.GotoAsync((await Host.Invite("zarina", MigrantBot.Console.Roles.Administrator)).ToString());
        await Expect(desk.Page.Locator("#stage")).ToContainTextAsync("You have no keys and read no report.");
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".me")).ToHaveTextAsync("zarina administrator");
        await Expect(desk.Page).Not.ToHaveURLAsync(new Regex("/console$"));
    }

    [Fact]
    public async Task The_entrance_speaks_Russian_to_who_prefers_it()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.AddInitScriptAsync("localStorage.setItem('mb-tongue', 'ru');");
        await desk.OpenInvitation("aziz");
        await Expect(desk.Page.Locator("h1")).ToHaveTextAsync("Здравствуйте, aziz");
        await Expect(desk.Page).ToHaveTitleAsync("Вход · Консоль MigrantBot");
        await desk.Page.Locator("input[value='uz']").CheckAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Создать мои ключи" }).ClickAsync();
        await Expect(desk.Page.Locator("#passcode span")).ToHaveCountAsync(4);
        var passcode = string.Join('-', await desk.Page.Locator("#passcode span").AllInnerTextsAsync());
        await desk.Page.Locator("#last-group").FillAsync(passcode[^4..]);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Записано" }).ClickAsync();
        await desk.MakePasskey();
        await desk.Page.GetByLabel("Личный код").FillAsync(passcode);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Разблокировать" }).ClickAsync();
        await Expect(desk.Page.Locator(".locked")).ToBeHiddenAsync();
    }
}
