using Microsoft.Playwright;

namespace MigrantBot.Tests;

/// <summary>
/// One real browser for all tests of pages that run at the same time; each test has contexts of its own. It goes when nobody uses it, and one that has
/// crashed fails the tests that used it and no later one.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    const string Debian = "/usr/bin/chromium";

    static readonly SemaphoreSlim Gate = new(1);

    static Running? current;

    Running? mine;

    public IBrowser Browser => mine?.Browser ?? throw new InvalidOperationException("The browser has not been started.");

    public async Task InitializeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (current is not { Browser.IsConnected: true })
                current = await Start();
            mine = current;
            mine.Users++;
        }
        finally
        {
            Gate.Release();
        }
    }

    public async Task DisposeAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (mine is null || --mine.Users > 0)
                return;
            if (mine == current)
                current = null;
            await mine.Browser.DisposeAsync();
            mine.Playwright.Dispose();
        }
        finally
        {
            Gate.Release();
        }
    }

    static async Task<Running> Start()
    {
        Assertions.SetDefaultExpectTimeout((float)Patience.Long.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return new(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } given ? given : Debian,
            Args = ["--no-sandbox"],
        }));
    }

    sealed class Running(IPlaywright playwright, IBrowser browser)
    {
        public IPlaywright Playwright => playwright;

        public IBrowser Browser => browser;

        public int Users { get; set; }
    }
}
