using Microsoft.Playwright;

namespace MigrantBot.Tests.Journeys;

/// <summary>Pictures of a journey for a person to look at, where <c>PNG_DIR</c> names a folder for them.</summary>
static class Album
{
    public static async Task Keep(IPage page, string album, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{album}-{name}.png"), FullPage = true });
    }
}
