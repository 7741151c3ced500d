using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;
using Recipient = MigrantBot.Sealing.Recipient;

namespace MigrantBot.Tests.Console;

/// <summary>The console alone, on a real port of this computer, with a real database.</summary>
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
        Address = new Uri(app.Urls.Single());
    }

    public Database Database { get; }
    public FakeTime Clock { get; }
    public Uri Address { get; }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public static async Task<ConsoleHost> Start()
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
        builder.Services.AddSingleton<TimeProvider>(clock);
        builder.Services.AddConsole(new ConsoleOptions(new Uri("https://console.example")));
        var app = builder.Build();
        app.MapConsole();
        await app.StartAsync();
        return new ConsoleHost(home, database, clock, app);
    }

    /// <summary>The invitation, as it reads where this test can reach it.</summary>
    public async Task<Uri> Invite(string handle)
    {
        var made = Assert.IsType<Invited.Made>(await Get<Invite>().For(handle, CancellationToken.None));
        return new Uri(Address, made.Link.PathAndQuery + made.Link.Fragment);
    }

    /// <summary>A report sealed as the bot seals it, to everybody who is enrolled or to the one named.</summary>
    public async Task<string> Report(Facets facets, string text, string language = "uz", DateOnly? day = null, string? onlyTo = null)
    {
        var recipients = await Get<ModeratorStore>().Recipients(CancellationToken.None);
        var (report, envelope) = (Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
        var json = JsonSerializer.SerializeToUtf8Bytes(new { v = 1, language, facets = FacetNames.All(facets).ToDictionary(one => one.Facet, one => one.Value), text });
        var made = Envelope.Seal(
            json, new Binding(report, envelope, Direction.Report),
            [.. recipients.Where(one => onlyTo is null || one.Id == onlyTo).Select(one => new Recipient(one.Id, one.BoxKey))],
            RandomNumberGenerator.Fill);
        var received = day ?? DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        var (urgency, reason) = Urgency.Of(facets);
        await new ReportStore(Database).Insert(new SealedReport
        {
            Id = report,
            ReceivedOn = received,
            Language = language,
            Urgency = urgency,
            UrgencyReason = reason,
            Facets = facets,
            Envelope = new SealedEnvelope
            {
                Id = envelope,
                ReportId = report,
                Direction = (long)Direction.Report,
                Day = received,
                Body = made.Body,
                Keys = [.. made.Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })],
            },
        }, CancellationToken.None);
        return report;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
        await home.DisposeAsync();
    }
}
