using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Custody;

/// <summary>The whole program, stopped and started again, with what somebody did to its database meanwhile.</summary>
public sealed class RememberedListTests : IDisposable
{
    readonly TemporaryFolder disk = new();
    readonly SigningRoot root = new();

    public void Dispose()
    {
        root.Dispose();
        disk.Dispose();
    }

    /// <summary>What a start finds, by the composition root.</summary>
    async Task<InForce> Start(DatabaseOptions options)
    {
        await using var database = await Database.Open(options, CancellationToken.None);
        var settings = new Settings(
            MigrantBot.Roles.All, "http://127.0.0.1:0", options, disk.File("pepper"), new(Repository.Locales), new Uri(Settings.DefaultUrls), null, Root: root.Key);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        await using var app = App.Build(builder, new Foundation(settings, RealWords.Edition, new Pepper(new byte[Pepper.Length]), database));
        return await app.Services.GetRequiredService<Roster>().Now(CancellationToken.None);
    }

    [Fact]
    public async Task A_list_that_is_set_back_while_nothing_runs_is_noticed_at_the_next_start()
    {
        await using var home = new SqliteTestDatabase();
        var options = await home.Create();
        using var amina = new Reader("m-1", "uz");
        using var eve = new Reader("m-2", "uz");
        var (old, now) = (root.Next(SigningRoot.Of(amina.Row), SigningRoot.Of(eve.Row)), root.Next(SigningRoot.Of(amina.Row)));
        await using var database = await Database.Open(options, CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        await amina.Enrol(database);
        await eve.Enrol(database);
        await database.Put(old);
        await database.Put(now);
        Assert.Equal((2L, "m-1"), ((await Start(options)).Version, (await Start(options)).Readers.Single().Id));

        await database.Meddle("DELETE FROM recipient_lists WHERE version = 2");
        Assert.Equal((ListFault.SetBack, 0), ((await Start(options)).Fault, (await Start(options)).Readers.Count));

        await database.Put(now);
        Assert.Equal((ListFault.None, 1), ((await Start(options)).Fault, (await Start(options)).Readers.Count));
    }
}
