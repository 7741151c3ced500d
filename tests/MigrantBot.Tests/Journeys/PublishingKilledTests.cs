using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Journeys;

/// <summary><c>kill -9</c> of the program itself when it has drawn a quarter, stored it and deleted its facts, and has not committed yet.</summary>
[Collection(PostgresTests.Name)]
public sealed class PublishingKilledTests(PostgresServer server) : StorageContract(new PostgresTestDatabase(server))
{
    /// <summary>By the clock of this machine, which the program reads: long due, and the days were counted.</summary>
    static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    static readonly Period Quarter = Period.QuarterOf(Today.AddMonths(-6));

    BotProcess Publish(TemporaryFolder folder) => BotProcess.Start(folder.Root, new Dictionary<string, string>
    {
        ["HOME"] = folder.Root,
        ["Publications__Volume"] = "low",
        ["Database__Provider"] = "postgres",
        ["Database__ConnectionString"] = Options.ConnectionString,
    }, "publish");

    Task<long> Ask(string sql) => Database.Read(connection => connection.ExecuteScalarAsync<long>(sql), CancellationToken.None);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Count("a", Quarter.FirstDay);
        await Database.Write(async (connection, transaction) =>
        {
            await House.Keep(connection, transaction, House.FirstMonth, $"{Quarter.Months[0]}");
            return await connection.ExecuteAsync(
                "INSERT INTO housekeeping (job, ran_on, counted_on) VALUES (@Job, @counted, @counted)", new { Purge.Job, counted = Today.AddDays(1) }, transaction);
        }, CancellationToken.None);
    }

    [Fact]
    public async Task Killed_before_it_commits_it_has_published_nothing_and_deleted_nothing_and_the_next_run_does_all()
    {
        using var folder = new TemporaryFolder();
        var told = await Count("audit");
        await (await Another()).Write(async (connection, transaction) =>
        {
            // The last statement of the publication waits here, with everything else done.
            await connection.ExecuteAsync("UPDATE audit_head SET seq = seq WHERE mark = 'head'", transaction: transaction);
            await using var killed = Publish(folder);
            await Eventually.True(
                async () => await Ask("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'UPDATE audit_head%'") > 0,
                () => $"It did not come to the audit: {killed.Log}");
            await killed.Kill();
            return true;
        }, CancellationToken.None);
        await Eventually.True(
            async () => await Ask("SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'UPDATE audit_head%' AND state <> 'idle'") == 0,
            () => "The server did not end what the killed program had begun.");
        Assert.Equal((0, 1, 1, told), (await Count("publications"), await Count("counted"), await Count("report_facets"), await Count("audit")));

        await using var again = Publish(folder);
        Assert.Equal(0, await again.Ended());

        Assert.Contains($"Published: quarter {Quarter}, low volume", again.Log, StringComparison.Ordinal);
        Assert.Equal((0, 0), (await Count("counted"), await Count("report_facets")));
        Assert.Empty(await new PublicationCheck(Database).Faults(CancellationToken.None));
        var published = await new PublicationStore(Database).Find("quarter", $"{Quarter}", CancellationToken.None);
        await using var third = Publish(folder);
        Assert.Equal(0, await third.Ended());
        Assert.Equal(published, await new PublicationStore(Database).Find("quarter", $"{Quarter}", CancellationToken.None));
    }
}
