using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MigrantBot.Tests.Emulator;

/// <summary>One call that the bot made.</summary>
sealed record Call(string Method, JsonElement Request)
{
    /// <summary>The bytes that came with it, by the names of their fields.</summary>
    public IReadOnlyDictionary<string, byte[]> Files { get; init; } = new Dictionary<string, byte[]>();

    public long? Chat => Request.TryGetProperty("chat_id", out var chat) ? chat.GetInt64() : null;

    public override string ToString() => Method;
}

/// <summary>
/// Telegram's Bot API on loopback: strict about every request, and behaving as Telegram behaves. It outlives any number of bots.
/// </summary>
sealed partial class BotApiEmulator : IAsyncDisposable
{
    public const string Token = "7000000001:AAEmulatedTokenThatMustNeverBeLogged";

    readonly WebApplication app;
    readonly TimeProvider time;
    readonly UpdateQueue queue;
    readonly ConcurrentQueue<Call> calls = [];
    readonly ConcurrentQueue<string> violations = [];
    readonly List<(Predicate<Call> Which, Fault Fault)> faults = [];
    readonly Lock gate = new();

    /// <summary>Needed for each new connection.</summary>
    readonly X509Certificate2? certificate;

    BotApiEmulator(WebApplication app, TimeProvider time, X509Certificate2? certificate)
    {
        this.app = app;
        this.certificate = certificate;
        this.time = time;
        queue = new UpdateQueue(time);
    }

    /// <summary>Has a path in front, which a client must keep.</summary>
    public Uri BaseUrl => new($"{app.Urls.First()}/telegram/api");

    public IReadOnlyList<Call> Calls => [.. calls];

    /// <summary>Requests that Telegram would not take, or that our table does not know. Empty at the end of every good test.</summary>
    public IReadOnlyList<string> Violations => [.. violations];

    /// <param name="time">Whose time it is.</param>
    /// <param name="certificate">By which it proves who it is, and which it then owns; without one it speaks plain HTTP.</param>
    public static async Task<BotApiEmulator> Start(TimeProvider? time = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
                listen.UseHttps(certificate);
        }));
        var emulator = new BotApiEmulator(builder.Build(), time ?? TimeProvider.System, certificate);
        emulator.app.Run(emulator.ReceiveOrTell);
        await emulator.app.StartAsync();
        return emulator;
    }

    public TestUser User(string language = "uz") => new(this, Interlocked.Increment(ref lastUser), language);

    /// <summary>The next call of this method, and of this chat where given, goes wrong; so many times.</summary>
    public void Fails(string method, Fault fault, int times = 1, long? chat = null)
    {
        lock (gate)
            for (var i = 0; i < times; i++)
                faults.Add((call => call.Method == method && (chat is null || call.Chat == chat), fault));
    }

    /// <summary>Whatever was to go wrong goes well from now on.</summary>
    public void Recovers()
    {
        lock (gate)
            faults.Clear();
    }

    /// <summary>The calls since this moment, without the polls.</summary>
    public Func<IReadOnlyList<Call>> CallsFromNow()
    {
        var before = calls.Count;
        return () => [.. calls.Skip(before).Where(call => call.Method != "getUpdates")];
    }

    /// <summary>A bug of the emulator must be seen in the test, not taken for a failing server.</summary>
    async Task ReceiveOrTell(HttpContext context)
    {
        try
        {
            await Receive(context);
        }
        catch (Exception bug) when (bug is not (IOException or OperationCanceledException))
        {
            violations.Enqueue($"The emulator broke: {bug}");
            throw;
        }
    }

    async Task Receive(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (!path.StartsWith($"{BaseUrl.AbsolutePath}/bot", StringComparison.Ordinal) || path.LastIndexOf('/') is var slash && path[..slash] != $"{BaseUrl.AbsolutePath}/bot{Token}")
        {
            await Write(context, new Refused(path.Contains("/bot", StringComparison.Ordinal) ? 401 : 404, "Unauthorized"));
            return;
        }
        var call = await Read(path[(slash + 1)..], context.Request);
        calls.Enqueue(call);
        if (BotApiTable.WrongWith(call.Method, call.Request) is { } wrong)
        {
            violations.Enqueue(wrong);
            await Write(context, new Refused(400, $"Bad Request: {wrong}"));
            return;
        }
        switch (TakeFault(call))
        {
            case Fault.Refuse refuse:
                await Write(context, new Refused(refuse.Code, refuse.Description, refuse.RetryAfter));
                break;
            case Fault.Cut cut:
                if (cut.IsDone)
                    await Do(call, context.RequestAborted);
                context.Abort();
                break;
            case Fault.Silence silence:
                if (silence.IsDone)
                    await Do(call, context.RequestAborted);
                await Gone(context.RequestAborted);
                break;
            case Fault.Gibberish:
                context.Response.StatusCode = (int)HttpStatusCode.BadGateway;
                await context.Response.WriteAsync("<html>502</html>");
                break;
            default:
                await Write(context, await Do(call, context.RequestAborted));
                break;
        }
    }

    static async Task<Call> Read(string method, HttpRequest request)
    {
        if (request.HasFormContentType)
            return await BotApiForm.Read(method, request);
        var body = await new StreamReader(request.Body, Encoding.UTF8).ReadToEndAsync();
        return new Call(method, JsonDocument.Parse(body.Length == 0 ? "{}" : body).RootElement.Clone());
    }

    Fault? TakeFault(Call call)
    {
        lock (gate)
        {
            var index = faults.FindIndex(one => one.Which(call));
            if (index < 0)
                return null;
            var fault = faults[index].Fault;
            faults.RemoveAt(index);
            return fault;
        }
    }

    static async Task Gone(CancellationToken gone)
    {
        var forever = new TaskCompletionSource();
        await using var _ = gone.Register(forever.SetResult);
        await forever.Task;
    }

    static async Task Write(HttpContext context, object outcome)
    {
        if (context.RequestAborted.IsCancellationRequested)
            return;
        var json = outcome is Refused refused ? refused.ToJson() : $$"""{"ok":true,"result":{{outcome}}}""";
        context.Response.StatusCode = outcome is Refused { Code: var code } ? code : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    }

    public async ValueTask DisposeAsync()
    {
        using var proof = certificate;
        await using var _ = app;
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
    }

    /// <summary>Telegram's way to say no.</summary>
    sealed record Refused(int Code, string Description, int? RetryAfter = null)
    {
        public string ToJson()
        {
            var json = new JsonObject { ["ok"] = false, ["error_code"] = Code, ["description"] = Description };
            if (RetryAfter is { } seconds)
                json["parameters"] = new JsonObject { ["retry_after"] = seconds };
            return json.ToJsonString();
        }
    }
}
