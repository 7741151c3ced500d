using System.Text;
using Dapper;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>
/// Two databases with the same publications, of which one holds many more reports and counts: whoever is no moderator sees no difference, at any address,
/// in any header, in any error.
/// </summary>
public abstract class SameBytesContract(TestDatabase home, TestDatabase other) : StorageContract(home)
{
    static readonly string[] Addresses =
    [
        "/", "/en/home", "/ru/home", "/en/tell", "/en/seen", "/en/receipt", "/en/learn", "/en/nowhere", "/nothing", "/health/live", "/health/ready", "/health/nothing",
        "/publications", "/publications/ru", "/publications/feed.xml", "/publications/ru/feed.xml", "/publications/month/2026-10.json", "/publications/month/2026-10.csv", "/publications/quarter/2026-Q3.json",
        "/publications/quarter/2026-Q3.csv", "/publications/month/2026-09.json", "/publications/nothing",
        "/api/v1", "/api/v1/publications", "/api/v1/publications/month/2026-10.json", "/api/v1/publications/quarter/2026-Q3.csv", "/api/v1/publications/month/2026-09.json",
        "/api/v1/signals", "/api/v1/openapi.json", "/api/v1/publications?key=mb_", "/console", "/console/enter", "/console/team", "/console/api/queue", "/console/api/team/ngo-keys",
        "/console/api/cases/report-1", "/console/nothing",
    ];

    readonly NgoKey key = NgoKey.Make(bytes => bytes.Clear());
    Database? second;

    /// <summary>Also when the test fails.</summary>
    public override async Task DisposeAsync()
    {
        if (second is not null)
            await second.DisposeAsync();
        await other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_no_moderator_cannot_tell_few_reports_from_many()
    {
        second = await Database.Open(await other.Create(), CancellationToken.None);
        await Migrator.Migrate(second, CancellationToken.None);
        await Fill(Database, reports: 2);
        await Fill(second, reports: 60);

        var few = await Everything(Database);
        var many = await Everything(second);

        Assert.Contains(few, answer => answer.StartsWith("GET /api/v1/publications with a key: OK", StringComparison.Ordinal) && answer.Contains("2026-Q3", StringComparison.Ordinal));
        Assert.Contains(few, answer => answer.StartsWith("GET /health/ready: OK", StringComparison.Ordinal));
        Assert.All(few.Zip(many), pair => Assert.Equal(pair.First, pair.Second));
    }

    async Task Fill(Database database, int reports)
    {
        await new ModeratorStore(database).Insert(Some.Moderator(), CancellationToken.None);
        await Out.Publish(database, "2026-Q3");
        await Out.Publish(database, "2026-10");
        await new NgoKeyStore(database).Issue(
            new() { Id = "k-1", Ngo = "Memorial", Prefix = key.Prefix, KeySha256 = key.Sha256, Scopes = string.Join(' ', Scope.All), CreatedOn = new(2026, 11, 20) },
            "operator", Out.Appeared, CancellationToken.None);
        for (var number = 0; number < reports; number++)
        {
            Assert.True(await new ReportStore(database).Insert(Some.Report($"report-{number}", $"envelope-{number}"), CancellationToken.None));
            await database.Write((connection, transaction) => connection.ExecuteAsync(
                "INSERT INTO counted (report_id, month, region, type, citizenship, actor) VALUES (@id, '2026-11', 'moscow', 'violence', 'uz', 'police')",
                new { id = $"report-{number}" }, transaction), CancellationToken.None);
        }
    }

    async Task<IReadOnlyList<string>> Everything(Database database)
    {
        using var disk = new TemporaryFolder();
        var settings = new Settings(Roles.All, "http://127.0.0.1:0", new(Provider.Sqlite, ""), disk.File("pepper"), new(Repository.Locales), new Uri(Settings.DefaultUrls), null);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(App).Assembly.GetName().Name });
        builder.Logging.ClearProviders();
        await using var app = App.Build(builder, new Foundation(settings, RealWords.Edition, new Pepper(new byte[Pepper.Length]), database));
        await app.StartAsync();
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        List<string> seen = [];
        foreach (var address in Addresses)
        {
            seen.Add(await Ask(http, HttpMethod.Get, address, null));
            seen.Add(await Ask(http, HttpMethod.Head, address, null));
            seen.Add(await Ask(http, HttpMethod.Post, address, null));
            if (address.StartsWith(Api.Path, StringComparison.Ordinal))
                seen.Add(await Ask(http, HttpMethod.Get, address, key.Reveal()));
        }
        seen.Add(await Ask(http, HttpMethod.Get, "/api/v1/publications", $"mb_{key.Prefix}_{new string('B', 43)}"));
        seen.Add(await Ask(http, HttpMethod.Post, "/chat", null));
        seen.Add(await Ask(http, HttpMethod.Post, "/seal", null));
        await app.StopAsync();
        return seen;
    }

    static async Task<string> Ask(HttpClient http, HttpMethod method, string address, string? key)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        // The page prints its own address, and the ports of these two differ.
        request.Headers.Host = "bot.example.org";
        if (key is not null)
            request.Headers.Authorization = new("Bearer", key);
        if (method == HttpMethod.Post)
            request.Content = new StringContent("to=1.en.home&words=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await http.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return $"{method} {address}{(key is null ? "" : " with a key")}: {answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}";
    }
}

public sealed class SameBytesOnSqliteTests() : SameBytesContract(new SqliteTestDatabase(), new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class SameBytesOnPostgresTests(PostgresServer server) : SameBytesContract(new PostgresTestDatabase(server), new PostgresTestDatabase(server));
