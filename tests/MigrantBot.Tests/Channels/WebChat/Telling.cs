using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>Somebody on a small phone with a browser of today, at the question to which he answers in his own words; and all that leaves the phone.</summary>
sealed class Telling(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public const int Width = 320;

    /// <summary>The browser tells of them while the test goes on.</summary>
    readonly ConcurrentQueue<string> errors = [];

    readonly ConcurrentQueue<string> left = [];

    public IPage Page => page;

    /// <summary>Each request whole: address, headers, body.</summary>
    public IReadOnlyList<string> Left => [.. left];

    public ILocator Box => page.Locator("textarea");

    public ILocator Quote => page.Locator("blockquote");

    public ILocator Status => page.Locator("[role=status]");

    public ILocator Heading => page.Locator("h1");

    /// <param name="chromium">The browser.</param>
    /// <param name="host">Where the pages come from.</param>
    /// <param name="language">The language of the pages.</param>
    /// <param name="at">The place, with its draft or receipt; null: the words of a report with one answer.</param>
    /// <param name="prepare">What is different with this browser.</param>
    /// <param name="options">How the browser is set.</param>
    public static async Task<Telling> Come(
        Chromium chromium, WebHost host, Language language, string? at = null, Func<IPage, Task>? prepare = null, Action<BrowserNewContextOptions>? options = null)
    {
        var settings = new BrowserNewContextOptions { BaseURL = host.Address.ToString(), ViewportSize = new() { Width = Width, Height = 640 } };
        options?.Invoke(settings);
        var context = await chromium.Browser.NewContextAsync(settings);
        var telling = new Telling(context, await context.NewPageAsync());
        telling.Page.Request += (_, request) =>
            telling.left.Enqueue($"{request.Method} {request.Url} {string.Join(' ', request.Headers.Select(header => $"{header.Key}: {header.Value}"))} {WebUtility.UrlDecode(request.PostData)}");
        telling.Page.PageError += (_, error) => telling.errors.Enqueue(error);
        if (prepare is not null)
            await prepare(telling.Page);
        await telling.Page.GotoAsync($"/{language.Code}/tell");
        await telling.Opens(at ?? $"words.{DraftCode.Write(new(new(7, (ulong)Random.Shared.NextInt64()), new() { Who = Who.Self }))}", language);
        return telling;
    }

    /// <summary>Comes to a place that only a button leads to.</summary>
    public async Task Opens(string path, Language language)
    {
        await page.Locator("form").EvaluateAsync(
            "(form, code) => { const button = document.createElement('button'); [button.name, button.value, button.id] = ['to', code, 'come']; form.append(button); }",
            PlaceCode.Of(language.Code, path));
        await page.Locator("#come").ClickAsync();
        await Expect(page.Locator("#come")).ToHaveCountAsync(0);
    }

    public async Task Writes(string words)
    {
        await Box.FillAsync(words);
        await page.Locator("button[name=say]").ClickAsync();
    }

    public ILocator Button(string screen) => page.Locator($"button[value*='.{screen}.']").First;

    /// <summary>The browser has taken over: nothing that is written here has a name to be sent by.</summary>
    public Task TakesOver() => Expect(page.Locator("textarea:not([name])")).ToHaveCountAsync(1);

    public async Task Paint(string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.Empty(errors);
    }
}
