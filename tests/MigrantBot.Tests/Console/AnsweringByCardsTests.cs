using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>An answer is begun with checked sentences and seen as the reporter will see it.</summary>
public sealed class AnsweringByCardsTests(Chromium chromium) : PaneTest(chromium)
{
    static Task<IAsyncDisposable> Serve(IPage page, string path, object content) =>
        page.RouteAsync($"**/api/{path}?*", route => route.FulfillAsync(new() { ContentType = "application/json", Body = JsonSerializer.Serialize(content) }));

    [Fact]
    public async Task A_card_goes_in_at_the_cursor_and_says_when_it_was_checked()
    {
        var (desk, reporter) = await Holding(language: "ru");
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Before. After.");
        await desk.Page.Locator("#answer").EvaluateAsync("one => one.setSelectionRange(8, 8)");
        await desk.Page.Locator("#cards summary").ClickAsync();
        var card = desk.Page.Locator("#cards li").First;
        await Expect(card.Locator(".checked")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^checked \d\d\.20\d\d"));
        var text = await TextOf(card.Locator("p"));
        await card.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync($"Before. {text}After.");
        await Expect(desk.Page.Locator("#answer")).ToBeFocusedAsync();
        await Kept(desk.Page);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task An_old_card_says_so_and_a_hostile_one_is_shown_letter_for_letter()
    {
        var hostile = string.Join('\n', LiteralTests.Corpus);
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Serve(desk.Page, "answers", new object[]
        {
            new { id = "old", title = "Old", text = "Was true.", reviewedOn = "2024-01-31", isOld = true },
            new { id = "hostile", title = "<b>x</b>", text = hostile, reviewedOn = $"{Today:yyyy-MM-dd}", isOld = false },
        });
        await desk.Page.Locator("#cards summary").ClickAsync();

        await Expect(desk.Page.Locator(".checked.old")).ToHaveTextAsync(["checked 01.2024: old, look it up first"]);
        Assert.Equal(hostile, await TextOf(desk.Page.Locator("#cards li p").Last));
        await desk.Page.Locator("#card-hostile").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync(hostile);
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
    }

    [Fact]
    public async Task The_preview_shows_the_very_words_in_the_frame_that_the_reporter_will_see()
    {
        var hostile = string.Join('\n', LiteralTests.Corpus);
        var (desk, reporter) = await Holding(language: "ru");
        await using var _ = desk;
        using var __ = reporter;
        var frame = (await desk.Page.EvaluateAsync<JsonElement>("fetch('/console/api/preview?language=ru').then(one => one.json())"));
        await desk.Page.Locator("#answer").FillAsync(hostile);
        await desk.Page.Locator("#send").ClickAsync();

        await Expect(desk.Page.Locator(".bubble-head")).ToHaveTextAsync(frame.GetProperty("heading").GetString()!);
        await Expect(desk.Page.Locator(".bubble-note")).ToHaveTextAsync(frame.GetProperty("note").GetString()!);
        Assert.Equal(hostile, await TextOf(desk.Page.Locator(".bubble-text")));
        Assert.Equal(0, await desk.Page.Locator(".bubble p *").CountAsync());
        Assert.Empty(await reporter.Answers());

        await desk.Page.Locator("#write-on").ClickAsync();
        await Expect(desk.Page.Locator(".bubble")).ToHaveCountAsync(0);
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task An_answer_says_whether_it_was_fetched_and_on_which_day()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Answer("Do not sign.");
        await Expect(desk.Page.Locator("#taken")).ToHaveTextAsync("Not fetched yet");
        await Harm("UPDATE reports SET reply_taken_on = @Today", new { Today = Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) });
        await desk.Refresh();
        await Expect(desk.Page.Locator("#taken")).ToHaveTextAsync($"Fetched on {InWords(Today)}");
    }
}
