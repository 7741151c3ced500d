using Dapper;
using Microsoft.Playwright;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>What a test of the pages of team, partners and audit starts from: somebody signed in at a real browser. With PNG_DIR set, pages are also painted there.</summary>
public abstract class TeamPageTest(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    private protected IBrowser Browser => chromium.Browser;

    private protected async Task<Desk> As(Visitor visitor, ColorScheme scheme = ColorScheme.Light, int width = 1280, string tongue = "en")
    {
        var desk = await Desk.Sit(Host, Browser, scheme, width);
        await desk.Page.Context.AddInitScriptAsync($"localStorage.setItem('mb-tongue', '{tongue}')");
        await desk.SignIn(visitor.Cookie!.Split('=', 2)[1]);
        return desk;
    }

    private protected Task<int> Run(string sql, object? about = null) =>
        Host.Database.Write((connection, transaction) => connection.ExecuteAsync(sql, about, transaction), CancellationToken.None);

    private protected Task<bool> Write(string actor, string action, string about, DateTimeOffset at) => Host.Database.Write(async (connection, transaction) =>
    {
        await Audit.Append(connection, transaction, actor, action, about, at);
        return true;
    }, CancellationToken.None);

    private protected static async Task Fits(IPage page, int width)
    {
        await Layout.Fits(page, "main *, dialog *", width);
        await Layout.IsPressed(page, "main button, dialog button", width < 821 ? 40 : 32);
        await Axe.Check(page);
    }

    private protected static async Task Paint(IPage page, string name, bool isWhole = true)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = isWhole });
    }
}
