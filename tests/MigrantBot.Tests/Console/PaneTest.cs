using System.Globalization;
using Dapper;
using Microsoft.Playwright;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What a test of the case's pane starts from: a moderator at a real browser who has claimed and opened a case.</summary>
public abstract class PaneTest(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    /// <summary>So that the case comes first in the queue.</summary>
    private protected static readonly Facets Pressing = new() { Region = Region.Moscow, Methods = Methods.Violence, Deadline = Deadline.Hours };

    private protected IBrowser Browser => chromium.Browser;

    private protected DateOnly Today => DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);

    private protected async Task<(Desk Desk, Reporter Reporter)> Holding(string told = "Told.", string language = "uz")
    {
        var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        var reporter = await Reporter.Tells(Host, told, language, Pressing);
        await Open(desk);
        return (desk, reporter);
    }

    /// <summary>The same, and the page hears of nothing that others do.</summary>
    private protected async Task<(Desk Desk, Reporter Reporter)> HoldingDeaf(string told = "Told.")
    {
        var desk = await Desk.Sit(Host, Browser);
        await desk.Deafen();
        await desk.Arrive(Host);
        var reporter = await Reporter.Tells(Host, told, facets: Pressing);
        await Open(desk);
        return (desk, reporter);
    }

    /// <summary>Unlocks, and claims what stands first.</summary>
    private protected static async Task Open(Desk desk)
    {
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
    }

    private protected static async Task Kept(IPage page) => await Expect(page.Locator("#draft-state")).ToHaveTextAsync("draft saved, sealed");

    private protected Task<T> Ask<T>(string sql, object? about = null) =>
        Host.Database.Read(connection => connection.QuerySingleAsync<T>(sql, about), CancellationToken.None);

    private protected Task Harm(string sql, object? about = null) =>
        Host.Database.Write((connection, transaction) => connection.ExecuteAsync(sql, about, transaction), CancellationToken.None);

    /// <summary>The reporter takes the report back with the receipt.</summary>
    private protected async Task TakeBack(Reporter reporter)
    {
        var lookup = await Ask<string>("SELECT receipt_lookup FROM reports WHERE id = @Report", new { reporter.Report });
        Assert.True(await Host.Database.Write((connection, transaction) => ReceiptStore.Withdraw(connection, transaction, lookup, Today), CancellationToken.None));
    }

    /// <summary>What of these words stands in the files of the database, in any form.</summary>
    private protected async Task<IReadOnlyList<string>> Plain(string words)
    {
        var file = await Ask<string>("SELECT file FROM pragma_database_list WHERE name = 'main'");
        var traces = new Traces().Of("the words", words);
        List<string> found = [];
        foreach (var path in Directory.GetFiles(Path.GetDirectoryName(file)!))
        {
            await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes);
            found.AddRange(traces.In(bytes));
        }
        return found;
    }

    private protected static Task<string> TextOf(ILocator one) => one.EvaluateAsync<string>("one => one.textContent");

    /// <summary>How the page says a day.</summary>
    private protected static string InWords(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
