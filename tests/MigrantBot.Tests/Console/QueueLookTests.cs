using Microsoft.Playwright;
using MigrantBot.Console;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>The queue on a desk, on a wide screen and on a phone, in both tongues: it fits, and axe finds nothing. With PNG_DIR set, it is also painted there.</summary>
public sealed class QueueLookTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 1280, "ru")]
    [InlineData(ColorScheme.Light, 1900, "ru")]
    [InlineData(ColorScheme.Light, 360, "ru")]
    [InlineData(ColorScheme.Dark, 360, "en")]
    public async Task It_fits_and_everybody_can_use_it(ColorScheme scheme, int width, string tongue)
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser, scheme, width)).Arrive(Host, "amina");
        var page = desk.Page;
        var name = $"{scheme}-{width}-{tongue}";
        await page.EvaluateAsync("tongue => localStorage.setItem('mb-tongue', tongue)", tongue);
        await desk.OpenInvitation("aziz");
        await Expect(page.Locator("h1")).ToBeVisibleAsync();
        await Look(page, width, $"entrance-{name}");
        await page.GotoAsync(ConsolePaths.Home);
        await Expect(page.Locator(".empty")).ToBeVisibleAsync();
        await Look(page, width, $"queue-empty-locked-{name}");

        await FullQueue.Tell(Host);
        await using (var other = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "dilnoza"))
        {
            await Host.Report(new() { Methods = Core.Reporting.Methods.Violence }, "For two.");
            await other.Unlock();
            await other.Refresh();
            await other.Page.Locator("#list a").First.ClickAsync();
            await other.Page.Locator("#claim").ClickAsync();
            await Expect(other.Page.Locator("#release")).ToBeVisibleAsync();
        }
        await page.Locator("#typed-passcode").FillAsync(desk.Passcode);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".locked")).ToBeHiddenAsync();
        await desk.Refresh();
        await Expect(page.Locator("#list .case")).ToHaveCountAsync(FullQueue.Rows + 1);
        await Look(page, width, $"queue-full-{name}");

        await page.Locator("#filter-region").SelectOptionAsync("moscow");
        await Expect(page.Locator("#list .case")).ToHaveCountAsync(4);
        await Look(page, width, $"queue-filtered-{name}");
        await page.Locator("#filter-type").SelectOptionAsync("documents");
        await Expect(page.Locator(".empty #clear")).ToBeVisibleAsync();
        await Look(page, width, $"queue-nothing-matches-{name}");
        await page.Locator("#clear").ClickAsync();
        await Expect(page.Locator("#list .case")).ToHaveCountAsync(FullQueue.Rows + 1);

        await page.Locator("#help").ClickAsync();
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await Look(page, width, $"keys-{name}", "#keys");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#keys")).ToBeHiddenAsync();
        await page.Locator("#list .case").First.Locator("a").ClickAsync();
        await Expect(page.Locator("#claim")).ToBeVisibleAsync();
        await Look(page, width, $"queue-and-case-{name}", "#pane");
        Assert.Empty(desk.Complaints);
    }

    static async Task Look(IPage page, int width, string name, string within = "body")
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        await Axe.Check(page);
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than the screen.");
        Findings.AreNone(await page.EvaluateAsync<string[]>(Small, within));
    }

    /// <summary>Everything that can be pressed and is smaller than 24 pixels; a box that has a label counts with it.</summary>
    const string Small =
        """
        within => [...document.querySelectorAll(`${within} :is(a, button, select, input, textarea)`)].filter(one => one.checkVisibility())
          .map(one => [one, (one.closest('label') ?? one).getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24)
          .map(([one, box]) => `${one.id || one.textContent} is only ${box.width} by ${box.height}.`)
        """;
}
