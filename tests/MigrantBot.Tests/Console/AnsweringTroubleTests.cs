using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What can go wrong while a moderator answers: nothing is lost, nothing is sent twice.</summary>
public sealed class AnsweringTroubleTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    async Task<(Desk Desk, Reporter Reporter)> Holding()
    {
        var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        var reporter = await Reporter.Tells(Host, "Told.", facets: new Facets { Methods = Methods.Violence, Deadline = Deadline.Hours });
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        return (desk, reporter);
    }

    [Fact]
    public async Task When_the_answer_of_the_server_is_lost_a_second_press_sends_nothing_twice()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.RouteAsync("**/replies", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        }, new() { Times = 1 });

        await desk.Answer("Once.");
        await Expect(desk.Page.Locator("#answer-trouble")).ToContainTextAsync("Your words are still here");
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("Once.");
        await desk.Page.Locator("#send").ClickAsync();
        await desk.Page.Locator("#send-now").ClickAsync();

        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync(["Once."]);
        Assert.Single(await reporter.Answers());
    }

    [Fact]
    public async Task A_holder_who_is_removed_in_this_very_moment_gets_no_key_and_the_answer_goes_out()
    {
        await using var other = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "dilnoza");
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.RouteAsync("**/recipients", async route =>
        {
            var named = await route.FetchAsync();
            await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
                "UPDATE moderators SET status = 'removed' WHERE handle = 'dilnoza'", transaction: transaction), CancellationToken.None);
            await route.FulfillAsync(new() { Response = named });
        }, new() { Times = 1 });

        await desk.Answer("Sealed anew.");
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync("Sealed anew.");
        Assert.Equal("Sealed anew.", reporter.Reads(Assert.Single(await reporter.Answers())));
        Assert.Equal(2, await Host.Database.Read(connection => connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM envelope_keys k JOIN envelopes e ON e.id = k.envelope_id WHERE e.direction = 2"), CancellationToken.None));
    }

    [Fact]
    public async Task When_the_claim_is_over_nothing_is_sent_and_the_words_wait_until_it_is_claimed_again()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        // A page that hears of what changes may find out by itself before the press.
        await desk.Deafen();
        await desk.Return();
        Host.Clock.Advance(Moderating.Lease);

        await desk.Answer("Late.");
        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("Your claim has run out");
        await Expect(desk.Page.Locator(".words")).ToHaveCountAsync(0);
        Assert.Empty(await reporter.Answers());

        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("Late.");
        await desk.Page.Locator("#send").ClickAsync();
        await desk.Page.Locator("#send-now").ClickAsync();
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync("Late.");
        Assert.Single(await reporter.Answers());
    }

    [Fact]
    public async Task An_answer_in_writing_outlives_a_renewal_a_look_at_another_case_and_the_lock()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Host.Report(new Facets(), "Another.");
        await desk.Refresh();
        await desk.Page.Locator("#answer").FillAsync("In writing.");

        await desk.Page.Locator("#renew").ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("In writing.");
        await desk.Page.Locator("#list a").Last.ClickAsync();
        await Expect(desk.Page.Locator("#claim")).ToBeVisibleAsync();
        await desk.Page.Locator("#list a").First.ClickAsync();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("In writing.");

        await desk.Page.Locator("#lock").ClickAsync();
        await desk.Unlock();
        await Expect(desk.Page.Locator("#answer")).ToHaveValueAsync("In writing.");
        Assert.Empty(await reporter.Answers());
    }

    [Fact]
    public async Task Going_back_sends_nothing_and_a_verdict_warns_that_an_answer_is_not_sent()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#answer").FillAsync("Not yet.");
        await desk.Page.Locator("#send").ClickAsync();
        await Expect(desk.Page.Locator("#write-on")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#answer")).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#answer")).ToBeEditableAsync();

        await desk.Page.Locator("#accept").ClickAsync();
        await Expect(desk.Page.Locator(".verdict")).ToContainTextAsync("is not sent; it stays as your draft");
        await desk.Page.Locator("#cancel").ClickAsync();
        await desk.Answer("Now.");
        await Expect(desk.Page.Locator(".answered")).ToHaveTextAsync("Now.");
        await desk.Page.Locator("#accept").ClickAsync();
        await Expect(desk.Page.Locator(".verdict")).Not.ToContainTextAsync("is not sent");
        await desk.Page.Locator("#confirm").ClickAsync();
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Accepted.");
        Assert.Single(await reporter.Answers());
    }

    [Fact]
    public async Task Words_added_while_one_reads_are_shown_before_a_verdict_is_taken()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await Host.Add(reporter.Report, "Added meanwhile.");

        await desk.Decide("reject");
        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("This case has changed");
        await Expect(desk.Page.Locator(".told")).ToHaveTextAsync(["Told.", "Added meanwhile."]);
        await desk.Decide("reject");
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Rejected.");
    }

    [Fact]
    public async Task The_queue_says_what_is_unread_and_what_will_be_deleted_unread()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Refresh();
        await Expect(desk.Page.Locator(".case .mark")).ToHaveCountAsync(0);
        await Host.Add(reporter.Report, "Added.");
        await desk.Refresh();
        await Expect(desk.Page.Locator(".case .mark")).ToHaveTextAsync("unread");
        await Host.Database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET warned_on = '2026-01-01'", transaction: transaction), CancellationToken.None);
        await desk.Refresh();
        await Expect(desk.Page.Locator(".case .mark")).ToHaveTextAsync("will be deleted unread after 2026-01-15");
    }
}
