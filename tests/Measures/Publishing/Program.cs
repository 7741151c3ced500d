using System.Diagnostics;
using System.Globalization;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using Measures.Publishing;

// dotnet run --project tests/Measures/Publishing -c Release [-- REPORTS]: SQLite, and PostgreSQL where TEST_POSTGRES names an empty database.
var reports = args is [var wanted, ..] ? int.Parse(wanted, CultureInfo.InvariantCulture) : 1_000_000;
var folder = Directory.CreateTempSubdirectory("mb-publishing-").FullName;
try
{
    await Measure(new DatabaseOptions(Provider.Sqlite, $"Data Source={Path.Combine(folder, "publishing.db")}"));
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
    await Seed.Fill(database, reports);
    await database.Expunge(CancellationToken.None);
    Say($"{options.Provider}: {reports:N0} accepted reports of one quarter made in {Stopwatch.GetElapsedTime(begun).TotalSeconds:F0} s");

    var publishing = new Publishing(new(database), new(database), new(), TimeProvider.System);
    Forget();
    foreach (var period in (IReadOnlyList<string>)["2026-07", "2026-08", "2026-09", "2026-Q3"])
        await Time(period, () => publishing.Publish(Period.Read(period)!, Volume.Normal, DateTimeOffset.UtcNow, "system", CancellationToken.None));
    await Time("the tables written anew", async () =>
    {
        await database.Compact(CancellationToken.None);
        return await database.Expunge(CancellationToken.None);
    });
    var (counted, withFacets) = (await Seed.Count(database, "counted"), await Seed.Count(database, "report_facets"));
    Say($"left: {counted} counted, {withFacets} with facets");
}

static async Task Time<T>(string what, Func<Task<T>> act)
{
    var begun = Stopwatch.GetTimestamp();
    await act();
    var seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
    Say($"{seconds,7:F2} s, at most {Most() / 1024.0 / 1024.0,4:F0} MB of memory: {what}");
}

// The system's own mark of the most that was resident; only Linux lets it be set anew after the seeding.
static void Forget()
{
    GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    if (File.Exists("/proc/self/clear_refs"))
        File.WriteAllText("/proc/self/clear_refs", "5");
}

static long Most()
{
    using var self = Process.GetCurrentProcess();
    return self.PeakWorkingSet64;
}

static void Say(FormattableString line) => System.Console.WriteLine(FormattableString.Invariant(line));
