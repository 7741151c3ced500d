using System.Collections.Concurrent;
using MigrantBot.Core.Reporting;
using Microsoft.Playwright;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>The pages in a real browser, on the narrowest phone, without JavaScript. With PNG_DIR set, they are also painted there.</summary>
public sealed class LookTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    const int Width = 320;

    /// <summary>More than there are, so that a test ends also where the questions do not.</summary>
    const int MostQuestions = 20;

    readonly ConcurrentQueue<string> complaints = [];

    WebHost host = null!;

    public async Task InitializeAsync() => host = await WebHost.Start();

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        Assert.Empty(complaints);
    }

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
        page.Console += (_, message) => complaints.Enqueue(message.Text);
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
        await page.Follow(page.Locator(".buttons button").First);
        await Fits(page);
        await Paint(page, "question-ky");
        for (var asked = 0; asked < MostQuestions && await page.Locator("textarea").CountAsync() == 0; asked++)
        {
            var questions = page.Locator(".buttons button");
            await page.Follow(await page.Locator("button[value*='.q.methods.']").CountAsync() > 2 ? questions.Last : questions.First);
        }
        await page.Locator("textarea").FillAsync("Паспортумду алып коюшту. Кечээ келишти, эртең дагы келебиз дешти. Контракт деген кагаз беришти.");
        await Fits(page);
        await Paint(page, "telling-ky");
        await page.Follow(page.Locator("button[name=say]"));
        await Fits(page);
        await Paint(page, "preview-ky");
        await page.Follow(page.Locator(".buttons button.success").First);
        await Paint(page, "sent-ky");
        Assert.Single(await host.Reader.Read(host.Database));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Long_words_do_not_make_a_page_wider()
    {
        var page = await Open("/en/tell");
        await page.Follow(page.Locator(".buttons button").First);
        for (var asked = 0; asked < MostQuestions && await page.Locator("textarea").CountAsync() == 0; asked++)
            await page.Follow(page.Locator(".buttons button").Last);
        await page.Locator("textarea").FillAsync(new string('W', Report.MostCharacters));
        await page.Follow(page.Locator("button[name=say]"));
        await Fits(page);
        await page.Context.CloseAsync();
    }

    static async Task Fits(IPage page)
    {
        var body = await page.Locator("html").BoundingBoxAsync();
        Assert.Equal(Width, body!.Width);
        await Layout.Fits(page, "main *:not(input)", Width);
        await Layout.IsPressed(page, ".button", 44);
    }

    static async Task Paint(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }
}
