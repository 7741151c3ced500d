using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>Words are covered until they are asked for: for the eye, and for a screen reader.</summary>
public sealed class CoveredWordsTests(Chromium chromium) : PaneTest(chromium)
{
    static readonly Regex Blurred = new("blur");

    [Fact]
    public async Task What_was_told_is_blurred_and_unheard_until_somebody_asks_for_it()
    {
        var (desk, reporter) = await Holding("A terrible sentence.");
        await using var _ = desk;
        using var __ = reporter;
        var (told, words) = (desk.Page.Locator(".told"), desk.Page.Locator("#words"));

        await Expect(told).ToHaveCSSAsync("filter", Blurred);
        Assert.DoesNotContain("terrible", await words.AriaSnapshotAsync(), StringComparison.Ordinal);
        await Expect(desk.Page.Locator("#words-state")).ToHaveTextAsync("The words are covered until you ask for them.");

        await desk.Page.Locator("#show-words").ClickAsync();
        await Expect(told).ToHaveCSSAsync("filter", "none");
        Assert.Contains("A terrible sentence.", await words.AriaSnapshotAsync(), StringComparison.Ordinal);

        await desk.Page.Locator("#show-words").ClickAsync();
        await Expect(told).ToHaveCSSAsync("filter", Blurred);
        Assert.DoesNotContain("terrible", await words.AriaSnapshotAsync(), StringComparison.Ordinal);
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Asking_holds_for_one_case_until_this_browser_is_told_otherwise()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#show-words").ClickAsync();
        await Expect(desk.Page.Locator(".covered")).ToHaveCountAsync(0);

        await desk.Return();
        await Expect(desk.Page.Locator(".covered .told")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator("#cover-first")).ToBeCheckedAsync();

        await desk.Page.Locator("#cover-first").UncheckAsync();
        await Expect(desk.Page.Locator(".covered")).ToHaveCountAsync(1);
        await desk.Return();
        await Expect(desk.Page.Locator(".told")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".covered")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_asked_for_stays_shown_while_the_same_case_changes()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#show-words").ClickAsync();
        await Host.Add(reporter.Report, "Added meanwhile.");
        await desk.Refresh();
        await desk.Page.Locator("#read-on").ClickAsync();

        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync(["Told.", "Added meanwhile."]);
        await Expect(desk.Page.Locator(".covered")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("#added-meanwhile")).ToHaveCountAsync(0);
    }
}
