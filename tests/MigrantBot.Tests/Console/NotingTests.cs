using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What moderators tell each other stays among them, and cannot be taken for an answer.</summary>
public sealed class NotingTests(Chromium chromium) : PaneTest(chromium)
{
    static async Task Note(Desk desk, string text)
    {
        await desk.Page.Locator("#note").ClickAsync();
        await Expect(desk.Page.Locator("#note-text")).ToBeFocusedAsync();
        await desk.Page.Locator("#note-text").FillAsync(text);
        await desk.Page.Locator("#note-now").ClickAsync();
        await Expect(desk.Page.Locator(".noted").Last).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_note_is_read_by_the_other_holders_and_never_by_the_reporter()
    {
        await using var other = await (await Desk.Sit(Host, Browser)).Arrive(Host, "dilnoza");
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Note(desk, "I know this man’s voice from an older case.");
        await Expect(desk.Page.Locator("#notes li p").First).ToHaveTextAsync($"Note · aziz, {Today:yyyy-MM-dd}");
        await Expect(desk.Page.Locator(".answered")).ToHaveCountAsync(0);

        Assert.Empty(await reporter.Answers());
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM envelope_keys k JOIN envelopes e ON e.id = k.envelope_id WHERE e.direction = 3 AND k.recipient_id = 'reporter'"));
        Assert.Empty(await Plain("I know this man’s voice"));

        await desk.Release();
        await Open(other);
        await Expect(other.Page.Locator(".noted")).ToHaveTextAsync("I know this man’s voice from an older case.");
        await Expect(other.Page.Locator("#to-notes")).ToHaveTextAsync("1 internal note");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Hostile_words_in_a_note_and_a_reason_are_shown_letter_for_letter_and_run_nothing()
    {
        var hostile = string.Join('\n', LiteralTests.Corpus);
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Note(desk, hostile);
        await desk.Page.Locator("#correct").ClickAsync();
        await desk.Page.Locator("#fix-region").SelectOptionAsync("volga");
        await desk.Page.Locator("#reason").FillAsync(hostile);
        await desk.Page.Locator("#correct-now").ClickAsync();

        await Expect(desk.Page.Locator(".noted")).ToHaveCountAsync(2);
        foreach (var noted in await desk.Page.Locator(".noted").AllAsync())
            Assert.Equal(hostile, await TextOf(noted));
        Assert.Equal(0, await desk.Page.Locator(".noted *").CountAsync());
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Empty(desk.Complaints);
    }

    [Theory]
    [InlineData("UPDATE envelopes SET signature = NULL WHERE direction = 3")]
    [InlineData("UPDATE envelopes SET direction = 2 WHERE direction = 3")]
    [InlineData("UPDATE envelopes SET direction = 3 WHERE direction = 2")]
    public async Task A_note_that_was_planted_or_turned_into_an_answer_is_a_notice_and_no_text(string harm)
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Note(desk, "Among us.");
        await desk.Answer("To the reporter.");
        await Expect(desk.Page.Locator(".answered")).ToBeVisibleAsync();
        await Harm(harm);

        await desk.Return();
        await Expect(desk.Page.Locator(".wrong")).ToContainTextAsync("its signature does not hold");
        await Expect(desk.Page.Locator(".wrong")).ToHaveCountAsync(1);
        await Expect(desk.Page.GetByText("Among us.").Or(desk.Page.GetByText("To the reporter.", new() { Exact = true }))).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task When_the_answer_of_the_server_is_lost_a_second_press_notes_nothing_twice()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.RouteAsync("**/notes", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });
        await desk.Page.Locator("#note").ClickAsync();
        await desk.Page.Locator("#note-text").FillAsync("Once.");
        await desk.Page.Locator("#note-now").ClickAsync();
        await Expect(desk.Page.Locator("#note-trouble")).ToContainTextAsync("Your words are still here");
        await desk.Page.Locator("#note-now").ClickAsync();

        await Expect(desk.Page.Locator(".noted")).ToHaveTextAsync(["Once."]);
        Assert.Equal(1, await Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 3"));
    }
}
