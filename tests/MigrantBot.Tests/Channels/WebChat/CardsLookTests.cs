using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>Cards of each kind in each script, on the narrowest phone. With PNG_DIR set, they are also painted there.</summary>
public sealed class CardsLookTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    const int Width = 320;

    static readonly string[] Paths =
    [
        "learn", "list/laws", "list/cases/1", "card/law-uz", "card/u15", "card/r-counter", "card/num-uz", "card/rule-821", "card/p-called", "card/hap-unit", "card/right-paper",
        "say/not-going", "officer/not-going", "offices/north-west", "organisations", "situations",
    ];

    WebHost host = null!;

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public async Task InitializeAsync() => host = await WebHost.Start();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_word_of_a_card_is_cut_off(string language)
    {
        var context = await chromium.Browser.NewContextAsync(new() { BaseURL = host.Address.ToString(), ViewportSize = new() { Width = Width, Height = 640 } });
        var page = await context.NewPageAsync();
        foreach (var path in Paths)
        {
            // A card that is gone would be a page as well, and no word of that would be cut off.
            Assert.True((await page.GotoAsync($"/{language}-UZ/{path}"))!.Ok, $"{path} is no page any more: mend this test.");
            Assert.Equal(Width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
            Assert.Empty(await page.EvaluateAsync<string[]>(Clipped));
            if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"card-{language}-{path.Replace('/', '-')}.png"), FullPage = true });
        }
        await context.CloseAsync();
    }

    /// <summary>Elements whose words reach beyond their own box.</summary>
    const string Clipped = """
        [...document.querySelectorAll('main *')]
            .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
            .map(element => element.className + ': ' + element.textContent)
        """;
}
