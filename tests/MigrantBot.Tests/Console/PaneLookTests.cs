using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>The pane in its states, on a desk and on a phone, in both languages: it fits, and axe finds nothing. With PNG_DIR set, it is also painted there.</summary>
public sealed class PaneLookTests(Chromium chromium) : PaneTest(chromium)
{
    static readonly Facets Facets = new()
    {
        Who = Who.Self, Region = Region.Moscow, Site = Site.MigrationCentre, Actor = Actor.Police, Methods = Methods.Violence | Methods.DocumentsTaken,
        Stage = Stage.Pressed, Citizenship = Citizenship.Uz, Deadline = Deadline.Hours,
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 1280, "ru")]
    [InlineData(ColorScheme.Light, 390, "ru")]
    [InlineData(ColorScheme.Dark, 390, "en")]
    public async Task Every_state_fits_and_can_be_used_by_everybody(ColorScheme scheme, int width, string tongue)
    {
        await using var desk = await Desk.Sit(Host, Browser, scheme, width);
        await desk.Arrive(Host, "aziz", "uz-Cyrl", "ru");
        using var reporter = await Reporter.Tells(
            Host, "Сахаровода ушлаб туришибди. Паспортимни олиб қўйишди, шартномага қўл қўймасанг, жиноий иш очамиз дейишди.\nЭртага сўнгги кун.",
            "uz-Cyrl", Facets, Today.AddDays(-3));
        await Host.Report(Facets, "Укамни Сахаровода ушлаб туришибди, паспортини олиб қўйишди.", "uz-Cyrl", Today.AddDays(-2));
        await Host.Add(reporter.Report, "Сегодня приходил ещё один, без формы. Сказал, что завтра повезут.", "ru", Today.AddDays(-1));
        await desk.Page.EvaluateAsync($"localStorage.setItem('mb-tongue', '{tongue}')");
        await desk.Page.ReloadAsync();
        var page = desk.Page;
        await page.Locator("#typed-passcode").FillAsync(desk.Passcode);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"#list a[href*='{reporter.Report}']").ClickAsync();
        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator(".words")).ToBeVisibleAsync();
        await Look(desk, width, $"case-covered-{scheme}-{width}");

        await page.Locator("#show-words").ClickAsync();
        await page.Locator("#note").ClickAsync();
        await page.Locator("#note-text").FillAsync("По голосу — тот же человек, что звонил в октябре. Ниҳоятда қўрқяпти, тез жавоб керак.");
        await page.Locator("#note-now").ClickAsync();
        await Expect(page.Locator(".noted")).ToBeVisibleAsync();
        await desk.Answer("Ничего не подписывайте. Скажите: «Отказываюсь по статье 51 Конституции».\nТелефоны посольств — в боте, «Кто поможет».");
        await Expect(page.Locator(".answered")).ToBeVisibleAsync();
        await Look(desk, width, $"case-notes-{scheme}-{width}");

        await page.Locator("#cards summary").ClickAsync();
        await Expect(page.Locator("#cards li button").First).ToBeVisibleAsync();
        await Look(desk, width, $"answer-cards-{scheme}-{width}");
        await page.Locator("#cards li button").First.ClickAsync();
        await page.Locator("#cards summary").ClickAsync();
        await page.Locator("#send").ClickAsync();
        await Expect(page.Locator(".bubble-note")).ToBeVisibleAsync();
        await Look(desk, width, $"answer-preview-{scheme}-{width}");
        await page.Locator("#write-on").ClickAsync();

        await page.Locator("#correct").ClickAsync();
        await page.Locator("#fix-region").SelectOptionAsync("volga");
        await page.Locator("#reason").FillAsync("Называет Казань.");
        await Expect(page.Locator("#correct-now")).ToBeEnabledAsync();
        await Look(desk, width, $"correction-{scheme}-{width}");
        await page.Locator("#urgency").ClickAsync();
        await page.Locator("#new-urgency").FillAsync("16");
        await Expect(page.Locator("#correct-now")).ToBeEnabledAsync();
        await Look(desk, width, $"urgency-{scheme}-{width}");
        await page.Locator("#duplicate").ClickAsync();
        await Expect(page.Locator("#alike .same").First).ToBeVisibleAsync();
        await Look(desk, width, $"duplicates-{scheme}-{width}");
        await page.Locator("#alike .same").First.ClickAsync();
        await Expect(page.Locator("#cancel")).ToBeFocusedAsync();
        await Look(desk, width, $"duplicate-asked-{scheme}-{width}");
        await page.Locator("#cancel").ClickAsync();

        await page.Locator("#release").ClickAsync();
        await Expect(page.Locator("#kept-draft")).ToBeVisibleAsync();
        await Look(desk, width, $"kept-draft-{scheme}-{width}");

        await Harm("DELETE FROM report_facets WHERE report_id = @Report", new { reporter.Report });
        await page.ReloadAsync();
        await page.Locator("#typed-passcode").FillAsync(desk.Passcode);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#not-kept")).ToBeVisibleAsync();
        await Look(desk, width, $"answers-sealed-{scheme}-{width}");
        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator(".answers dl")).ToBeVisibleAsync();
        await Look(desk, width, $"as-first-told-{scheme}-{width}");
        Assert.Empty(desk.Complaints);
    }

    static async Task Look(Desk desk, int width, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await Paint(desk.Page, width, Path.Combine(folder, $"{name}.png"));
        await Fits(desk.Page, width);
        await Axe.Check(desk.Page);
    }

    /// <summary>The whole pane: on a desk it scrolls within the page.</summary>
    static async Task Paint(IPage page, int width, string path)
    {
        var needed = await page.EvaluateAsync<int>("document.querySelector('#pane').scrollHeight + 140");
        await page.SetViewportSizeAsync(width, Math.Max(860, needed));
        await page.ScreenshotAsync(new() { Path = path });
        await page.SetViewportSizeAsync(width, 860);
    }

    static async Task Fits(IPage page, int width)
    {
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        var outside = await page.EvaluateAsync<string[]>(
            """
            width => [...document.querySelectorAll('#pane *')].filter(one => one.checkVisibility()).map(one => [one, one.getBoundingClientRect()])
              .filter(([, box]) => box.width > 0 && (box.left < -1 || box.right > width + 1)).map(([one, box]) => `${one.tagName}.${one.className} ${box.left}..${box.right}`)
            """, width);
        Assert.Empty(outside);
        var small = await page.EvaluateAsync<string[]>(
            """
            least => [...document.querySelectorAll('#pane button')].filter(one => one.checkVisibility() && one.getBoundingClientRect().height < least).map(one => one.textContent)
            """, width < 820 ? 40 : 32);
        Assert.Empty(small);
    }
}
