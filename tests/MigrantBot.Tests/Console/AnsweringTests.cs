using System.Collections.Concurrent;
using Dapper;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A moderator answers in a real browser with real keys.</summary>
public sealed class AnsweringTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    const string Words = "Ҳеч нарсага қўл қўйманг.\n\"Отказываюсь по статье 51\" — деб айтинг 👍";

    async Task<(Desk Desk, Reporter Reporter)> Holding(string told = "Ёрдам керак.", string language = "uz-Cyrl")
    {
        var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "aziz", "uz-Cyrl", "ru");
        var reporter = await Reporter.Tells(Host, told, language);
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        return (desk, reporter);
    }

    [Fact]
    public async Task An_answer_written_and_sent_is_read_again_here_and_by_the_reporter_alone()
    {
        await using var other = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "dilnoza", "uz-Cyrl");
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        ConcurrentQueue<string> sent = [];
        desk.Page.Request += (_, request) => sent.Enqueue(request.PostData ?? "");

        await Expect(desk.Page.Locator(".answer header b")).ToHaveTextAsync("Ўзбекча (кирилл)");
        await desk.Answer(Words);
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync(Words);
        await Expect(desk.Page.Locator(".reply h3")).ToHaveTextAsync($"Answer by aziz, {Host.Clock.GetUtcNow():yyyy-MM-dd}");
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("");
        await Expect(desk.Page.Locator(".reply")).ToBeFocusedAsync();
        Assert.DoesNotContain(sent, one => one.Contains("51", StringComparison.Ordinal) && one.Contains("статье", StringComparison.Ordinal));

        await desk.Return();
        Assert.Equal(Words, await desk.Page.Locator(".answered").EvaluateAsync<string>("answer => answer.textContent"));

        var answer = Assert.Single(await reporter.Answers());
        Assert.Equal(Words, reporter.Reads(answer));
        Assert.True(AuthorSignature.Verify(answer.SignKey, new Binding(reporter.Report, answer.Id, Direction.Reply), answer.Body, answer.Signature));
        Assert.Empty(desk.Complaints);

        await desk.Release();
        await other.Refresh();
        await other.Unlock();
        await other.ClaimFirst();
        await Expect(other.Page.Locator(".answered")).ToHaveTextAsync(Words);
        await Expect(other.Page.Locator(".wrong")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Report_additions_and_answers_stand_in_the_order_of_days()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "aziz", "uz", "ru");
        var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);
        using var reporter = await Reporter.Tells(Host, "Told first.", day: today.AddDays(-3));
        await Host.Add(reporter.Report, "Added first.", "ru", today.AddDays(-2));
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator(".answer header b")).ToHaveTextAsync("Русский");
        await desk.Answer("Answered.");
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync("Answered.");
        await Host.Add(reporter.Report, "Added last.", day: today.AddDays(1));
        await desk.Return();

        await Expect(desk.Page.Locator(".letter h3")).ToHaveTextAsync(
        [
            $"Told {today.AddDays(-3):yyyy-MM-dd}", $"Added {today.AddDays(-2):yyyy-MM-dd} · Русский",
            $"Answer by aziz, {today:yyyy-MM-dd}", $"Added {today.AddDays(1):yyyy-MM-dd}",
        ]);
        await Expect(desk.Page.Locator(".letter p")).ToHaveTextAsync(["Told first.", "Added first.", "Answered.", "Added last."]);
    }

    [Fact]
    public async Task Hostile_words_added_or_answered_are_shown_letter_for_letter_and_run_nothing()
    {
        var hostile = string.Join('\n', LiteralTests.Corpus);
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Host.Add(reporter.Report, hostile);
        await desk.Answer(hostile);
        await Expect(desk.Page.Locator(".answered")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".told")).ToHaveCountAsync(2);

        foreach (var words in new[] { desk.Page.Locator(".told").Last, desk.Page.Locator(".answered") })
            Assert.Equal(hostile, await words.EvaluateAsync<string>("words => words.textContent"));
        Assert.Equal(0, await desk.Page.Locator(".told *, .answered *").CountAsync());
        Assert.Equal(hostile, reporter.Reads(Assert.Single(await reporter.Answers())));
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task An_answer_planted_in_the_database_is_a_red_notice_and_no_text()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Answer("Real words.");
        await Expect(desk.Page.Locator(".answered")).ToBeVisibleAsync();
        var me = Assert.Single(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        using var thief = new Visitor(Host);
        var planted = MadeReply.To([new(me.Id, me.BoxKey)], thief, reporter.Report, "Come to this address.");
        var deed = new Deed(me.Id, "aziz", "reply", Host.Clock.GetUtcNow());
        var stored = new MigrantBot.Console.SignedText(planted.Id, planted.Body, planted.Signature, [.. planted.Keys.Select(key => new MigrantBot.Console.SignedText.KeyFor(key.RecipientId, key.SealedKey))]);
        Assert.Null(await Host.Get<CaseworkStore>().Reply(
            deed, await Host.Database.Fence(reporter.Report), stored.ToEnvelope(Direction.Reply, reporter.Report, deed), CancellationToken.None));

        await desk.Return();
        await Expect(desk.Page.Locator(".wrong")).ToContainTextAsync("its signature does not hold");
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync(["Real words."]);
        await Expect(desk.Page.GetByText("Come to this address.")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("UPDATE envelopes SET signature = NULL WHERE direction = 2")]
    [InlineData("UPDATE envelopes SET author = 'nobody' WHERE direction = 2")]
    [InlineData("UPDATE moderators SET sign_key = box_key")]
    [InlineData("UPDATE envelopes SET direction = 1 WHERE direction = 2")]
    public async Task An_answer_that_was_tampered_with_is_not_shown_and_hides_nothing_else(string harm)
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Answer("Real words.");
        await Expect(desk.Page.Locator(".answered")).ToBeVisibleAsync();
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(harm, transaction: transaction), CancellationToken.None);

        await desk.Return();
        await Expect(desk.Page.Locator(".wrong")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync("Ёрдам керак.");
        await Expect(desk.Page.GetByText("Real words.")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"v\":1}")]
    [InlineData("{\"v\":1,\"text\":5}")]
    [InlineData("{\"v\":1,\"text\":{\"toString\":1}}")]
    [InlineData("not json")]
    public async Task Whatever_somebody_seals_as_added_words_hides_nothing_else(string content)
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Host.AddSealed(reporter.Report, System.Text.Encoding.UTF8.GetBytes(content));
        await desk.Return();
        await Expect(desk.Page.Locator(".wrong")).ToContainTextAsync("do not open");
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync("Ёрдам керак.");
        await Expect(desk.Page.Locator("#answer")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_reporter_without_a_receipt_cannot_be_answered_and_the_pane_says_so()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        await Host.Report(new Facets(), "Words.");
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await Expect(desk.Page.Locator("#no-answer")).ToHaveTextAsync("This reporter took no receipt and cannot be answered.");
        await Expect(desk.Page.Locator("#answer")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData('ў', 2000, "2000 of 2000")]
    [InlineData('ў', 2001, "1 too many")]
    [InlineData('№', 1359, "1359 of 2000")]
    [InlineData('№', 1360, "1 too many")]
    [InlineData('"', 2000, "2000 of 2000")]
    public async Task Exactly_what_fits_can_be_sent(char letter, int times, string count)
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Expect(desk.Page.Locator("#send")).ToBeDisabledAsync();
        await desk.Page.Locator("#answer").FillAsync(" \n ");
        await Expect(desk.Page.Locator("#send")).ToBeDisabledAsync();
        var text = new string(letter, times);
        await desk.Page.Locator("#answer").FillAsync(text);
        await Expect(desk.Page.Locator("#answer-count")).ToHaveTextAsync(count);
        if (count.EndsWith("many", StringComparison.Ordinal))
        {
            await Expect(desk.Page.Locator("#send")).ToBeDisabledAsync();
            return;
        }
        await desk.Answer(text);
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync(text);
        Assert.Equal(text, reporter.Reads(Assert.Single(await reporter.Answers())));
    }
}
