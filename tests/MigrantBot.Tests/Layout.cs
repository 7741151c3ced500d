using Microsoft.Playwright;

namespace MigrantBot.Tests;

/// <summary>Where things stand on a page, measured in the page at one moment.</summary>
static class Layout
{
    /// <summary>What is only heard is one pixel wide and stands anywhere.</summary>
    const string Outside =
        """
        ([within, width]) => [...document.querySelectorAll(within)].filter(one => one.checkVisibility({ visibilityProperty: true }))
          .map(one => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width > 1 && (box.left < 0 || box.right > width + 0.5))
          .map(([one, box]) => `${one.tagName} “${one.textContent}” reaches from ${box.left} to ${box.right}.`)
        """;

    const string Low =
        """
        ([within, least]) => [...document.querySelectorAll(within)].filter(one => one.checkVisibility({ visibilityProperty: true }))
          .map(one => [one, one.getBoundingClientRect().height]).filter(([, height]) => height < least)
          .map(([one, height]) => `“${one.textContent}” is only ${height} high.`)
        """;

    /// <summary>Nothing of the elements named reaches over an edge of the screen.</summary>
    public static async Task Fits(IPage page, string within, int width)
    {
        Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, "The page is wider than the screen.");
        Findings.AreNone(await page.EvaluateAsync<string[]>(Outside, new object[] { within, width }));
    }

    /// <summary>Each of them is high enough for a thumb.</summary>
    public static async Task IsPressed(IPage page, string buttons, int least) =>
        Findings.AreNone(await page.EvaluateAsync<string[]>(Low, new object[] { buttons, least }));
}
