using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A moderator at a browser: what they do, in the order of their day.</summary>
sealed class Desk(Func<string, Task<Uri>> invite, IBrowserContext context, IPage page, VirtualAuthenticator device) : IAsyncDisposable
{
    /// <summary>The browser tells of them while the test goes on.</summary>
    readonly ConcurrentQueue<string> complaints = [];

    public IPage Page => page;

    /// <summary>Keeps the passkeys of this browser.</summary>
    public VirtualAuthenticator Device => device;

    public string Passcode { get; private set; } = "";

    /// <summary>Messages of the browser's console and errors of the page: what a policy refused stands here too.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public static Task<Desk> Sit(ConsoleHost host, IBrowser browser, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 860) =>
        Sit(host.Address, host.Invite, browser, scheme, width, height);

    public static async Task<Desk> Sit(
        Uri address, Func<string, Task<Uri>> invite, IBrowser browser, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 860)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ColorScheme = scheme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
        });
        context.SetDefaultTimeout((float)Patience.Long.TotalMilliseconds);
        var page = await context.NewPageAsync();
        var desk = new Desk(invite, context, page, await VirtualAuthenticator.Add(context, page));
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                desk.complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => desk.complaints.Enqueue(error);
        return desk;
    }

    public async Task<Desk> Enrol(string handle = "aziz", params string[] languages)
    {
        await OpenInvitation(handle);
        await Choose(languages is [] ? ["uz", "ru"] : languages);
        await TypeLastGroup();
        await MakePasskey();
        await Expect(page.Locator(".locked")).ToBeVisibleAsync();
        return this;
    }

    /// <summary>As somebody who enrolled long ago and has just signed in; the keys are locked.</summary>
    public async Task<Desk> Arrive(ConsoleHost host, string handle = "aziz", params string[] languages)
    {
        var veteran = Veteran.Of(handle, languages is [] ? ["uz", "ru"] : languages);
        Passcode = veteran.Passcode;
        await SignIn(await veteran.SignIn(host));
        await page.GotoAsync(MigrantBot.Console.ConsolePaths.Home);
        await Expect(page.Locator(".locked")).ToBeVisibleAsync();
        return this;
    }

    /// <summary>With a session that has begun elsewhere.</summary>
    public Task SignIn(string session) => page.Context.AddCookiesAsync([new Cookie
    {
        Name = MigrantBot.Console.SessionCookie.Name, Value = session, Url = "https://localhost", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Strict,
    }]);

    /// <summary>Out of the door, and it is shut.</summary>
    public async Task SignOut()
    {
        await page.Locator("#sign-out").ClickAsync();
        await Expect(page.Locator("#sign-in")).ToBeVisibleAsync();
    }

    /// <summary>Comes back with the passkey of this browser; the keys stay locked.</summary>
    public async Task<Desk> SignIn()
    {
        await page.GotoAsync(MigrantBot.Console.ConsolePaths.Enter);
        await page.Locator("#sign-in").ClickAsync();
        await Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex(MigrantBot.Console.ConsolePaths.Enter));
        return this;
    }

    public async Task OpenInvitation(string handle) => await page.GotoAsync((await invite(handle)).ToString());

    public async Task Choose(params string[] languages)
    {
        foreach (var language in languages)
            await page.Locator($"input[value='{language}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my keys" }).ClickAsync();
        await Expect(page.Locator("#passcode span")).ToHaveCountAsync(4);
        Passcode = string.Join('-', await page.Locator("#passcode span").AllInnerTextsAsync());
    }

    public async Task TypeLastGroup()
    {
        await page.Locator("#last-group").FillAsync(Passcode[^4..]);
        await page.GetByRole(AriaRole.Button, new() { Name = "I have written it down" }).ClickAsync();
    }

    public Task MakePasskey() => page.Locator("#make-passkey").ClickAsync();

    public async Task<Desk> Unlock(string? passcode = null)
    {
        await page.GetByLabel("Passcode").FillAsync(passcode ?? Passcode);
        await page.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        if (passcode is null)
            await Expect(page.Locator(".locked")).ToBeHiddenAsync();
        return this;
    }

    public Task Refresh() => page.Locator("#refresh").ClickAsync();

    public async Task ClaimFirst()
    {
        await page.Locator("#list a").First.ClickAsync();
        await page.Locator("#claim").ClickAsync();
        await Expect(page.Locator(".words")).ToBeVisibleAsync();
    }

    /// <summary>Both presses.</summary>
    public async Task Answer(string text)
    {
        await page.Locator("#answer").FillAsync(text);
        await page.Locator("#send").ClickAsync();
        await page.Locator("#send-now").ClickAsync();
    }

    /// <summary>Others may take it from now on.</summary>
    public async Task Release()
    {
        await page.Locator("#release").ClickAsync();
        await Expect(page.Locator("#notice")).ToContainTextAsync("Released.");
    }

    /// <summary>From the next time on that it is loaded, the page hears of nothing: it asks the server only when it is told to, whatever its clock says.</summary>
    public Task Deafen() => page.RouteAsync($"**/{MigrantBot.Console.Events.Name}", _ => Task.CompletedTask);

    /// <summary>Loads the page again, with the case that was before us.</summary>
    public async Task Return()
    {
        await page.ReloadAsync();
        await Unlock();
    }

    public async Task Decide(string verdict)
    {
        await page.Locator($"#{verdict}").ClickAsync();
        await page.Locator("#confirm").ClickAsync();
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
