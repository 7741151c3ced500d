using System.Collections.Concurrent;
using Microsoft.Playwright;
using MigrantBot.Console;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Journeys;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>What somebody wrote is shown as they wrote it, and does nothing; and if it were markup after all, the policy would stop it.</summary>
public sealed class LiteralTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    internal static readonly string[] Corpus =
    [
        "<script>window.hacked = 1</script>",
        "<img src=x onerror=\"window.hacked = 1\">",
        "<svg onload=window.hacked=1>",
        "<a href=\"javascript:window.hacked=1\">click</a>",
        "\"><body onload=window.hacked=1>",
        "<iframe srcdoc=\"<script>parent.hacked = 1</script>\"></iframe>",
        "<style>body { display: none }</style>",
        "</p></section><button onclick=window.hacked=1>Accept</button>",
        "{{constructor.constructor('window.hacked=1')()}} ${window.hacked=1}",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=window.hacked=1>",
        "&lt;b&gt; https://evil.example/track.png",
    ];

    [Fact]
    public async Task Hostile_reports_are_shown_letter_for_letter_and_run_nothing()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        ConcurrentQueue<string> requests = [];
        desk.Page.Request += (_, request) => requests.Enqueue(new Uri(request.Url).Host);
        var text = string.Join('\n', Corpus);
        await Host.Report(new Facets(), text);
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();

        Assert.Equal(text, await desk.Page.Locator(".told").EvaluateAsync<string>("told => told.textContent"));
        Assert.Equal(0, await desk.Page.Locator(".told *").CountAsync());
        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
        Assert.Empty(desk.Complaints);
        Assert.Equal(["localhost"], requests.Distinct());
    }

    [Fact]
    public async Task Marks_that_turn_text_backwards_are_taken_out()
    {
        await using var desk = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host);
        await Host.Report(new Facets(), "a\u202Eb\u2066c\u2069d");
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        Assert.Equal("abcd", await desk.Page.Locator(".told").EvaluateAsync<string>("told => told.textContent"));
    }

    [Fact]
    public async Task A_hostile_name_is_shown_letter_for_letter_everywhere()
    {
        const string Name = "<img src=x onerror=window.hacked=1>";
        var token = Token.Fresh();
        var now = Host.Clock.GetUtcNow();
        await Host.Get<LinkStore>().Replace(
            new Link { TokenHash = token.Hash, Handle = Name, ExpiresAt = now.AddHours(1).ToUnixTimeMilliseconds() }, null, now, CancellationToken.None);
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.GotoAsync($"{ConsolePaths.Enter}#{token.Reveal()}");
        await Expect(desk.Page.GetByRole(AriaRole.Heading)).ToHaveTextAsync($"Welcome, {Name}");
        await desk.Choose("uz");
        await desk.TypeLastGroup();
        await desk.MakePasskey();
        await Expect(desk.Page.Locator(".me bdi")).ToHaveTextAsync(Name);
        await using var other = await (await Desk.Sit(Host, chromium.Browser)).Arrive(Host, "dilnoza");
        await Host.Report(new Facets(), "words");
        await desk.Refresh();
        await desk.Unlock();
        await desk.ClaimFirst();
        await other.Refresh();
        await Expect(other.Page.Locator(".holder")).ToContainTextAsync(Name);
        Assert.Equal("undefined", await other.Page.EvaluateAsync<string>("typeof window.hacked"));
    }

    [Fact]
    public async Task A_handler_planted_in_the_page_does_not_run()
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.RouteAsync($"**{ConsolePaths.Enter}", async route =>
        {
            var real = await route.FetchAsync();
            var page = (await real.TextAsync()).Replace("<body>", "<body><button id=planted onclick='window.hacked=1'>x</button><script>window.hacked=2</script>", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = real, Body = page });
        });

        await desk.Page.GotoAsync(ConsolePaths.Enter);
        await desk.Page.Locator("#planted").ClickAsync();

        Assert.Equal("undefined", await desk.Page.EvaluateAsync<string>("typeof window.hacked"));
        foreach (var refused in new[] { "inline event handler", "inline script" })
            await Eventually.True(
                () => desk.Complaints.Any(complaint => complaint.Contains(refused, StringComparison.OrdinalIgnoreCase)), () => $"The browser does not say that it refused an {refused}.");
    }

    [Theory]
    [InlineData("document.body.innerHTML = '<b>x</b>'")]
    [InlineData("setTimeout('1')")]
    [InlineData("document.createElement('script').text = '1'")]
    [InlineData("new Worker('data:text/javascript,1')")]
    [InlineData("trustedTypes.createPolicy('mine', { createHTML: text => text })")]
    public async Task The_policy_refuses_to_read_words_as_markup_or_script(string attempt)
    {
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        await desk.Page.GotoAsync(ConsolePaths.Enter);
        var outcome = await desk.Page.EvaluateAsync<string>($"() => {{ try {{ {attempt}; return 'done'; }} catch (refusal) {{ return refusal.name; }} }}");
        Assert.NotEqual("done", outcome);
    }
}
