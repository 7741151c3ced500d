using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>Who has claimed enough is told what to do, does it, and goes on.</summary>
public sealed class HoldingEnoughTests(Chromium chromium) : PaneTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en", "You have claimed 5 cases and not opened them. Open or release one of them first")]
    [InlineData(ColorScheme.Dark, 320, "ru", "Вы взяли 5 дел и не открыли их. Сначала откройте или верните одно из них")]
    public async Task The_sixth_case_waits_until_one_of_five_is_opened(ColorScheme scheme, int width, string tongue, string told)
    {
        await using var desk = await Desk.Sit(Host, Browser, scheme, width);
        await desk.Page.Context.AddInitScriptAsync($"localStorage.setItem('mb-tongue', '{tongue}')");
        await desk.Arrive(Host);
        var (page, me) = (desk.Page, Veteran.Of("aziz", ["uz", "ru"]).Row.Id);
        List<string> held = [];
        for (var number = 0; number < Moderating.MostUnopened; number++)
        {
            held.Add(await Host.Report(new Facets(), $"Held {number}."));
            Assert.IsType<Decision.Made>(await Host.Get<CaseStore>().Claim(held[^1], me, Host.Clock.GetUtcNow()));
        }
        var wanted = await Host.Report(Pressing, "The sixth.");
        await page.GotoAsync($"{ConsolePaths.Home}#case/{wanted}");
        await page.ReloadAsync();
        await page.Locator("#typed-passcode").FillAsync(desk.Passcode);
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator("#notice")).ToContainTextAsync(told);
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        await Axe.Check(page);
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"holding-enough-{scheme}-{width}-{tongue}.png") });
        Assert.Equal(1, await Ask<long>("SELECT COUNT(*) FROM audit WHERE actor = 'aziz' AND action = 'refused-claim'"));

        await page.EvaluateAsync($"location.hash = '#case/{held[0]}'");
        await Expect(page.Locator(".words")).ToContainTextAsync("Held 0.");
        await page.EvaluateAsync($"location.hash = '#case/{wanted}'");
        await Expect(page.Locator(".words")).ToHaveCountAsync(0);
        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator(".words")).ToContainTextAsync("The sixth.");
        await Expect(page.Locator("#notice")).Not.ToContainTextAsync(told);
    }
}
