using Microsoft.Playwright;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>Somebody at a browser who looks at the page.</summary>
sealed class Reading(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page => page;

    /// <summary>Messages of the browser's console and errors of the page: what a policy refused stands here too.</summary>
    public List<string> Complaints { get; } = [];

    public static async Task<Reading> Open(PublicHost host, IBrowser browser, string path, ColorScheme scheme = ColorScheme.Light, int width = 1280, bool hasScript = true, ForcedColors colours = ForcedColors.None)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = host.Address.ToString(),
            ColorScheme = scheme,
            ForcedColors = colours,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = hasScript,
        });
        var page = await context.NewPageAsync();
        var reading = new Reading(context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                reading.Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => reading.Complaints.Add(error);
        await page.GotoAsync(path);
        return reading;
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
