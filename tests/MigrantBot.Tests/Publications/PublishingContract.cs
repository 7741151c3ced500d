using System.Globalization;
using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>The calendar as it is kept, whatever the clock of the machine does.</summary>
public abstract class PublishingContract(TestDatabase home) : StorageContract(home)
{
    readonly Logbook<PublishingClock> log = new();

    static DateOnly On(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private protected Publishing Publishing(DateOnly day, Volume volume = Volume.Normal) =>
        new(new(Database), new(Database), new(volume), new FakeTime(Accepting.Noon(day)));

    /// <summary>One day of a running program, which was perhaps just started: the night, then the publications.</summary>
    async Task Live(DateOnly day, Volume volume = Volume.Normal)
    {
        await new Purge(Database).Run(Accepting.Noon(day), CancellationToken.None);
        using var clock = new PublishingClock(Publishing(day, volume), Database, new FakeTime(Accepting.Noon(day)), log);
        await clock.Look(CancellationToken.None);
    }

    async Task Live(string from, string until, Volume volume = Volume.Normal)
    {
        for (var day = On(from); day <= On(until); day = day.AddDays(1))
            await Live(day, volume);
    }

    async Task<string[]> Published() =>
        [.. (await new PublicationStore(Database).All(CancellationToken.None)).OrderBy(row => row.PublishedOn).Select(row => $"{row.Period} {row.Volume} {row.PublishedOn:yyyy-MM-dd}")];

    /// <summary>In the order in which they appeared.</summary>
    async Task<string[]> Told() => [.. (await Database.Read(connection => connection.QueryAsync<string>(
        "SELECT object FROM audit WHERE action = 'publish' ORDER BY seq"), CancellationToken.None)).Select(about => about.Split(' ')[1])];

    Task<int> Run(string sql, object? with = null) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, with, transaction), CancellationToken.None);

    async Task<Figures> Figures(string kind, string period) => PublicationText.Read((await new PublicationStore(Database).Find(kind, period, CancellationToken.None))!.Json);

    [Fact]
    public async Task From_the_month_of_the_first_day_on_everything_appears_on_the_fifteenth()
    {
        await Live("2026-08-20", "2027-01-16");

        Assert.Equal(
            [
                "2026-08 normal 2026-09-15", "2026-09 normal 2026-10-15", "2026-Q3 normal 2026-10-15", "2026-10 normal 2026-11-15", "2026-11 normal 2026-12-15",
                "2026-12 normal 2027-01-15", "2026-Q4 normal 2027-01-15",
            ], await Published());
        Assert.Equal(["2026-08", "2026-09", "2026-Q3", "2026-10", "2026-11", "2026-12", "2026-Q4"], await Told());
        Assert.Empty(await new PublicationCheck(Database).Faults(CancellationToken.None));
    }

    [Fact]
    public async Task After_months_without_a_running_program_everything_appears_in_its_order_once_the_days_are_counted()
    {
        await Live(On("2026-08-20"));

        await Live("2027-01-20", "2027-02-20");

        Assert.Equal(["2026-08", "2026-09", "2026-Q3", "2026-10", "2026-11", "2026-12", "2026-Q4", "2027-01"], await Told());
        Assert.All(await Published(), line => Assert.True(On(line.Split(' ')[2]) >= On("2027-02-13"), line));
    }

    [Fact]
    public async Task A_clock_that_is_set_back_publishes_nothing_twice_and_nothing_of_the_past()
    {
        await Live("2026-08-20", "2026-09-15");
        var before = await new PublicationStore(Database).Find("month", "2026-08", CancellationToken.None);

        await Live("2026-08-01", "2026-09-15");
        await Live(On("1970-01-01"));

        Assert.Equal(["2026-08 normal 2026-09-15"], await Published());
        Assert.Equal(before, await new PublicationStore(Database).Find("month", "2026-08", CancellationToken.None));
        await Live("2026-09-16", "2026-10-15");
        Assert.Equal(["2026-08", "2026-09", "2026-Q3"], await Told());
    }

    [Fact]
    public async Task A_clock_that_leaps_ahead_publishes_nothing_early()
    {
        await Live("2026-08-20", "2026-09-03");

        await Live("2027-09-04", "2027-09-08");
        Assert.Empty(await Published());

        await Live("2026-09-09", "2026-09-14");
        Assert.Empty(await Published());
        await Live(On("2026-09-15"));
        Assert.Equal(["2026-08 normal 2026-09-15"], await Published());
    }

    [Fact]
    public async Task Nothing_is_published_and_no_month_begins_before_the_first_night()
    {
        using var clock = new PublishingClock(Publishing(On("2026-10-20")), Database, new FakeTime(), log);
        await clock.Look(CancellationToken.None);
        Assert.Null(await new House(Database).Find(House.FirstMonth, CancellationToken.None));

        await Live(On("2026-10-20"));
        Assert.Equal("2026-10", await new House(Database).Find(House.FirstMonth, CancellationToken.None));
        Assert.Empty(await Published());
    }

    [Fact]
    public async Task In_low_volume_quarters_appear_and_a_change_in_the_midst_of_one_waits_for_the_next()
    {
        await Live("2026-08-20", "2026-09-20");
        await Live("2026-09-21", "2027-01-20", Volume.Low);
        await Live("2027-01-21", "2027-02-20");

        Assert.Equal(
            ["2026-08 normal 2026-09-15", "2026-09 normal 2026-10-15", "2026-Q3 normal 2026-10-15", "2026-Q4 low 2027-01-15", "2027-01 normal 2027-02-15"], await Published());
    }

    [Fact]
    public async Task Two_processes_of_different_volume_never_take_more_than_a_report_may_lose()
    {
        await Live(On("2026-07-01"));
        await Live("2026-07-02", "2026-10-14", Volume.Low);
        await new Purge(Database).Run(Accepting.Noon(On("2026-10-15")), CancellationToken.None);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(one => Task.Run(async () =>
        {
            await foreach (var _ in Publishing(On("2026-10-15"), one % 2 == 0 ? Volume.Low : Volume.Normal).Run("system", CancellationToken.None))
            {
                // What appears is looked at below.
            }
        })));

        var published = (await new PublicationStore(Database).All(CancellationToken.None)).Select(row => row.Read()).ToList();
        Assert.NotEmpty(published);
        Assert.All(Period.Read("2026-Q3")!.Months, month => Assert.True(Ledger.Lost(month, published) <= Epsilon.OfOneReport));
        Assert.Equal(published.Count, published.Select(one => one.Period).Distinct().Count());
    }

    [Fact]
    public async Task What_appears_are_the_reports_that_count_and_noise()
    {
        await Live(On("2026-08-20"));
        await Run(
            """
            INSERT INTO counted (report_id, month, region, type, citizenship, actor)
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 1000) SELECT 'r-' || i, '2026-08', 'moscow', 'violence', 'uz', 'police' FROM numbers
            """);

        await Live("2026-08-21", "2026-10-15");

        var (month, quarter) = (await Figures("month", "2026-08"), await Figures("quarter", "2026-Q3"));
        Assert.InRange(month.Total, 900, 1100);
        Assert.InRange(quarter.Total, 900, 1100);
        Assert.InRange(quarter.Tables.Single(table => table.Spec.Name == "actor").Cells.Single(cell => cell.Key is ["police"]).Value ?? 0, 800, 1200);
        Assert.Equal(0, await Count("counted"));
    }

    [Fact]
    public async Task What_is_said_of_it_are_periods_and_hashes_and_no_numbers_of_reports()
    {
        await Live(On("2026-08-20"));
        for (var number = 0; number < 3; number++)
            await Database.Count($"r-{number}", On("2026-08-21"), new Facets { Region = Region.Moscow });

        await Live("2026-08-22", "2026-10-15");

        Assert.Equal(["month 2026-08", "month 2026-09", "quarter 2026-Q3"], log.Lines.Select(line =>
        {
            Assert.Matches("^Information: Published: (month|quarter) 2026-(08|09|Q3) [0-9a-f]{16} [0-9a-f]{16}[.] It never changes", line);
            return string.Join(' ', line.Split(' ')[2..4]);
        }));
    }

    [Fact]
    public async Task What_cannot_be_published_is_said_and_made_up_for()
    {
        await Live("2026-08-20", "2026-09-14");
        await Run("INSERT INTO counted VALUES ('a', '2026-08', 'atlantis', 'violence', 'uz', 'police')");

        await Live(On("2026-09-15"));
        Assert.Empty(await Published());
        Assert.StartsWith("Warning: What is due could not be published", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain("atlantis", log.Lines[0], StringComparison.Ordinal);

        await Run("UPDATE counted SET region = 'moscow'");
        await Live(On("2026-09-16"));
        Assert.Equal(["2026-08 normal 2026-09-16"], await Published());
    }

    [Theory]
    [InlineData(false, "\"data\":\"reported\"")]
    [InlineData(true, "\"data\":\"invented\"")]
    public async Task A_file_says_whether_its_cases_were_invented(bool isInvented, string said)
    {
        if (isInvented)
            await new House(Database).Keep(House.Invented, "2026-08-20", CancellationToken.None);

        var row = await Publishing(On("2026-09-15")).Publish(Period.Read("2026-08")!, Volume.Normal, Accepting.Noon(On("2026-09-15")), "operator", CancellationToken.None);

        Assert.Contains(said, row!.Json, StringComparison.Ordinal);
        Assert.Contains("\"published\":\"2026-09-15\"", row.Json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_clock_looks_at_the_start_and_every_ten_minutes()
    {
        await Live("2026-08-20", "2026-09-14");
        var time = new FakeTime(Accepting.Noon(On("2026-09-14")));
        using var clock = new PublishingClock(new(new(Database), new(Database), new(), time), Database, time, log);
        await clock.StartAsync(CancellationToken.None);
        await time.SomebodyWaits(PublishingClock.Every);
        await new Purge(Database).Run(Accepting.Noon(On("2026-09-15")), CancellationToken.None);

        time.Advance(TimeSpan.FromDays(1));
        await Journeys.Eventually.True(() => log.Lines.Count > 0, () => "Nothing appeared.");

        Assert.Equal(["2026-08 normal 2026-09-15"], await Published());
        await clock.StopAsync(CancellationToken.None);
    }
}

public sealed class PublishingOnSqliteTests() : PublishingContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PublishingOnPostgresTests(PostgresServer server) : PublishingContract(new PostgresTestDatabase(server));
