using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>Entrance and settings fit, on a desk and on a phone, and axe finds nothing.</summary>
public sealed class EntranceLookTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 360)]
    public async Task Nothing_runs_over_the_edge_and_nobody_is_shut_out(ColorScheme scheme, int width)
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser, scheme, width);
        await desk.OpenInvitation("aziz");
        await Expect(desk.Page.Locator("fieldset")).ToBeVisibleAsync();
        await Keep(desk, "1-welcome");
        await desk.Choose("uz");
        await Keep(desk, "2-passcode");
        await desk.TypeLastGroup();
        await Expect(desk.Page.Locator("#make-passkey")).ToBeVisibleAsync();
        await Keep(desk, "3-passkey");
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".locked")).ToBeVisibleAsync();
        await desk.Page.GotoAsync(ConsolePaths.Settings);
        await Expect(desk.Page.Locator("#trial")).ToContainTextAsync("Trial mode: there is no root key");
        await desk.Device.Exchange();
        await desk.Page.Locator("#name").FillAsync("work laptop");
        await desk.Page.Locator("#add").ClickAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Remove: work laptop" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Keep it" })).ToBeVisibleAsync();
        await Keep(desk, "4-settings");
        await desk.SignOut();
        await Keep(desk, "5-door");
        await desk.Page.EvaluateAsync("localStorage.setItem('mb-tongue', 'ru')");
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("#sign-in")).ToHaveTextAsync("Войти с ключом доступа");
        await Keep(desk, "6-door-ru");

        async Task Keep(Desk at, string name)
        {
            Assert.True(await at.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} runs over the edge.");
            await Axe.Check(at.Page);
            await Album.Keep(at.Page, $"entrance-{scheme}-{width}", name);
        }
    }
}
