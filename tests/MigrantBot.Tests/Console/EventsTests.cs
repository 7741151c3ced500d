using System.Diagnostics;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Console;

public sealed class EventsTests : ConsoleTest
{
    static readonly Facets Critical = new() { Methods = Methods.Violence, Deadline = Deadline.Hours };

    /// <summary>Lets seconds pass until that is heard.</summary>
    async Task<string> Hears(Ear ear, string beginning)
    {
        var heard = ear.Hears(beginning);
        await Eventually.True(() =>
        {
            Host.Clock.Advance(Changes.Every);
            return heard.IsCompleted;
        }, () => $"{beginning} was not heard.");
        return await heard;
    }

    [Fact]
    public async Task Who_listens_hears_at_once_how_much_is_waiting()
    {
        using var amina = await Visitor.SignedIn(Host);
        await Host.Report(Critical, "one");
        await Host.Report(new Facets(), "other");
        using var ear = await Ear.Listens(Host, amina.Cookie);

        Assert.Equal("text/event-stream", ear.Answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("event: tally\ndata: {\"new\":2,\"urgent\":1,\"overdue\":0}", await ear.Hears());
    }

    [Fact]
    public async Task A_report_told_meanwhile_is_a_change_and_another_tally_and_nothing_of_it_is_said()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var ear = await Ear.Listens(Host, amina.Cookie);
        Assert.Equal("event: tally\ndata: {\"new\":0,\"urgent\":0,\"overdue\":0}", await ear.Hears());

        await Host.Report(Critical, "told meanwhile");

        Assert.Equal("event: change\ndata: {}", await Hears(ear, "event: change"));
        Assert.Equal("event: tally\ndata: {\"new\":1,\"urgent\":1,\"overdue\":0}", await Hears(ear, "event: tally"));
    }

    [Fact]
    public async Task Signing_out_elsewhere_is_heard_and_ends_the_stream()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var ear = await Ear.Listens(Host, amina.Cookie);
        await ear.Hears("event: tally");

        using var answer = await amina.Post("sign-out");

        Assert.Equal("event: over\ndata: {}", await Hears(ear, "event: over"));
        Assert.Null(await ear.Hears());
    }

    [Fact]
    public async Task Who_is_removed_hears_that_it_is_over()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var ear = await Ear.Listens(Host, amina.Cookie);
        await ear.Hears("event: tally");

        await Host.Database.Write((connection, transaction) =>
            connection.ExecuteAsync("UPDATE moderators SET status = 'removed'", transaction: transaction), CancellationToken.None);

        await Hears(ear, "event: over");
        Assert.Null(await ear.Hears());
    }

    [Fact]
    public async Task To_listen_is_no_sign_of_life_and_the_session_ends_at_its_minute()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var ear = await Ear.Listens(Host, amina.Cookie);
        await ear.Hears("event: tally");
        var (minutes, breaths) = (0, 0);
        for (var heard = ear.Hears(); ; heard = ear.Hears())
        {
            await Eventually.True(() =>
            {
                if (!heard.IsCompleted)
                    Host.Clock.Advance(TimeSpan.FromSeconds(20));
                return heard.IsCompleted;
            }, () => "Nothing more is said.");
            if (await heard == ":")
                breaths++;
            else if (await heard == "event: over\ndata: {}")
                break;
            Assert.True(minutes++ < 500, "It never ends.");
        }
        Assert.True(breaths > 0, "There was silence.");
        using var refused = await Ear.Listens(Host, amina.Cookie);
        Assert.True(refused.IsRefused);
    }

    [Fact]
    public async Task What_a_page_asks_by_itself_does_not_prolong_the_session()
    {
        using var amina = await Visitor.SignedIn(Host);
        for (var minutes = 0; minutes < 30; minutes += 10)
        {
            Host.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{ConsolePaths.Api}/queue");
            request.Headers.Add(SessionAuthentication.NobodyThere, "1");
            using var answer = await amina.Send(request);
            Assert.True(answer.IsSuccessStatusCode);
        }
        Host.Clock.Advance(TimeSpan.FromSeconds(3));
        using var refused = await Ear.Listens(Host, amina.Cookie);
        Assert.True(refused.IsRefused);
    }

    [Fact]
    public async Task Strangers_hear_nothing()
    {
        using var ear = await Ear.Listens(Host, "__Host-mb=somebody");
        Assert.True(ear.IsRefused);
    }

    [Fact]
    public async Task A_process_that_is_to_stop_does_not_wait_for_those_who_listen()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var ear = await Ear.Listens(Host, amina.Cookie);
        await ear.Hears("event: tally");
        var begun = Stopwatch.GetTimestamp();

        await Host.Stop();

        Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(20), "Who listened held it up.");
        while (await ear.Hears() is { } said)
            Assert.NotEqual("event: over\ndata: {}", said);
    }
}
