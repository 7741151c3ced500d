using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Channels.Telegram;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Tests.Emulator;
using static MigrantBot.Tests.Channels.Telegram.TestScreens;

namespace MigrantBot.Tests.Channels.Telegram;

public sealed class WebhookTests : IAsyncLifetime
{
    const string Secret = "a-Secret_of-32-characters-0123456";

    static readonly HttpClient Http = new();
    BotApiEmulator emulator = null!;
    WebApplication app = null!;
    int answered;

    Uri Address => new($"{app.Urls.First()}/hook/r4nd0m");

    public async Task InitializeAsync()
    {
        emulator = await BotApiEmulator.Start();
        var options = new TelegramOptions(BotApiEmulator.Token)
        {
            BaseUrl = emulator.BaseUrl,
            Mode = TelegramMode.Webhook,
            Webhook = new WebhookOptions(new Uri("https://bot.example/hook/r4nd0m"), Secret, new Uri("http://127.0.0.1:0")),
        };
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(options.Webhook.Listen.AbsoluteUri);
        builder.Services.AddTelegram(options, _ => new House(
            (asked, _) => Task.FromResult(new Answered(Answer(asked), Say)), _ => new(Screen("sorry"), Say), _ => { }, Say));
        app = builder.Build();
        app.MapTelegramWebhook(options.Webhook);
        await app.StartAsync();
        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<Registration>().Single().ExecuteTask!;
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(emulator.Violations);
        await app.DisposeAsync();
        await emulator.DisposeAsync();
    }

    Screen Answer(Asked asked)
    {
        answered++;
        return asked.Incoming is Incoming.Typed { Words: var words } && words.Reveal() == "poison"
            ? throw new InvalidOperationException("poison")
            : Screen(asked.Incoming is Incoming.Typed typed ? typed.Words.Reveal() : "home", To("a"));
    }

    async Task<HttpStatusCode> Post(string body, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (secret is not null)
            request.Headers.TryAddWithoutValidation(Webhook.SecretHeader, secret);
        using var response = await Http.SendAsync(request);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        return response.StatusCode;
    }

    static string Update(int id) =>
        $$$"""{"update_id":{{{id}}},"message":{"message_id":{{{id}}},"date":1,"chat":{"id":5,"type":"private"},"from":{"id":5},"text":"hi"}}""";

    [Fact]
    public async Task Telegram_is_told_the_secret_and_delivers_in_order()
    {
        var user = emulator.User();
        user.Sends("one");
        var two = user.Sends("two");

        await emulator.Deliver(Http, Address);

        Assert.Equal(Secret, emulator.WebhookSecret);
        Assert.Equal("two", (await two.Done).Text);
        Assert.Single(user.Sees().Messages);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-Secret_of-32-characters-0123457")]
    [InlineData("a-Secret")]
    [InlineData("a-Secret_of-32-characters-0123456-and-more")]
    public async Task Without_the_secret_nothing_is_read(string? secret)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await Post(Update(1), secret));
        Assert.Equal(0, answered);
    }

    [Fact]
    public async Task A_body_above_64_KiB_is_refused()
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(new string(' ', 65 * 1024), Secret));
        Assert.Equal(HttpStatusCode.OK, await Post(Update(1) + new string(' ', 60 * 1024), Secret));
        Assert.Equal(1, answered);
    }

    [Fact]
    public async Task A_replay_is_answered_and_not_done_again()
    {
        Assert.Equal(HttpStatusCode.OK, await Post(Update(7), Secret));
        Assert.Equal(HttpStatusCode.OK, await Post(Update(7), Secret));
        Assert.Equal(1, answered);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"update_id":3,"message":5}""")]
    public async Task What_cannot_be_read_must_not_come_again(string body)
    {
        Assert.Equal(HttpStatusCode.OK, await Post(body, Secret));
        Assert.Equal(1, app.Services.GetRequiredService<Tally>().Unreadable);
    }

    [Fact]
    public async Task A_poisonous_update_is_answered_with_200_after_its_apology()
    {
        var user = emulator.User();
        var posted = user.Sends("poison");

        await emulator.Deliver(Http, Address, tries: 1);

        Assert.Equal("sorry", (await posted.Done).Text);
    }
}
