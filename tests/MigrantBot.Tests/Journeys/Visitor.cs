using Microsoft.Playwright;
using MigrantBot.Core.Exchange;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Journeys;

/// <summary>Somebody for whom Telegram does not load: the web page on a small phone, with scripts switched off.</summary>
sealed class Visitor(IBrowserContext context, IPage page, Language language, string album) : IAsyncDisposable
{
    public static async Task<Visitor> Come(Uri address, IBrowser browser, Language language, string album)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = 320, Height = 640 },
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(address.ToString());
        return new Visitor(context, page, language, album);
    }

    public async Task Reports(string words)
    {
        await Presses("language.name");
        await Presses("button.tell");
        await Presses("tell.start");
        string[] answers = ["who.self", "when.week", "region.moscow", "place.police", "actor.police", "methods.deportation", "button.next", "stage.refused", "citizenship.tj", "russian-passport.no", "deadline.days"];
        foreach (var answer in answers)
            await Presses(answer);
        await page.Locator("#words").FillAsync(words);
        await Album.Keep(page, album, "7-web-words");
        await Presses("web.send-words");
        await Album.Keep(page, album, "8-web-preview");
        await Presses("preview.send");
        await Expect(page.Locator("h1")).ToContainTextAsync(Migrant.Say(language, "sent.heading"));
        await Album.Keep(page, album, "9-web-sent");
    }

    Task Presses(string key) => page.Follow(page.Locator(".button").GetByText(Migrant.Say(language, key), new() { Exact = true }).Or(
        page.Locator(".button", new() { HasText = Migrant.Say(language, key) })).First);

    public ValueTask DisposeAsync() => context.DisposeAsync();
}
