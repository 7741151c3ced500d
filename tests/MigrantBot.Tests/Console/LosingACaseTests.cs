using MigrantBot.Core.Moderation;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A case goes from under a moderator's hands: the words go at once, what they had typed does not.</summary>
public sealed class LosingACaseTests(Chromium chromium) : PaneTest(chromium)
{
    [Fact]
    public async Task A_stolen_lease_refuses_the_late_answer_and_keeps_its_words()
    {
        await using var second = await (await Desk.Sit(Host, Browser)).Arrive(Host, "dilnoza");
        var (first, reporter) = await HoldingDeaf("Help.");
        await using var _ = first;
        using var __ = reporter;
        await first.Page.Locator("#answer").FillAsync("Too late, and not lost.");
        await Kept(first.Page);

        Host.Clock.Advance(Moderating.Lease);
        await Open(second);
        await second.Answer("In time.");
        await Expect(second.Page.Locator(".answered")).ToHaveTextAsync("In time.");
        await first.Page.Locator("#send").ClickAsync();
        await first.Page.Locator("#send-now").ClickAsync();

        await Expect(first.Page.Locator("#notice")).ToContainTextAsync("Somebody else holds this case now.");
        await Expect(first.Page.Locator("#pane")).ToContainTextAsync("dilnoza holds this case");
        await Expect(first.Page.Locator(".words")).ToHaveCountAsync(0);
        await Expect(first.Page.GetByText("Help.")).ToHaveCountAsync(0);
        await Expect(first.Page.Locator("#kept-draft")).ToContainTextAsync("Too late, and not lost.");
        Assert.Equal("In time.", reporter.Reads(Assert.Single(await reporter.Answers())));

        await second.Release();
        await first.Return();
        await first.Page.Locator("#claim").ClickAsync();
        await Expect(first.Page.Locator("#answer")).ToHaveValueAsync("Too late, and not lost.");
        await Expect(first.Page.Locator(".answered")).ToHaveTextAsync("In time.");
    }

    [Fact]
    public async Task A_claim_that_another_has_taken_is_noticed_without_a_press()
    {
        await using var second = await (await Desk.Sit(Host, Browser)).Arrive(Host, "dilnoza");
        var (first, reporter) = await Holding("Help.");
        await using var _ = first;
        using var __ = reporter;
        await first.Page.Locator("#answer").FillAsync("In the middle of a");
        Host.Clock.Advance(Moderating.Lease);
        await Open(second);
        await first.Refresh();

        // The page may have learnt of the end before it learnt of the next holder.
        await Expect(first.Page.Locator("#notice")).ToContainTextAsync("Your claim has run out");
        await Expect(first.Page.Locator("#pane")).ToContainTextAsync("dilnoza holds this case");
        await Expect(first.Page.GetByText("Help.")).ToHaveCountAsync(0);
        await Expect(first.Page.Locator("#kept-draft")).ToContainTextAsync("In the middle of a");
    }

    [Fact]
    public async Task A_report_taken_back_under_the_hands_goes_at_once_and_the_draft_with_it()
    {
        var (desk, reporter) = await Holding("Words that are taken back.");
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("An answer that nobody needs.");
        await Kept(desk.Page);
        await TakeBack(reporter);
        await desk.Refresh();

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("The reporter has taken this report back. It is gone, as they wished.");
        await Expect(desk.Page.Locator(".words, #answer, #kept-draft")).ToHaveCountAsync(0);
        await Expect(desk.Page.Locator("#pane")).Not.ToContainTextAsync("taken back.");
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM drafts"));
    }

    [Fact]
    public async Task An_answer_to_a_report_that_was_taken_back_goes_nowhere_and_says_why()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Into the void.");
        await TakeBack(reporter);
        await desk.Page.Locator("#send").ClickAsync();
        await desk.Page.Locator("#send-now").ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("The reporter has taken this report back. It is gone, as they wished.");
        await Expect(desk.Page.Locator(".words, #answer")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_session_that_has_ended_takes_the_words_and_leaves_the_draft()
    {
        var (desk, reporter) = await Holding("Help.");
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Written before.");
        await Kept(desk.Page);
        await Harm("DELETE FROM sessions");
        await desk.Refresh();

        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/console/enter"));
        await Expect(desk.Page.GetByText("Help.")).ToHaveCountAsync(0);
        Assert.Equal(1, await Ask<long>("SELECT COUNT(*) FROM drafts"));
    }
}
