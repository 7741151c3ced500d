using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Publications.Pages;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>The publications alone, on a real port of this computer, with a real database.</summary>
sealed class PublicHost : IAsyncDisposable
{
    readonly SqliteTestDatabase home;
    readonly Database database;
    readonly WebApplication app;

    PublicHost(SqliteTestDatabase home, Database database, WebApplication app) => (this.home, this.database, this.app) = (home, database, app);

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Whatever is given has appeared, each on the day on which it was due.</summary>
    public static async Task<PublicHost> Start(IReadOnlyList<Figures>? appeared = null, Volume volume = Volume.Normal, bool isInvented = false, Uri? address = null)
    {
        var home = new SqliteTestDatabase();
        var database = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PublicPage).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<TimeProvider>(new FakeTime());
        builder.Services.AddPublications(new PublicationsOptions(volume, Address: address));
        var app = builder.Build();
        app.MapPublications();
        var host = new PublicHost(home, database, app);
        if (isInvented)
            await host.Get<House>().Keep(House.Invented, "2026-11-20", CancellationToken.None);
        foreach (var figures in appeared ?? [])
            await host.Publish(figures, isInvented);
        await app.StartAsync();
        return host;
    }

    public T Get<T>() where T : notnull => app.Services.GetRequiredService<T>();

    public async Task Publish(Figures figures, bool isInvented = false)
    {
        var day = figures.Period.DueOn;
        Assert.NotNull(await Get<PublicationStore>().Publish(
            figures.Period, figures.Volume, draft => PublicationText.Write(figures, new(day, draft.AuditHead, isInvented)),
            new(day.ToDateTime(new TimeOnly(3, 0)), TimeSpan.Zero), CancellationToken.None));
    }

    public async Task Correct(Period period, string english, string russian) =>
        Assert.True(await Get<PublicationStore>().AddErratum(period, Erratum.Read(english, russian).Erratum!, new(2026, 11, 18, 9, 0, 0, TimeSpan.Zero), CancellationToken.None));

    /// <summary>As somebody would who can write to the database.</summary>
    public Task<int> Run(string sql, object? with = null) => database.Write((connection, transaction) => connection.ExecuteAsync(sql, with, transaction), CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await database.DisposeAsync();
        await home.DisposeAsync();
    }
}
