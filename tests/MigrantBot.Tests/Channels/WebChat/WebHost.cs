using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Content;
using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>The program as it is composed, with the web chat alone: a real port, real words, a real database.</summary>
sealed class WebHost(SqliteTestDatabase home, TemporaryFolder disk, Database database, Reader reader, WebApplication app) : IAsyncDisposable
{
    public Database Database => database;

    public Reader Reader => reader;

    public Uri Address { get; } = new(app.Urls.Single());

    /// <summary>With the words and facts of the clone, read once; or with those of another folder.</summary>
    public static async Task<WebHost> Start(LocalesOptions? locales = null, RootKey? root = null)
    {
        var (home, disk) = (new SqliteTestDatabase(), new TemporaryFolder());
        var options = await home.Create();
        var database = await Database.Open(options, CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        var reader = new Reader("m-1", "uz", "ru", "en");
        await reader.Enrol(database);
        var settings = new Settings(Roles.Chat, "http://127.0.0.1:0", options, disk.File("pepper"), locales ?? new(Repository.Locales), new Uri(Settings.DefaultUrls), null, Root: root);
        var edition = locales is null ? RealWords.Edition : Edition.Load(locales.Folder, []);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        var app = App.Build(builder, new Foundation(settings, edition, new Pepper(new byte[Pepper.Length]), database));
        await app.StartAsync();
        var host = new WebHost(home, disk, database, reader, app);
        await host.Look();
        return host;
    }

    /// <summary>What the program does every few seconds: sees who can read reports.</summary>
    public Task Look() => app.Services.GetRequiredService<Readers>().Look(CancellationToken.None);

    public HttpClient Client() => new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        await home.DisposeAsync();
        reader.Dispose();
        disk.Dispose();
    }
}

/// <summary>One host for tests that only read.</summary>
public sealed class SharedWebHost : IAsyncLifetime
{
    internal WebHost Host { get; private set; } = null!;

    public async Task InitializeAsync() => Host = await WebHost.Start();

    public async Task DisposeAsync() => await Host.DisposeAsync();
}
