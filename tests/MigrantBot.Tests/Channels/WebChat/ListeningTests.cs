using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using MigrantBot.Channels.WebChat;
using MigrantBot.Content;
using MigrantBot.Core.Conversation;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Channels.WebChat;

public sealed class ListeningTests(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime, IDisposable
{
    static readonly string Id = RealWords.Catalogue.Phrases[0].Id;
    static readonly string Address = $"/tg/audio/{Id}.ogg";

    readonly LocalesFolder locales = new();
    WebHost host = null!;
    HttpClient http = null!;

    public async Task InitializeAsync()
    {
        locales.Write($"tg/audio/{Id}.ogg", SilentOpus.Of(3));
        host = await WebHost.Start(new LocalesOptions(locales.Path));
        http = host.Client();
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await host.DisposeAsync();
    }

    public void Dispose() => locales.Dispose();

    static string Page() => PageWriting.Write(
        new(new GeneralPlace.Home(Language.Tajik), [new(LineStyle.Heading, "home.text")], []) { Plays = new(Language.Tajik, Id) }, RealWords.Wording, new(IsInvented: false));

    [Fact]
    public async Task A_recording_has_a_stable_address_and_its_own_type()
    {
        var answer = await http.GetAsync(Address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("audio/ogg", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(SilentOpus.Of(3), await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_player_may_ask_for_a_part_and_whoever_has_it_already_gets_nothing()
    {
        using var part = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { Range = new RangeHeaderValue(4, 9) } };
        var answer = await http.SendAsync(part);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal(SilentOpus.Of(3)[4..10], await answer.Content.ReadAsByteArrayAsync());

        using var again = new HttpRequestMessage(HttpMethod.Get, Address) { Headers = { IfModifiedSince = answer.Content.Headers.LastModified } };
        Assert.Equal(HttpStatusCode.NotModified, (await http.SendAsync(again)).StatusCode);
    }

    [Theory]
    [InlineData("/tg/audio/law-xx.ogg")]
    [InlineData("/ky/audio/{0}.ogg")]
    [InlineData("/xx/audio/{0}.ogg")]
    [InlineData("/tg/audio/{0}.mp3")]
    [InlineData("/tg/audio/{0}")]
    [InlineData("/tg/audio/")]
    [InlineData("/tg/audio/..%2Ffacts.ogg")]
    [InlineData("/tg/audio/..%2F..%2Flaws.yaml")]
    [InlineData("/tg/audio/..%2Faudio%2F{0}.ogg")]
    [InlineData("/tg/audio/%2Fetc%2Fpasswd%00.ogg")]
    [InlineData("/tg/laws.yaml")]
    public async Task Nothing_else_can_be_reached(string address)
    {
        var answer = await http.GetAsync(string.Format(null, address, Id));
        Assert.True(answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.NotEqual("audio/ogg", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_recording_that_was_taken_away_is_a_page_that_is_not_there()
    {
        locales.Remove($"tg/audio/{Id}.ogg");
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task A_recording_can_only_be_read()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsync(Address, null)).StatusCode);
        var head = await http.SendAsync(new(HttpMethod.Head, Address));
        Assert.Equal(SilentOpus.Of(3).Length, head.Content.Headers.ContentLength);
    }

    [Fact]
    public void The_player_waits_until_it_is_asked_and_stands_on_no_other_page()
    {
        Assert.Contains($"<audio controls preload=\"none\" src=\"{Address}\">", Page(), StringComparison.Ordinal);
        Assert.DoesNotContain("autoplay", Page(), StringComparison.Ordinal);
        Assert.DoesNotContain("<audio", PageWriting.Write(new(new GeneralPlace.Home(Language.Tajik), [], []), RealWords.Wording, new(IsInvented: false)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_shows_the_player_and_loads_the_recording_under_the_policy_of_the_page()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = host.Address.ToString(), ViewportSize = new() { Width = 320, Height = 640 } });
        var page = await context.NewPageAsync();
        ConcurrentQueue<string> complaints = [], asked = [];
        page.Console += (_, message) => complaints.Enqueue(message.Text);
        page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await page.GotoAsync($"/tg/say/{Id}");
        await page.GetByText(RealWords.Wording.Say(Language.Tajik, "button.listen")).ClickAsync();

        var player = page.Locator("audio");
        var box = (await player.BoundingBoxAsync())!;
        Assert.True(box.X >= 0 && box.X + box.Width <= 320 && box.Height >= 40, $"{box.Width} × {box.Height} at {box.X}");
        Assert.DoesNotContain(Address, asked);
        var seconds = await player.EvaluateAsync<double>(
            """
            audio => new Promise((heard, failed) => {
              audio.onended = () => heard(audio.currentTime);
              audio.onerror = () => failed(new Error(audio.error.message));
              audio.muted = true;
              audio.playbackRate = 8;
              audio.play().catch(failed);
            })
            """).WaitAsync(Patience.Long);

        Assert.Equal(3, seconds, 0.2);
        Assert.Contains(Address, asked);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task A_player_of_another_site_would_not_load()
    {
        await using var context = await chromium.Browser.NewContextAsync(new() { BaseURL = host.Address.ToString() });
        var page = await context.NewPageAsync();
        var complaint = new TaskCompletionSource<string>();
        page.Console += (_, message) => complaint.TrySetResult(message.Text);
        await page.RouteAsync("**/tg/home", async route => await route.FulfillAsync(new()
        {
            Response = await route.FetchAsync(), Body = Page().Replace($"src=\"{Address}\"", "src=\"https://other.example/a.ogg\"", StringComparison.Ordinal),
        }));
        await page.GotoAsync("/tg/home");
        await page.Locator("audio").EvaluateAsync("audio => audio.load()");
        await page.Locator("audio").EvaluateAsync("audio => { audio.play().catch(() => {}); }");
        Assert.Contains("Content Security Policy", await complaint.Task.WaitAsync(Patience.Long), StringComparison.Ordinal);
    }
}
