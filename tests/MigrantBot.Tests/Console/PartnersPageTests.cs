using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>The page of the partners in a real browser, and what the audit says of publications and keys.</summary>
public sealed partial class PartnersPageTests(Chromium chromium) : TeamPageTest(chromium)
{
    static readonly string[] All = ["months", "quarters", "signals"];

    static async Task Make(Visitor boss, string ngo, params string[] scopes) => (await boss.Post("team/ngo-keys", new { ngo, scopes })).EnsureSuccessStatusCode().Dispose();

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "en")]
    [InlineData(ColorScheme.Dark, 1280, "ru")]
    [InlineData(ColorScheme.Light, 380, "ru")]
    [InlineData(ColorScheme.Dark, 380, "en")]
    public async Task The_page_fits_in_each_of_its_states(ColorScheme scheme, int width, string tongue)
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await using var desk = await As(boss, scheme, width, tongue);
        var page = desk.Page;
        await page.GotoAsync(ConsolePaths.Partners);
        await Expect(page.Locator("#none")).ToBeVisibleAsync();
        await page.Locator("#make").ClickAsync();
        await Expect(page.Locator("#wrong")).ToBeVisibleAsync();
        await Fits(page, width);
        await Paint(page, $"partners-wrong-{scheme}-{width}-{tongue}");

        await Make(boss, "Human Rights House", All);
        await Make(boss, "Комитет «Гражданское содействие» и друзья, отделение для трудовых мигрантов", "months", "quarters");
        await Make(boss, "Freedom Monitor", "signals");
        await Run("UPDATE ngo_keys SET used_on = '2026-11-20' WHERE ngo LIKE 'Human%'");
        await Run("UPDATE ngo_keys SET revoked_on = '2026-11-21' WHERE ngo LIKE 'Freedom%'");
        await page.ReloadAsync();
        await Expect(page.Locator("#keys li")).ToHaveCountAsync(3);
        await page.Locator("#ngo").FillAsync("Oʻzbek uyi");
        await page.Locator("#make").ClickAsync();
        await Expect(page.Locator("#key")).ToHaveValueAsync(Key());
        await Expect(page.Locator("#keys li")).ToHaveCountAsync(4);
        await Fits(page, width);
        await Paint(page, $"partners-key-{scheme}-{width}-{tongue}");

        await page.Locator("#keys button").First.ClickAsync();
        await Expect(page.Locator("#yes")).ToBeVisibleAsync();
        await Fits(page, width);
        await Paint(page, $"partners-revoke-{scheme}-{width}-{tongue}", isWhole: false);
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#dialog")).ToBeHiddenAsync();
        await page.Locator("#sent").ClickAsync();
        await Expect(page.Locator("#notice.good")).ToBeVisibleAsync();
        await Fits(page, width);
        await Paint(page, $"partners-{scheme}-{width}-{tongue}");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_key_is_made_shown_once_and_revoked_with_the_keyboard_alone()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await using var desk = await As(boss);
        var page = desk.Page;
        await page.GotoAsync(ConsolePaths.Team);
        await page.Locator("#nav-partners").PressAsync("Enter");
        await Expect(page.Locator("#nav-partners")).ToHaveAttributeAsync("aria-current", "page");
        await Expect(page).ToHaveTitleAsync("Partners · MigrantBot console");
        foreach (var scope in All)
            await Expect(page.Locator($"#scope-{scope}")).ToBeCheckedAsync();
        await Expect(page.Locator("#none")).ToHaveTextAsync("No partner has a key yet.");

        await page.Locator("#ngo").PressAsync("Enter");
        await Expect(page.Locator("#wrong")).ToContainTextAsync("Write the name of the NGO");
        await Expect(page.Locator("#ngo")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Human Rights House");
        foreach (var scope in All)
            await page.Locator($"#scope-{scope}").PressAsync("Space");
        await page.Locator("#make").PressAsync("Enter");
        await Expect(page.Locator("#wrong")).ToContainTextAsync("Choose at least one");
        await Expect(page.Locator("#scope-months")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator("#make").PressAsync("Enter");

        await Expect(page.Locator("#key")).ToBeFocusedAsync();
        await Expect(page.Locator("#form")).ToBeHiddenAsync();
        var key = NgoKey.Read(await page.Locator("#key").InputValueAsync())!;
        await Expect(page.Locator("#keys li")).ToContainTextAsync($"mb_{key.Prefix}");
        await Expect(page.Locator("#keys li")).ToContainTextAsync("not used yet");
        await page.Locator("#sent").PressAsync("Enter");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("The key is out of sight. Nobody can show it again.");
        await Expect(page.Locator("#notice")).ToBeFocusedAsync();
        await Expect(page.Locator("#ngo")).ToHaveValueAsync("");
        await Expect(page.Locator("#key")).ToHaveCountAsync(0);
        Assert.DoesNotContain(key.Reveal()[^43..], await page.ContentAsync(), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Button, new() { Name = $"Revoke the key mb_{key.Prefix} of Human Rights House" }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Go back" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#notice")).ToHaveTextAsync("The key of Human Rights House is revoked.");
        await Expect(page.Locator("#keys .revoked .badge")).ToContainTextAsync("revoked");
        await Expect(page.Locator("#keys button")).ToHaveCountAsync(0);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Who_signed_in_long_ago_shows_the_passkey_again_and_then_the_key_is_made()
    {
        await using var desk = await Desk.Sit(Host, Browser);
        var page = desk.Page;
        await page.GotoAsync((await Host.Invite("zarina", MigrantBot.Console.Roles.Administrator)).ToString());
        await desk.MakePasskey();
        await Expect(page.Locator(".me")).ToHaveTextAsync("zarina administrator");
        await page.GotoAsync(ConsolePaths.Partners);
        await Expect(page.Locator("#none")).ToBeVisibleAsync();
        Host.Clock.Advance(Sessions.FreshFor);
        await page.Locator("#ngo").FillAsync("<img src=x onerror=window.hacked=1>");

        await desk.Device.Verifies(false);
        await page.Locator("#make").ClickAsync();
        await Expect(page.Locator("#wrong")).ToContainTextAsync("You signed in more than ten minutes ago");
        await Expect(page.Locator("#none")).ToBeVisibleAsync();
        await desk.Device.Verifies(true);
        await page.Locator("#make").ClickAsync();

        await Expect(page.Locator("#key")).ToHaveValueAsync(Key());
        await Expect(page.Locator("#keys bdi")).ToHaveTextAsync("<img src=x onerror=window.hacked=1>");
        Assert.Equal("undefined", await page.EvaluateAsync<string>("typeof window.hacked"));
    }

    [Theory]
    [InlineData("en", "October 2026, JSON 1f2e3d4c5b6a7988…, CSV 0123456789abcdef…", "published", "quarter 3 of 2026, words 99aa88bb77cc66dd…", "added an erratum to", "gave a partner a key", "key abcd2345")]
    [InlineData("ru", "октябрь 2026 г., JSON 1f2e3d4c5b6a7988…, CSV 0123456789abcdef…", "опубликованы данные", "3-й квартал 2026 г., текст 99aa88bb77cc66dd…", "уточнение к публикации", "партнёру выдан ключ", "ключ abcd2345")]
    public async Task The_audit_tells_of_publications_and_keys_in_sentences(string tongue, string month, string published, string quarter, string erratum, string issued, string key)
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var now = Host.Clock.GetUtcNow();
        var october = new PublicationRow { Kind = "month", Period = "2026-10", JsonSha256 = $"1f2e3d4c5b6a7988{new string('0', 48)}", CsvSha256 = $"0123456789abcdef{new string('0', 48)}" };
        await Write(AuditRow.System, PublicationStore.Action, october.Mark, now);
        await Write(AuditRow.Operator, PublicationStore.ErratumAction, "quarter 2026-Q3 99aa88bb77cc66dd", now);
        await Write("zarina", "key-issue", NgoKeyStore.NameOf("abcd2345"), now);
        await Write("zarina", "key-revoke", NgoKeyStore.NameOf("abcd2345"), now);
        await using var desk = await As(boss, tongue: tongue);
        var page = desk.Page;
        await page.GotoAsync(ConsolePaths.Audit);
        await Expect(page.Locator("#days tbody .object")).ToHaveTextAsync([key, key, quarter, month]);
        await Expect(page.Locator("#days tbody td.action").Nth(1)).ToHaveTextAsync(issued);
        await Expect(page.Locator("#days tbody td.action").Nth(2)).ToHaveTextAsync(erratum);
        await Expect(page.Locator("#days tbody td.action").Nth(3)).ToHaveTextAsync(published);
        Assert.DoesNotContain("key-revoke", await page.Locator("#days").InnerTextAsync(), StringComparison.Ordinal);
        await Paint(page, $"audit-publications-{tongue}", isWhole: false);
    }

    [GeneratedRegex("^mb_[a-z2-9]{8}_[A-Za-z0-9_-]{43}$")]
    private static partial Regex Key();
}
