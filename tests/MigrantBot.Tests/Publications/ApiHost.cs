using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>The publications alone, on a real port of this computer, with time that moves only when told to.</summary>
sealed class ApiHost : IAsyncDisposable
{
    readonly WebApplication app;

    ApiHost(WebApplication app, FakeTime clock, HttpClient http)
    {
        this.app = app;
        Clock = clock;
        Http = http;
    }

    public FakeTime Clock { get; }

    public HttpClient Http { get; }

    /// <summary>Every line that it logs, at the levels at which the program writes them.</summary>
    public required Logbook<ApiHost> Log { get; init; }

    public static async Task<ApiHost> Start(Database database)
    {
        var (clock, log) = (new FakeTime(), new Logbook<ApiHost>());
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft", LogLevel.Warning).AddProvider(new Everything(log));
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(RealWords.Edition);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddPublications(new PublicationsOptions());
        var app = builder.Build();
        app.UseApology();
        app.MapPublications();
        await app.StartAsync();
        var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        return new ApiHost(app, clock, http) { Log = log };
    }

    /// <summary>The addresses that it answers, as they are written in the program.</summary>
    public IEnumerable<string> Routes => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(one => $"/{one.RoutePattern.RawText?.Trim('/')}");

    public Task<HttpResponseMessage> Get(string address, NgoKey? key = null, string? has = null) => Ask(HttpMethod.Get, address, key?.Reveal(), has);

    /// <summary>With any text as the key.</summary>
    public async Task<HttpResponseMessage> Ask(HttpMethod method, string address, string? key, string? has = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        if (key is not null)
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        if (has is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", has);
        return await Http.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
    }

    sealed class Everything(Logbook<ApiHost> log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log;

        public void Dispose()
        {
        }
    }
}
