using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>The pane with everything in it, on a desk and on a phone. With PNG_DIR set, it is also painted there.</summary>
public sealed class AnsweringLookTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    static readonly Facets Facets = new()
    {
        Who = Who.Self, Region = Region.Moscow, Site = Site.MigrationCentre, Methods = Methods.Violence | Methods.DocumentsTaken, Stage = Stage.Pressed,
        Citizenship = Citizenship.Uz, Deadline = Deadline.Hours,
    };

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 380)]
    [InlineData(ColorScheme.Dark, 380)]
    public async Task The_whole_of_a_case_fits_and_can_be_pressed(ColorScheme scheme, int width)
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser, scheme, width)).Arrive(Host, "aziz", "uz-Cyrl", "ru");
        var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
        using var reporter = await Reporter.Tells(
            Host, "Сахаровода ушлаб туришибди. Паспортимни олиб қўйишди, шартномага қўл қўймасанг, жиноий иш очамиз дейишди.\nЭртага сўнгги кун.",
            "uz-Cyrl", Facets, today.AddDays(-2));
        await Host.Add(reporter.Report, "Сегодня приходил ещё один, без формы. Сказал, что завтра повезут.", "ru", today.AddDays(-1));
        using var other = await Reporter.Tells(Host, "Pul vaʼda qilishdi.", facets: new Facets { Methods = Methods.MoneyPromised }, day: today);
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await desk.Answer("Ничего не подписывайте. Скажите: «Отказываюсь по статье 51 Конституции».\nТелефоны посольств — в боте, «Кто поможет».");
        await Expect(desk.Page.Locator(".answered")).ToBeVisibleAsync();
        await Fits(desk.Page, width);
        await Paint(desk.Page, $"answered-{scheme}-{width}");

        await desk.Page.Locator("#answer").FillAsync(string.Concat(Enumerable.Repeat("Шартноманинг нусхасини сўранг. ", 30)));
        await desk.Page.Locator("#send").ClickAsync();
        await Expect(desk.Page.Locator("#write-on")).ToBeInViewportAsync();
        await Expect(desk.Page.Locator("#lease")).ToBeInViewportAsync();
        await Fits(desk.Page, width);
        await Paint(desk.Page, $"asked-{scheme}-{width}");

        await desk.Page.Locator("#write-on").ClickAsync();
        await desk.Page.Locator("#answer").FillAsync(new string('W', 2100));
        await desk.Page.Locator("#reject").ClickAsync();
        await Expect(desk.Page.Locator("#cancel")).ToBeFocusedAsync();
        await Fits(desk.Page, width);
        await Paint(desk.Page, $"too-long-{scheme}-{width}");
    }

    static async Task Fits(IPage page, int width)
    {
        await Layout.Fits(page, "#pane *", width);
        await Layout.IsPressed(page, "#pane button", width < 820 ? 40 : 32);
    }

    static async Task Paint(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
