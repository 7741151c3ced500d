using Dapper;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Journeys;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>What somebody does to publications while the process runs is told by it within the hour, not only when somebody asks the verb.</summary>
public abstract class PublicationWatchContract(TestDatabase home) : StorageContract(home)
{
    readonly string folder = Directory.CreateTempSubdirectory("migrantbot-").FullName;
    readonly FakeTime clock = new(Accepting.Noon(new(2026, 9, 15)));
    readonly Logbook<PublicationWatch> log = new();

    string Kept => Path.Combine(folder, "published");

    PublicationsOptions Publications => new(Copies: Kept);

    CopiesCheck Copies => new(new(Database), new(Database), Publications);

    PublicationWatch Watch => new(new(Database), Copies, clock, log);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var publishing = new Publishing(new(Database), new(Database), Publications, clock);
        foreach (var period in new[] { "2026-07", "2026-08" })
            Assert.NotNull(await publishing.Publish(Out.Period(period), default, clock.GetUtcNow(), AuditRow.System, CancellationToken.None));
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    async Task<string> Copy(string name) => Path.Combine(Kept, await new House(Database).Called(CancellationToken.None), name);

    static Task Told(PublicationWatch watch, PublicationWrong wrong, string period) => Eventually.True(
        () => watch.Faults is [var fault] && (fault.Wrong, fault.Period) == (wrong, period),
        () => $"Found instead: {string.Join(' ', watch.Faults)}");

    [Fact]
    public async Task A_byte_that_is_changed_while_the_process_runs_is_told_within_the_hour()
    {
        await Run("UPDATE publications SET csv = csv || ' ' WHERE period = '2026-07'");
        using var watch = Watch;
        await watch.StartAsync(CancellationToken.None);
        await Told(watch, PublicationWrong.Csv, "2026-07");

        await Run("UPDATE publications SET csv = SUBSTR(csv, 1, LENGTH(csv) - 1) WHERE period = '2026-07'");
        await Run("UPDATE publications SET json = REPLACE(json, '2026-08', '2026-09') WHERE period = '2026-08'");
        clock.Advance(PublicationWatch.Every);
        await Told(watch, PublicationWrong.Json, "2026-08");

        await watch.StopAsync(CancellationToken.None);
        Assert.Equal(2, log.Lines.Count);
        Assert.StartsWith("Critical: What was published is not as it was. The JSON file of month 2026-08 is not the one that was published.", log.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_whole_is_not_spoken_of_and_a_copy_that_is_not_there_yet_is_no_fault()
    {
        File.Delete(await Copy("2026-07.json"));
        using var watch = Watch;
        await watch.Look(CancellationToken.None);
        Assert.Empty(watch.Faults);
        Assert.Empty(log.Lines);
    }

    [Theory]
    [InlineData("2026-08.csv", "")]
    [InlineData("2026-08.json", "{}")]
    [InlineData("2026-08.csv", null)]
    public async Task A_copy_that_was_touched_is_named_by_the_process_and_by_the_verb(string name, string? content)
    {
        var path = await Copy(name);
        File.Delete(path);
        if (content is not null)
            await File.WriteAllTextAsync(path, content);

        using var watch = Watch;
        await watch.Look(CancellationToken.None);
        Assert.Equal([new(PublicationWrong.Copy, "month", "2026-08", Detail: path)], watch.Faults);

        await using var said = new StringWriter();
        Assert.Equal(1, await AuditVerbs.Verify(new(Database), new(Database), null, said, CancellationToken.None, Copies));
        Assert.Contains($"{path}, the copy of month 2026-08, cannot be read, or is not what", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_log_names_a_few_and_says_how_many_more_there_are()
    {
        await Run("UPDATE publications SET json = '{}', csv = '', audit_head = 'ab'");
        using var watch = Watch;
        await watch.Look(CancellationToken.None);
        Assert.Equal(8, watch.Faults.Count);
        Assert.Contains(" And 3 more. Somebody with access", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_said_and_what_was_found_before_stays()
    {
        await Run("UPDATE publications SET csv = '' WHERE period = '2026-07'");
        using var watch = Watch;
        await watch.Look(CancellationToken.None);
        await Run("DROP TABLE errata");
        await watch.Look(CancellationToken.None);
        Assert.Single(watch.Faults);
        Assert.StartsWith("Warning: What was published could not be verified", log.Lines[^1], StringComparison.Ordinal);
    }
}

public sealed class PublicationWatchOnSqliteTests() : PublicationWatchContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PublicationWatchOnPostgresTests(PostgresServer server) : PublicationWatchContract(new PostgresTestDatabase(server));
