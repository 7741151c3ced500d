using Dapper;
using Microsoft.Data.Sqlite;
using MigrantBot.Storage;
using MigrantBot.Tests.Journeys;

namespace MigrantBot.Tests.Storage;

public sealed class HousekeepingTests : IAsyncLifetime, IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FakeTime time = new(new(2026, 3, 10, 22, 0, 0, TimeSpan.Zero));
    readonly Logbook<Housekeeping> log = new();
    Database database = null!;

    string Options => $"Data Source={folder.File("data.db")}";

    public async Task InitializeAsync()
    {
        database = await Database.Open(new DatabaseOptions(Provider.Sqlite, Options), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => folder.Dispose();

    Task<int> Run(string sql) => database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Housekeeping New() => new(database, time, log);

    async Task Until(string sql, string expected)
    {
        var found = "";
        await Eventually.True(
            () =>
            {
                found = database.Read(connection => connection.ExecuteScalarAsync<string>(sql), CancellationToken.None).GetAwaiter().GetResult() ?? "nothing";
                return found == expected;
            },
            () => $"{sql} gives {found}. {string.Join('\n', log.Lines)}");
    }

    [Fact]
    public async Task It_works_at_the_start_and_again_every_day()
    {
        using var housekeeping = New();
        await housekeeping.StartAsync(CancellationToken.None);
        await Until("SELECT ran_on FROM housekeeping", "2026-03-10");

        for (var day = 11; day < 14; day++)
        {
            await time.SomebodyWaits(Housekeeping.Every);
            time.Advance(TimeSpan.FromDays(1));
            await Until("SELECT ran_on || ' ' || counted_on FROM housekeeping", $"2026-03-{day} 2026-03-{day}");
        }

        Assert.Empty(log.Lines);
        await housekeeping.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Unopened_words_that_will_go_are_said_every_night_without_a_number_or_a_name()
    {
        using var housekeeping = New();
        await new ReportStore(database).Insert(Some.Report("sentinel", "envelope") with { ReceivedOn = new(2025, 1, 1) }, CancellationToken.None);
        await Run("INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '', '2026-03-09')");
        await Run("UPDATE reports SET active_on = '2025-01-01'; UPDATE envelopes SET day = '2025-01-01'");

        await housekeeping.Look(CancellationToken.None);
        await housekeeping.Look(CancellationToken.None);
        time.Advance(TimeSpan.FromDays(1));
        await housekeeping.Look(CancellationToken.None);

        Assert.Equal(2, log.Lines.Count);
        Assert.All(log.Lines, line =>
        {
            Assert.StartsWith("Warning: There are reports so old", line, StringComparison.Ordinal);
            Assert.Contains("open them in the console", line, StringComparison.Ordinal);
            Assert.DoesNotMatch("sentinel|[0-9]", line);
        });
    }

    [Fact]
    public async Task A_clock_that_leaps_is_an_error_that_says_what_to_do()
    {
        using var housekeeping = New();
        await housekeeping.Look(CancellationToken.None);

        time.Advance(TimeSpan.FromDays(365));
        await housekeeping.Look(CancellationToken.None);

        var line = Assert.Single(log.Lines);
        Assert.StartsWith("Error: The date of this machine is 358 days ahead", line, StringComparison.Ordinal);
        Assert.Contains("set the clock right", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_was_set_back_is_an_error_that_says_what_to_do()
    {
        using var housekeeping = New();
        await Run("INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '2026-04-10', '2026-04-10')");

        await housekeeping.Look(CancellationToken.None);

        Assert.StartsWith("Error: The date of this machine is 31 days behind", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_reader_keeps_in_the_files_is_said_once_and_cleared_when_the_reader_has_gone()
    {
        using var housekeeping = New();
        await new ReportStore(database).Insert(Some.ReportWithReceipt(), CancellationToken.None);
        await housekeeping.Look(CancellationToken.None);
        await using (var reader = new SqliteConnection(Options))
        {
            await reader.OpenAsync();
            await using var older = reader.BeginTransaction(deferred: true);
            await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM reports", transaction: older);
            await database.Withdraw("lookup-1", new DateOnly(2026, 3, 10));

            await housekeeping.Look(CancellationToken.None);
            await housekeeping.Look(CancellationToken.None);

            Assert.StartsWith("Warning: What was deleted still lies", Assert.Single(log.Lines), StringComparison.Ordinal);
            Assert.NotEqual(0, new FileInfo(folder.File("data.db-wal")).Length);
        }

        await housekeeping.Look(CancellationToken.None);

        Assert.Equal(0, new FileInfo(folder.File("data.db-wal")).Length);
        Assert.Single(log.Lines);
    }

    [Fact]
    public async Task A_night_that_fails_is_said_and_made_up_for()
    {
        using var housekeeping = New();
        await Run("ALTER TABLE housekeeping RENAME TO away");
        await housekeeping.Look(CancellationToken.None);
        Assert.StartsWith("Warning: The nightly deletion", Assert.Single(log.Lines), StringComparison.Ordinal);

        await Run("ALTER TABLE away RENAME TO housekeeping");
        await housekeeping.Look(CancellationToken.None);

        await Until("SELECT ran_on FROM housekeeping", "2026-03-10");
        Assert.Single(log.Lines);
    }
}
