using Microsoft.Playwright;

namespace MigrantBot.Tests;

/// <summary>Going from page to page where no script keeps them together.</summary>
static class Steps
{
    /// <summary>Presses what leads to another page, and waits until that one is here: until then everything found is of the page before.</summary>
    public static async Task Follow(this IPage page, ILocator button)
    {
        var come = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.DOMContentLoaded += Came;
        try
        {
            await button.ClickAsync();
            await come.Task.WaitAsync(Patience.Long);
        }
        finally
        {
            page.DOMContentLoaded -= Came;
        }

        void Came(object? sender, IPage other) => come.TrySetResult();
    }
}
