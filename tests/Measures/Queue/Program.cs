using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MigrantBot.Console;
using Measures.Queue;
using MigrantBot.Storage;

const int Requests = 1_000;
const int Warming = 200;

// dotnet run --project tests/Measures/Queue -c Release [-- OPEN CLOSED [FILE]]: SQLite, and PostgreSQL where TEST_POSTGRES names an empty database.
// A FILE is kept, and what is in it is measured again without seeding.
var (open, closed) = args is [var first, var second, ..] ? (Number(first), Number(second)) : (100_000, 1_000_000);
var folder = Directory.CreateTempSubdirectory("mb-queue-").FullName;
try
{
    await Measure(new DatabaseOptions(Provider.Sqlite, $"Data Source={(args is [_, _, var kept] ? kept : Path.Combine(folder, "queue.db"))}"));
    if (Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server)
        await Measure(new DatabaseOptions(Provider.Postgres, server));
}
finally
{
    Directory.Delete(folder, recursive: true);
}

async Task Measure(DatabaseOptions options)
{
    await using var database = await Database.Open(options, CancellationToken.None);
    await Migrator.Migrate(database, CancellationToken.None);
    var begun = Stopwatch.GetTimestamp();
    await Seed.Fill(database, open, closed);
    Say($"{options.Provider}: seeded in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");
    begun = Stopwatch.GetTimestamp();
    await Night(database, 0);
    Say($"the rows of the queue are made by the night: {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
    begun = Stopwatch.GetTimestamp();
    await Night(database, 1);
    Say($"what is overdue rises the night after: {Stopwatch.GetElapsedTime(begun).TotalSeconds:F1} s");
    var (worked, all) = (await Seed.Count(database, "queue WHERE recipient_id = ''"), await Seed.Count(database, "reports"));
    Say($"{worked:N0} cases are worked on and {all - worked:N0} have ended; there are {Seed.Moderators} moderators");

    var times = new Times();
    var token = Token.Fresh();
    var session = Sessions.Begun(token, Seed.Moderator(0), DateTimeOffset.UtcNow);
    await database.Write(async (connection, transaction) => await Seed.SignIn(connection, transaction, session), CancellationToken.None);
    await using var app = Console(database, times);
    await app.StartAsync();
    using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    http.DefaultRequestHeaders.Add("Cookie", $"{SessionCookie.Name}={token.Reveal()}");

    const string queue = $"{ConsolePaths.Api}/queue";
    var second = await Bookmark(http, queue);
    foreach (var path in (IReadOnlyList<string>)[
        ConsolePaths.Home, queue, $"{queue}?after={second}", $"{queue}?status=accepted", $"{queue}?status=waiting", $"{queue}?language=kk", $"{queue}?overdue=true", $"{queue}?region=war-zone&type=money&language=kk",
        $"{queue}?view=held", $"{queue}?view=all", $"{queue}?view=all&region=war-zone&type=money&language=kk", $"{queue}?view=decided", $"{queue}?view=decided&language=kk&type=money"])
        await Time(http, path, times);
}

static Task<Night?> Night(Database database, int later) => new Purge(database).Run(DateTimeOffset.UtcNow.AddDays(later), CancellationToken.None);

static WebApplication Console(Database database, Times times)
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(ConsoleOptions).Assembly.GetName().Name });
    builder.Logging.ClearProviders();
    builder.WebHost.UseUrls("http://127.0.0.1:0");
    builder.Services.AddSingleton(database);
    builder.Services.AddSingleton(new RosterOptions(null));
    builder.Services.AddConsole(new ConsoleOptions(new Uri("https://console.example")));
    var app = builder.Build();
    // Around everything that is ours; what the network and the client add is not the server's.
    app.Use(times.Take);
    app.MapConsole();
    return app;
}

static async Task<string> Bookmark(HttpClient http, string path)
{
    var page = await http.GetStringAsync(path);
    return page[(page.IndexOf("\"next\":\"", StringComparison.Ordinal) + 8)..].Split('"')[0];
}

static async Task Time(HttpClient http, string path, Times times)
{
    long bytes = 0;
    for (var request = 0; request < Warming + Requests; request++)
    {
        if (request == Warming)
            times.Forget();
        using var answer = await http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        bytes = Math.Max(bytes, (await answer.Content.ReadAsByteArrayAsync()).Length);
    }
    var taken = times.Sorted;
    Say($"{taken[Requests / 2].TotalMilliseconds,6:F2} ms median {taken[Requests * 99 / 100].TotalMilliseconds,6:F2} ms p99 {bytes / 1024.0,6:F1} KB  {path}");
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static void Say(DefaultInterpolatedStringHandler line) => System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, ref line));
