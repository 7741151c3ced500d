using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Playwright;
using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What a moderator is writing is never lost, and nobody else can read it.</summary>
public sealed class DraftingTests(Chromium chromium) : PaneTest(chromium)
{
    const string Words = "Шартномани имзоламанг, нусхасини сўранг.";

    [Fact]
    public async Task A_draft_outlives_the_claim_the_lock_and_a_reload_and_lies_sealed_in_the_database()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        ConcurrentQueue<string> sent = [];
        desk.Page.Request += (_, request) => sent.Enqueue(request.PostData ?? "");
        await desk.Page.Locator("#answer").FillAsync(Words);
        await Kept(desk.Page);
        Assert.Equal(1, await Ask<long>("SELECT COUNT(*) FROM drafts"));
        Assert.Empty(await Plain(Words));
        Assert.DoesNotContain(sent, one => one.Contains("нусхасини", StringComparison.Ordinal));

        await desk.Page.Locator("#lock").ClickAsync();
        await desk.Unlock();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync(Words);

        await desk.Return();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync(Words);
        await Expect(desk.Page.Locator("#draft-state")).ToHaveTextAsync("your draft, as it was saved");

        Host.Clock.Advance(Moderating.Lease);
        await desk.Return();
        await Expect(desk.Page.Locator("#kept-draft")).ToContainTextAsync(Words);
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync(Words);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_lock_waits_for_no_pause_in_typing()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Typed in the last moment.");
        await desk.Page.Locator("#lock").ClickAsync();
        await desk.Unlock();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("Typed in the last moment.");
    }

    [Fact]
    public async Task What_is_sealed_but_not_saved_leaves_with_the_page()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Clock.InstallAsync();
        await desk.Return();
        await desk.Page.Clock.PauseAtAsync(DateTime.UtcNow.AddMinutes(1));
        await desk.Page.Locator("#answer").FillAsync("On the way out.");
        await Expect(desk.Page.Locator("#draft-state")).ToHaveTextAsync("saving…");
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM drafts"));

        await desk.Return();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("On the way out.");
    }

    /// <summary>The server's clock alone is moved, and the page learns of it: whether by itself or by the press, it learns the same.</summary>
    [Fact]
    public async Task Saving_a_draft_renews_the_claim_and_the_last_minute_is_announced()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        Host.Clock.Advance(Moderating.Lease - TimeSpan.FromSeconds(58));
        await desk.Refresh();
        await Expect(desk.Page.Locator("#lease-ends")).ToContainTextAsync("Your claim ends within a minute");
        await Expect(desk.Page.Locator("#lease")).ToContainTextAsync(" s");

        await desk.Page.Locator("#answer").FillAsync("Still at work.");
        await Kept(desk.Page);
        await Expect(desk.Page.Locator("#lease")).ToHaveTextAsync("20 min");
        await Expect(desk.Page.Locator("#lease-ends")).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Where_two_tabs_write_both_texts_are_kept_until_one_decides()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        var second = await desk.Page.Context.NewPageAsync();
        await second.GotoAsync(desk.Page.Url);
        await second.GetByLabel("Passcode").FillAsync(desk.Passcode);
        await second.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Expect(second.Locator("#answer")).ToHaveValueAsync("");

        await desk.Page.Locator("#answer").FillAsync("From the first tab.");
        await Kept(desk.Page);
        await second.Locator("#answer").FillAsync("From the second tab.");
        await Kept(second);
        await Expect(second.Locator("#other-text")).ToHaveTextAsync("From the first tab.");

        await second.ReloadAsync();
        await second.GetByLabel("Passcode").FillAsync(desk.Passcode);
        await second.GetByRole(AriaRole.Button, new() { Name = "Unlock" }).ClickAsync();
        await Expect(second.Locator("#answer")).ToHaveValueAsync("From the second tab.");
        await second.Locator("#other-add").ClickAsync();
        await Expect(second.Locator("#answer")).ToHaveValueAsync("From the second tab.\n\nFrom the first tab.");
        await Expect(second.Locator("#other")).ToHaveCountAsync(0);
        await Kept(second);

        await desk.Page.Locator("#answer").FillAsync("From the first tab, later.");
        await Kept(desk.Page);
        await Expect(desk.Page.Locator("#other-text")).ToHaveTextAsync("From the second tab.\n\nFrom the first tab.");
        await desk.Page.Locator("#other-drop").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("From the first tab, later.");
        await Expect(desk.Page.Locator("#other")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_it_cannot_be_saved_the_page_says_so_and_keeps_it()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.RouteAsync("**/draft", route => route.AbortAsync());
        await desk.Page.Locator("#answer").FillAsync("Only here.");
        await Expect(desk.Page.Locator("#draft-state")).ToContainTextAsync("could not be saved");

        await desk.Page.UnrouteAsync("**/draft");
        await desk.Page.Locator("#answer").PressSequentiallyAsync(" And now there.");
        await Kept(desk.Page);
        await desk.Return();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("Only here. And now there.");
    }

    [Fact]
    public async Task What_was_sent_leaves_no_draft_and_a_note_in_writing_stays()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#note").ClickAsync();
        await desk.Page.Locator("#note-text").FillAsync("Half a note.");
        await desk.Answer("Sent.");
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync("Sent.");
        await Kept(desk.Page);
        await desk.Return();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("");
        await Expect(desk.Page.Locator("#note-text")).ToHaveValueAsync("Half a note.");
        await Expect(desk.Page.Locator("#other")).ToHaveCountAsync(0);

        await desk.Page.Locator("#note-now").ClickAsync();
        await Expect(desk.Page.Locator(".noted")).ToHaveTextAsync("Half a note.");
        await desk.Return();
        await Expect(desk.Page.Locator("#note")).ToBeVisibleAsync();
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM drafts"));
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_also_where_the_case_is_not_in_ones_hands()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Never mind.");
        await desk.Page.Locator("#release").ClickAsync();
        await Expect(desk.Page.Locator("#kept-draft")).ToContainTextAsync("Never mind.");

        await desk.Page.Locator("#draft-drop").ClickAsync();
        await desk.Page.Locator("#draft-drop-now").ClickAsync();
        await Expect(desk.Page.Locator("#kept-draft")).ToHaveCountAsync(0);
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM drafts"));
    }

    [Fact]
    public async Task Words_that_somebody_else_has_sealed_to_the_moderator_are_put_into_no_box()
    {
        var (desk, reporter) = await Holding("Told.");
        await using var _ = desk;
        using var __ = reporter;
        var me = await Ask<string>("SELECT id FROM moderators WHERE handle = 'aziz'");
        var key = await Ask<byte[]>("SELECT box_key FROM moderators WHERE id = @me", new { me });
        var planted = Envelope.Seal(
            JsonSerializer.SerializeToUtf8Bytes(new { v = 1, text = "Come to this address.", signature = Convert.ToBase64String(new byte[64]) }),
            new Binding(reporter.Report, me, Direction.Draft), [new(me, key)], RandomNumberGenerator.Fill);
        await Harm(
            "INSERT INTO drafts (moderator_id, report_id, day, body, sealed_key) VALUES (@me, @Report, '2026-11-22', @Body, @SealedKey)",
            new { me, reporter.Report, planted.Body, planted.Keys[0].SealedKey });

        await desk.Return();

        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("");
        await Expect(desk.Page.Locator("body")).Not.ToContainTextAsync("Come to this address.");
        await desk.Page.Locator("#answer").FillAsync("My own words.");
        await Kept(desk.Page);
        await desk.Return();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("My own words.");
    }
}
