using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;
using Recipient = MigrantBot.Sealing.Recipient;

namespace MigrantBot.Tests.Console;

/// <summary>The console alone, on a real port of this computer, with a real database. It is called localhost: passkeys need a name.</summary>
sealed class ConsoleHost : IAsyncDisposable
{
    readonly SqliteTestDatabase home;
    readonly WebApplication app;

    ConsoleHost(SqliteTestDatabase home, Database database, FakeTime clock, WebApplication app)
    {
        this.home = home;
        this.app = app;
        Database = database;
        Clock = clock;
        Address = AddressOf(app.Services);
    }

    public Database Database { get; }
    public FakeTime Clock { get; }
    public Uri Address { get; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<ConsoleHost> Start(RootKey? root = null)
    {
        var home = new SqliteTestDatabase();
        var database = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        // The browser counts ages and idle minutes by its own clock, so the two start together.
        var clock = new FakeTime(DateTimeOffset.UtcNow);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ConsoleOptions).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton(RealWords.Edition);
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddSingleton(new RosterOptions(root));
        builder.Services.AddConsole(new ConsoleOptions(new Uri("http://localhost")));
        builder.Services.AddPublications(new());
        // The port is known only when the host listens.
        builder.Services.AddSingleton(services => new ConsoleOptions(AddressOf(services)));
        var app = builder.Build();
        app.MapConsole();
        await app.StartAsync();
        return new ConsoleHost(home, database, clock, app);
    }

    /// <summary>The process is told to end, and does.</summary>
    public Task Stop() => app.StopAsync();

    /// <summary>The invitation, as it reads where this test can reach it.</summary>
    public Task<Uri> Invite(string handle) => Invite(handle, MigrantBot.Console.Roles.Moderator);

    public async Task<Uri> Invite(string handle, string role) =>
        Assert.IsType<Invited.Made>(await Get<Invite>().For(handle, role, "operator", CancellationToken.None)).Link;

    static Uri AddressOf(IServiceProvider services)
    {
        var listens = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new UriBuilder(listens) { Host = "localhost" }.Uri;
    }

    /// <summary>A report sealed as the bot seals it, to everybody who is enrolled or to the one named; with a receipt where its key is given.</summary>
    public async Task<string> Report(
        Facets facets, string text, string language = "uz", DateOnly? day = null, string? onlyTo = null, byte[]? reporterKey = null)
    {
        var report = Guid.NewGuid().ToString("N");
        var told = FacetNames.All(facets).ToDictionary(one => one.Facet, one => (object)one.Value);
        told["methods"] = FacetNames.Of(facets.Methods);
        var json = JsonSerializer.SerializeToUtf8Bytes(new { v = 1, language, facets = told, text });
        var received = day ?? Today;
        var (urgency, reason) = Urgency.Of(facets);
        await new ReportStore(Database).Insert(new SealedReport
        {
            Id = report,
            ReceivedOn = received,
            Language = language,
            Urgency = urgency,
            UrgencyReason = reason,
            Facets = facets,
            Envelope = await Sealed(report, Direction.Report, json, received, onlyTo),
            ReceiptLookup = reporterKey is null ? null : Guid.NewGuid().ToString("N"),
            ReporterKey = reporterKey,
        }, CancellationToken.None);
        return report;
    }

    /// <summary>Words added with the receipt, as the bot adds them.</summary>
    public Task<bool> Add(string report, string text, string language = "uz", DateOnly? day = null) =>
        AddSealed(report, JsonSerializer.SerializeToUtf8Bytes(new { v = 1, language, text }), day);

    /// <summary>The same with whatever somebody may have sealed.</summary>
    public async Task<bool> AddSealed(string report, byte[] content, DateOnly? day = null) =>
        await Database.Add(await Sealed(report, Direction.Addition, content, day ?? Today), day ?? Today);

    DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    async Task<SealedEnvelope> Sealed(string report, Direction direction, byte[] content, DateOnly day, string? onlyTo = null)
    {
        var recipients = await Get<ModeratorStore>().Recipients(CancellationToken.None);
        var id = Guid.NewGuid().ToString("N");
        var made = Envelope.Seal(
            content, new Binding(report, id, direction),
            [.. recipients.Where(one => onlyTo is null || one.Id == onlyTo).Select(one => new Recipient(one.Id, one.BoxKey))],
            RandomNumberGenerator.Fill);
        return new SealedEnvelope
        {
            Id = id,
            ReportId = report,
            Direction = (long)direction,
            Day = day,
            Body = made.Body,
            Keys = [.. made.Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })],
        };
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
        await home.DisposeAsync();
    }
}
