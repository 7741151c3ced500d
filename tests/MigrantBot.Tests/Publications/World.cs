using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>The program as it is composed, at a date of its own, with whatever luck the test gives its noise.</summary>
sealed class World : IAsyncDisposable
{
    const string Me = "m-1";

    readonly SqliteTestDatabase home;
    readonly TemporaryFolder disk;
    readonly WebApplication app;
    readonly Dates dates;
    readonly Luck luck;
    readonly Purge purge;

    World(SqliteTestDatabase home, TemporaryFolder disk, Database database, WebApplication app, Dates dates, Luck luck)
    {
        (this.home, this.disk, this.app, this.dates, this.luck) = (home, disk, app, dates, luck);
        purge = new(database);
        Database = database;
        Http = new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()) };
        // Both are called the same, for a page may say where it stands.
        Http.DefaultRequestHeaders.Host = "numbers.example.org";
    }

    public Database Database { get; }

    public HttpClient Http { get; }

    public static async Task<World> Begin(DateOnly day)
    {
        var (home, disk) = (new SqliteTestDatabase(), new TemporaryFolder());
        var options = await home.Create();
        var database = await Database.Open(options, CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        using (var reader = new Reader(Me, "uz", "ru", "en"))
            await reader.Enrol(database);
        var (dates, luck) = (new Dates { Today = day }, new Luck());
        var settings = new Settings(
            Roles.Chat | Roles.Console | Roles.Publications, "http://127.0.0.1:0", options, disk.File("pepper"), new(Repository.Locales), new Uri(Settings.DefaultUrls), null);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(dates);
        builder.Services.AddSingleton<Chance>(luck.Draw);
        var app = App.Build(builder, new Foundation(settings, RealWords.Edition, new Pepper(new byte[Pepper.Length]), database));
        await app.StartAsync();
        return new(home, disk, database, app, dates, luck);
    }

    public async Task<string> Key(string ngo) => Assert.IsType<KeyIssue.Made>(
        await app.Services.GetRequiredService<NgoKeys>().Issue(ngo, Scope.All, "operator", CancellationToken.None)).Key.Reveal();

    /// <summary>One day: who reports is read and believed; some nights are counted, and on the day that everybody knows it publishes.</summary>
    public async Task Live(DateOnly day, IEnumerable<(string Id, Facets Facets)> told)
    {
        dates.Today = day;
        foreach (var (id, facets) in told)
            await Believe(id, facets);
        if (day.DayNumber % 5 == 0 || day.Day == Period.DueDay)
            await purge.Run(dates.GetUtcNow(), CancellationToken.None);
        if (day.Day == Period.DueDay)
            await Publish();
    }

    /// <summary>Each publication begins with a luck that depends on nothing but how many there were before it.</summary>
    async Task Publish()
    {
        luck.BeginAnew();
        await foreach (var _ in app.Services.GetRequiredService<Publishing>().Run("system", CancellationToken.None))
            luck.BeginAnew();
    }

    async Task Believe(string id, Facets facets)
    {
        var report = Some.Report(id, $"envelope-{id}") with { ReceivedOn = dates.Today, Facets = facets };
        Assert.True(await new ReportStore(Database).Insert(report with { Envelope = report.Envelope with { Day = dates.Today } }, CancellationToken.None));
        var cases = app.Services.GetRequiredService<CaseStore>();
        await cases.Claim(id, Me, dates.GetUtcNow());
        var decision = await cases.Change(id, Me, held => Moderating.Accept(held, Me, held.Fence, new(dates.Today, new(8, 0), TimeSpan.Zero)), dates.Today, CancellationToken.None);
        Assert.IsType<Decision.Made>(decision);
    }

    /// <summary>Puts the publications of another world in place of its own.</summary>
    public async Task PublishAs(World other)
    {
        var rows = await other.Database.Read(async connection => (await connection.QueryAsync("SELECT * FROM publications")).AsList(), CancellationToken.None);
        await Database.Write(async (connection, transaction) =>
        {
            foreach (IDictionary<string, object> row in rows)
                Assert.Equal(1, await connection.ExecuteAsync(
                    $"UPDATE publications SET {string.Join(", ", row.Keys.Select(column => $"{column} = @{column}"))} WHERE kind = @kind AND period = @period", row, transaction));
            return true;
        }, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        await Database.DisposeAsync();
        await home.DisposeAsync();
        disk.Dispose();
    }

    /// <summary>A day that passes when the test says so. What waits for minutes waits for real ones, so nothing goes on beside the test.</summary>
    sealed class Dates : TimeProvider
    {
        public DateOnly Today { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override DateTimeOffset GetUtcNow() => new(Today, new(8, 0), TimeSpan.Zero);

        public override long GetTimestamp() => GetUtcNow().UtcTicks;
    }

    /// <summary>The same numbers in every world.</summary>
    sealed class Luck
    {
        Random random = new(0);
        int times;

        public void BeginAnew() => random = new(++times);

        public long Draw(long below) => random.NextInt64(below);
    }
}
