using Dapper;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Journeys;

/// <summary>The program itself deletes by age, whatever part of the house a process is.</summary>
public sealed class NightTests
{
    static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    [Theory]
    [InlineData("all")]
    [InlineData("chat")]
    [InlineData("console")]
    public async Task A_report_whose_time_is_over_is_gone_soon_after_the_start(string roles)
    {
        using var folder = new TemporaryFolder();
        var options = new DatabaseOptions(Provider.Sqlite, $"Data Source={folder.File("data.db")}");
        await using var database = await Database.Open(options, CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        await Report(database, "old", Today.AddDays(-200));
        await Report(database, "young", Today.AddDays(-20));
        await database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE reports SET opened_on = received_on; INSERT INTO housekeeping (job, ran_on, counted_on) VALUES (@Job, @yesterday, @yesterday)",
            new { Purge.Job, yesterday = Today.AddDays(-1) }, transaction), CancellationToken.None);

        await using var running = BotProcess.Start(folder.Root, new Dictionary<string, string>
        {
            ["Roles"] = roles,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Database__ConnectionString"] = options.ConnectionString,
            ["HOME"] = folder.Root,
        });

        await Eventually.True(async () => await PlainRows.Count(database, "reports") == 1, () => $"The old report is still there:\n{running.Log}");
        Assert.Equal("young", await database.Read(connection => connection.ExecuteScalarAsync<string>("SELECT id FROM reports"), CancellationToken.None));
    }

    static Task<bool> Report(Database database, string id, DateOnly day)
    {
        var report = Some.Report(id, $"envelope-{id}");
        return new ReportStore(database).Insert(report with { ReceivedOn = day, Envelope = report.Envelope with { Day = day } }, CancellationToken.None);
    }
}
