using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Publications;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>The pages of the team and of the audit, in a real browser. With PNG_DIR set, they are also painted there.</summary>
public sealed partial class TeamPageTests(Chromium chromium) : TeamPageTest(chromium)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 1280, "ru")]
    [InlineData(ColorScheme.Light, 380, "ru")]
    [InlineData(ColorScheme.Dark, 380, "en")]
    public async Task The_team_fits_with_everything_that_can_be_in_it(ColorScheme scheme, int width, string tongue)
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim_from_the_night");
        using var olim = await Visitor.SignedIn(Host, "m-3", "олим.третий");
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Host.Report(new Facets(), "…", onlyTo: "m-2");
        (await boss.Post("team/invitations", new { handle = "nodira", role = "moderator" })).Dispose();
        (await boss.Post("team/invitations", new { handle = "second-head", role = "administrator" })).Dispose();
        (await amina.Post("team/removals", new { id = "m-2" })).Dispose();
        (await olim.Post("team/removals", new { id = "m-3" })).Dispose();
        await using var desk = await As(boss, scheme, width, tongue);
        var page = desk.Page;
        await page.GotoAsync(ConsolePaths.Team);
        await Expect(page.Locator("#people li")).ToHaveCountAsync(4);
        await Expect(page.Locator("#requests li")).ToHaveCountAsync(3);
        await Expect(page.Locator("#invitations li")).ToHaveCountAsync(1);
        var month = Period.MonthOf(DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime));
        if (tongue == "en")
            await Expect(page.Locator("#next-publication")).ToHaveTextAsync(string.Create(CultureInfo.InvariantCulture, $"Next publication: {month.DueOn:d MMMM yyyy} ({month.FirstDay:MMMM yyyy})."));
        else
            await Expect(page.Locator("#next-publication")).ToContainTextAsync("Следующая публикация: 15");
        await Expect(page.Locator("#trial-state code")).ToHaveTextAsync(["keys root", "keys sign", "keys load"]);
        await page.Locator("#invite-name").FillAsync("dilshod");
        await page.Locator("#make-link").ClickAsync();
        await Expect(page.Locator("#link")).ToHaveValueAsync(LinkAddress());
        await Fits(page, width);
        await Paint(page, $"team-{scheme}-{width}-{tongue}");

        await page.Locator(".request", new() { HasText = "karim_from_the_night" }).Locator(".reject").ClickAsync();
        await Expect(page.Locator("#alone.bad")).ToBeVisibleAsync();
        await Fits(page, width);
        await Paint(page, $"team-confirm-{scheme}-{width}-{tongue}", isWhole: false);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#dialog")).ToBeHiddenAsync();
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task One_asks_on_their_page_another_confirms_on_theirs_and_the_removed_is_led_to_the_entrance()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Host.Report(new Facets(), "Words.", onlyTo: "m-2");
        await using var first = await As(amina);
        await using var second = await As(boss);
        await using var removed = await As(karim);
        await removed.Page.GotoAsync(ConsolePaths.Team);
        await Expect(removed.Page.Locator("#people li")).ToHaveCountAsync(3);

        await first.Page.GotoAsync(ConsolePaths.Team);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Remove karim" }).ClickAsync();
        await Expect(first.Page.Locator("#alone")).ToHaveTextAsync(new Regex("^1 case is sealed to nobody else here"));
        await first.Page.Locator("#yes").ClickAsync();
        await Expect(first.Page.Locator("#notice")).ToContainTextAsync("A second person has to confirm");
        await Expect(first.Page.Locator("#requests")).ToContainTextAsync("You asked to remove karim");

        await removed.Page.ReloadAsync();
        await Expect(removed.Page.Locator("#people li")).ToHaveCountAsync(3);
        await Expect(removed.Page.Locator("#asked")).ToBeHiddenAsync();

        await second.Page.GotoAsync(ConsolePaths.Team);
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm…" }).ClickAsync();
        await Expect(second.Page.Locator("#alone")).ToHaveTextAsync(new Regex("^Some cases are sealed to nobody else here"));
        await second.Page.Locator("#yes").ClickAsync();
        await Expect(second.Page.Locator("#notice")).ToHaveTextAsync("karim is removed.");
        await Expect(second.Page.Locator("#people li")).ToHaveCountAsync(2);

        await removed.Page.ReloadAsync();
        await Expect(removed.Page).ToHaveURLAsync(new Regex($"{ConsolePaths.Enter}$"));
        await first.Page.GotoAsync(ConsolePaths.Audit);
        await Expect(first.Page.Locator("#days tr:has(td) .action")).ToHaveTextAsync(["removed", "asked for a removal"]);
        Assert.Empty(first.Complaints.Concat(second.Complaints));
    }

    [Fact]
    public async Task A_second_administrator_is_asked_for_by_one_and_the_link_is_shown_to_the_other()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await using var asking = await As(boss);
        await using var confirming = await As(amina);
        await asking.Page.GotoAsync(ConsolePaths.Team);
        await asking.Page.Locator("#invite-name").FillAsync("zarina");
        await asking.Page.Locator("#make-link").ClickAsync();
        await Expect(asking.Page.Locator("#invite-wrong")).ToContainTextAsync("Somebody here has this name");
        await asking.Page.Locator("#invite-name").FillAsync("head2");
        await asking.Page.Locator("input[value=administrator]").CheckAsync();
        await asking.Page.Locator("#make-link").ClickAsync();
        await Expect(asking.Page.Locator("#invite-result")).ToContainTextAsync("An administrator needs two people");

        await confirming.Page.GotoAsync(ConsolePaths.Team);
        await Expect(confirming.Page.Locator("#inviting")).ToBeHiddenAsync();
        await confirming.Page.GetByRole(AriaRole.Button, new() { Name = "Confirm…" }).ClickAsync();
        await confirming.Page.Locator("#yes").ClickAsync();

        await Expect(confirming.Page.Locator("#link")).ToHaveValueAsync(LinkAddress());
        await Paint(confirming.Page, "team-link", isWhole: false);
        await confirming.Page.GetByRole(AriaRole.Button, new() { Name = "I have sent it" }).ClickAsync();
        await Expect(confirming.Page.Locator("#dialog")).ToBeHiddenAsync();
        await Expect(confirming.Page.Locator("#link")).ToHaveCountAsync(0);
        Assert.DoesNotContain("enter#", await confirming.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 320, "ru", "больше десяти минут назад", "вперемешку с кириллицей")]
    [InlineData(ColorScheme.Dark, 1280, "en", "more than ten minutes ago", "Latin and Cyrillic letters side by side")]
    [InlineData(ColorScheme.Dark, 320, "en", "more than ten minutes ago", "Latin and Cyrillic letters side by side")]
    public async Task Who_signed_in_long_ago_shows_the_passkey_again_and_goes_on_with_what_was_typed(ColorScheme scheme, int width, string tongue, string late, string mixed)
    {
        await using var desk = await Desk.Sit(Host, Browser, scheme, width);
        var page = desk.Page;
        await page.Context.AddInitScriptAsync($"localStorage.setItem('mb-tongue', '{tongue}')");
        await page.GotoAsync((await Host.Invite("zarina", MigrantBot.Console.Roles.Administrator)).ToString());
        await desk.MakePasskey();
        await Expect(page.Locator(".me")).ToContainTextAsync("zarina");
        using var amina = await Visitor.SignedIn(Host);
        using var other = await Visitor.SignedInAsAdministrator(Host, handle: "malika");
        (await amina.Post("team/removals", new { id = "m-1" })).Dispose();
        (await other.Post("team/invitations", new { handle = "second-head", role = "administrator" })).Dispose();
        await page.GotoAsync(ConsolePaths.Team);
        await Expect(page.Locator("#requests li")).ToHaveCountAsync(2);
        Host.Clock.Advance(Sessions.FreshFor);

        await page.Locator("#invite-name").FillAsync("dilshod");
        var asks = await Hold(page);
        await desk.Device.Verifies(false);
        await page.Locator("#make-link").ClickAsync();
        await Expect(page.Locator("#show-again")).ToContainTextAsync(late);
        await Fits(page, width);
        await Paint(page, $"team-show-again-{scheme}-{width}-{tongue}");
        asks.SetResult();
        await Expect(page.Locator("#invite-wrong")).ToContainTextAsync(late);
        await Expect(page.Locator("#show-again")).ToHaveCountAsync(0);
        await Expect(page.Locator("#invite-name")).ToHaveValueAsync("dilshod");
        await Fits(page, width);
        await Paint(page, $"team-not-shown-{scheme}-{width}-{tongue}");

        await desk.Device.Verifies(true);
        asks = await Hold(page);
        await page.Locator("#requests li", new() { HasText = "second-head" }).Locator(".reject").ClickAsync();
        await page.Locator("#yes").ClickAsync();
        await Expect(page.Locator("dialog #show-again")).ToContainTextAsync(late);
        await Fits(page, width);
        await Paint(page, $"team-show-again-dialog-{scheme}-{width}-{tongue}", isWhole: false);
        asks.SetResult();
        await Expect(page.Locator("#link")).ToHaveValueAsync(LinkAddress());
        await page.Locator("#sent").ClickAsync();
        await Expect(page.Locator("#dialog")).ToBeHiddenAsync();
        await Expect(page.Locator("#requests li")).ToHaveCountAsync(1);

        // One signing-in is enough for ten minutes: the device is not asked any more, nor would it answer.
        await desk.Device.Verifies(false);
        await Expect(page.Locator("#invite-name")).ToHaveValueAsync("dilshod");
        await page.Locator("#make-link").ClickAsync();
        await Expect(page.Locator("#link")).ToHaveValueAsync(LinkAddress());
        await page.Locator("#sent").ClickAsync();
        await Expect(page.Locator("#invitations li")).ToHaveCountAsync(2);
        await page.Locator("#requests li .reject").ClickAsync();
        await page.Locator("#yes").ClickAsync();
        await Expect(page.Locator("#people li")).ToHaveCountAsync(2);

        await page.Locator("#invite-name").FillAsync("dilshоd");
        await page.Locator("#make-link").ClickAsync();
        await Expect(page.Locator("#invite-wrong")).ToContainTextAsync(mixed);
        await Expect(page.Locator("#invite-name")).ToHaveValueAsync("dilshоd");
        await Fits(page, width);
        await Paint(page, $"team-mixed-{scheme}-{width}-{tongue}");
    }

    /// <summary>Keeps the device from being asked until told.</summary>
    static async Task<TaskCompletionSource> Hold(IPage page)
    {
        var asks = new TaskCompletionSource();
        await page.UnrouteAsync("**/passkeys/options");
        await page.RouteAsync("**/passkeys/options", async route =>
        {
            await asks.Task;
            await route.ContinueAsync();
        });
        return asks;
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "ru")]
    [InlineData(ColorScheme.Dark, 1280, "en")]
    [InlineData(ColorScheme.Light, 380, "en")]
    [InlineData(ColorScheme.Dark, 380, "ru")]
    public async Task The_audit_shows_its_days_and_its_head_and_in_red_what_was_touched(ColorScheme scheme, int width, string tongue)
    {
        using var amina = await Visitor.SignedIn(Host);
        var begin = Host.Clock.GetUtcNow().AddDays(-4);
        string[] actions = ["sign-in", "claim", "open", "note", "reply", "accept", "remove-asked", "invite", "list-load", "correct", "release", "refused-role"];
        for (var row = 0; row < 60; row++)
            await Write(row % 7 == 6 ? "operator" : row % 3 == 0 ? "amina" : "karim_from_the_night", actions[row % 12], About(actions[row % 12]), begin.AddHours(row));
        await Write("system", "purge", AuditChain.Deleted(12), begin.AddHours(61));
        await using var desk = await As(amina, scheme, width, tongue);
        var page = desk.Page;
        await page.GotoAsync(ConsolePaths.Audit);
        await Expect(page.Locator("#mark strong")).ToHaveTextAsync("61");
        await Expect(page.Locator("#days tbody tr")).ToHaveCountAsync(50);
        await Fits(page, width);
        await Paint(page, $"audit-{scheme}-{width}-{tongue}");
        await page.Locator("#older").ClickAsync();
        await Expect(page.Locator("#days tbody tr")).ToHaveCountAsync(61);
        await Expect(page.Locator("#older")).ToBeHiddenAsync();
        Assert.Equal(await page.Locator("#days h2").AllInnerTextsAsync(), (await page.Locator("#days h2").AllInnerTextsAsync()).Distinct());

        await Run("UPDATE audit SET actor = '<img src=x onerror=alert(1)>' WHERE seq = 57");
        await page.ReloadAsync();
        await Expect(page.Locator("#broken")).ToContainTextAsync("57");
        await Expect(page.Locator("#days tr.wrong .actor")).ToHaveTextAsync("<img src=x onerror=alert(1)>");
        await Expect(page.Locator("#mark")).ToHaveCountAsync(0);
        await Fits(page, width);
        await Paint(page, $"audit-broken-{scheme}-{width}-{tongue}", isWhole: false);
        Assert.Empty(desk.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en", "October 2026: the CSV file was changed.")]
    [InlineData(ColorScheme.Dark, 380, "ru", "октябрь 2026 г.: файл CSV изменён.")]
    public async Task Beside_a_whole_audit_it_says_which_publication_was_touched(ColorScheme scheme, int width, string tongue, string said)
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await using var desk = await As(boss, scheme, width, tongue);
        await new Publishing(new(Host.Database), new(Host.Database), new(), Host.Clock).Publish(
            Out.Period("2026-10"), default, Host.Clock.GetUtcNow(), AuditRow.System, CancellationToken.None);
        await Run("UPDATE publications SET csv = csv || ' '");
        await Host.Get<PublicationWatch>().Look(CancellationToken.None);

        await desk.Page.GotoAsync(ConsolePaths.Audit);
        await Expect(desk.Page.Locator("#touched li")).ToHaveTextAsync([said]);
        await Expect(desk.Page.Locator("#whole")).ToBeVisibleAsync();
        await Fits(desk.Page, width);
        await Paint(desk.Page, $"audit-touched-{scheme}-{width}-{tongue}", isWhole: false);

        await Run("UPDATE publications SET csv = SUBSTR(csv, 1, LENGTH(csv) - 1)");
        await Host.Get<PublicationWatch>().Look(CancellationToken.None);
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("#whole")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("#touched")).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    static string About(string action) => action switch
    {
        "invite" => "moderator nodira",
        "list-load" => "list 7",
        "remove-asked" => "request 1a2b3c4d",
        "sign-in" => "passkey 9f8e7d6c",
        "refused-role" => "team/invitations",
        _ => Audit.Case("0a1b2c3d4e5f"),
    };

    [GeneratedRegex("^http://localhost:[0-9]+/console/enter#[A-Za-z0-9_-]{43}$")]
    private static partial Regex LinkAddress();
}
