using MigrantBot.Core.Reporting;
using Microsoft.Playwright;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>The pages in a real browser, on the narrowest phone, without JavaScript. With PNG_DIR set, they are also painted there.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookTests(Chromium chromium) : IAsyncLifetime
{
    const int Width = 320;

    /// <summary>More than there are, so that a test ends also where the questions do not.</summary>
    const int MostQuestions = 20;

    WebHost host = null!;

    public async Task InitializeAsync() => host = await WebHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    async Task<IPage> Open(string address, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await chromium.Browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            JavaScriptEnabled = false,
            ViewportSize = new() { Width = Width, Height = 640 },
            ColorScheme = scheme,
        });
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Assert.Fail($"The browser complains: {message.Text}");
        Assert.True((await page.GotoAsync(address))!.Ok, $"{address} is no page any more: mend this test.");
        return page;
    }

    [Theory]
    [InlineData("/", "first")]
    [InlineData("/ru/home", "home-ru")]
    [InlineData("/uz-Cyrl-UZ/card/law-uz", "law-uz-Cyrl")]
    [InlineData("/tg/now/police/criminal-case/hours", "now-tg")]
    [InlineData("/kk-KG/offices/moscow", "contacts-kk")]
    [InlineData("/uz-UZ/list/cases", "cases-uz")]
    [InlineData("/kk/seen", "seen-kk")]
    [InlineData("/ru/home", "home-ru-dark", ColorScheme.Dark)]
    [InlineData("/tg/now/police/criminal-case/hours", "now-tg-dark", ColorScheme.Dark)]
    public async Task A_page_fits_the_narrowest_phone(string address, string name, ColorScheme scheme = ColorScheme.Light)
    {
        var page = await Open(address, scheme);
        await Fits(page);
        await Paint(page, name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_report_is_told_and_sent_without_javascript()
    {
        var page = await Open("/ky/tell");
        await page.Locator(".buttons button").First.ClickAsync();
        await Fits(page);
        await Paint(page, "question-ky");
        for (var asked = 0; asked < MostQuestions && await page.Locator("textarea").CountAsync() == 0; asked++)
        {
            var questions = page.Locator(".buttons button");
            await questions.Nth(await page.Locator("button[value*='.q.methods.']").CountAsync() > 2 ? await questions.CountAsync() - 1 : 0).ClickAsync();
        }
        await page.Locator("textarea").FillAsync("Паспортумду алып коюшту. Кечээ келишти, эртең дагы келебиз дешти. Контракт деген кагаз беришти.");
        await Fits(page);
        await Paint(page, "telling-ky");
        await page.Locator("button[name=say]").ClickAsync();
        await Fits(page);
        await Paint(page, "preview-ky");
        await page.Locator(".buttons button.success").First.ClickAsync();
        await Paint(page, "sent-ky");
        Assert.Single(await host.Reader.Read(host.Database));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Long_words_do_not_make_a_page_wider()
    {
        var page = await Open("/en/tell");
        await page.Locator(".buttons button").First.ClickAsync();
        for (var asked = 0; asked < MostQuestions && await page.Locator("textarea").CountAsync() == 0; asked++)
            await page.Locator(".buttons button").Last.ClickAsync();
        await page.Locator("textarea").FillAsync(new string('W', Report.MostCharacters));
        await page.Locator("button[name=say]").ClickAsync();
        await Fits(page);
        await page.Context.CloseAsync();
    }

    static async Task Fits(IPage page)
    {
        var body = await page.Locator("html").BoundingBoxAsync();
        Assert.Equal(Width, body!.Width);
        foreach (var element in await page.Locator("main *:not(input)").AllAsync())
            if (await element.BoundingBoxAsync() is { } box)
                Assert.True(box.X >= 0 && box.X + box.Width <= Width, $"{await element.InnerTextAsync()} is {box.Width} wide at {box.X}.");
        foreach (var button in await page.Locator(".button").AllAsync())
            Assert.True((await button.BoundingBoxAsync())!.Height >= 44, $"{await button.InnerTextAsync()} is too low for a thumb.");
    }

    static async Task Paint(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
