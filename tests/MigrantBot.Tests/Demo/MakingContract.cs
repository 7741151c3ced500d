using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Demo;
using MigrantBot.Publications;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Demo;

public abstract class MakingContract(TestDatabase home) : StorageContract(home)
{
    static readonly FakeTime Clock = new(new DateTimeOffset(2026, 11, 22, 14, 0, 0, TimeSpan.Zero));
    static readonly Pepper Pepper = new(new byte[Pepper.Length]);

    private protected Task<Access?> Make(string file) => Making.Make(Database, Pepper, file, Clock, 1, CancellationToken.None);

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<T> Ask<T>(string sql) => Database.Read(connection => connection.QuerySingleAsync<T>(sql), CancellationToken.None);

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"passcodes\": {")]
    public async Task A_file_that_is_not_whole_opens_no_demo(string text)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("access"), text);
        Assert.Null(await Access.Read(folder.File("access")));
    }

    [Fact]
    public async Task An_empty_database_becomes_a_house_of_two_years_once()
    {
        using var folder = new TemporaryFolder();
        var access = await Make(folder.File("access"));

        Assert.NotNull(access);
        Assert.Equal(access.Passcodes, (await Access.Read(folder.File("access")))?.Passcodes);
        Assert.Null(await Make(folder.File("another")));
        Assert.True(await new House(Database).IsInvented(CancellationToken.None));
        await EverythingDueIsOutAndSaysThatItIsInvented();
        await ARiseIsAnEarlySignal();
        Assert.InRange(await Ask<long>("SELECT COUNT(*) FROM queue WHERE recipient_id = ''"), 40, 85);
        Assert.Equal(3, await Ask<long>("SELECT COUNT(DISTINCT status) FROM queue"));
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM counted WHERE month < '2026-10'"));
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM report_facets f JOIN reports r ON r.id = f.report_id WHERE r.counted_in < '2026-10'"));
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
    }

    async Task EverythingDueIsOutAndSaysThatItIsInvented()
    {
        var store = new PublicationStore(Database);
        var rows = await store.All(CancellationToken.None);
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

        Assert.Equal(33, rows.Count);
        Assert.Empty(Calendar.Due(Tales.FirstMonth(today), [.. rows.Select(row => row.Read())], Volume.Normal, today));
        Assert.All(rows, row => Assert.Equal(row.Read().Period.DueOn, row.PublishedOn));
        foreach (var row in rows)
            Assert.Contains("\"data\":\"invented\"", (await store.Find(row.Kind, row.Period, CancellationToken.None))!.Json, StringComparison.Ordinal);
    }

    async Task ARiseIsAnEarlySignal()
    {
        var store = new PublicationStore(Database);
        var figures = new List<Figures>();
        foreach (var row in await store.All(CancellationToken.None))
            figures.Add(PublicationText.Read((await store.Find(row.Kind, row.Period, CancellationToken.None))!.Json));

        Assert.Contains(Signals.Of(figures), signal => $"{signal.Period} {signal.Table} {signal.Key[0]}" == "2026-10 region volga");
    }

    [Theory]
    [InlineData("reports", "INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, version) VALUES ('r', '2026-11-01', 'uz', 1, 'unsaid.unsaid', 'open', 1)")]
    [InlineData("counted", "INSERT INTO counted (report_id, month, region, type, citizenship, actor) VALUES ('r', '2026-10', 'moscow', 'other', 'uz', 'other')")]
    [InlineData("withdrawn", "INSERT INTO withdrawn (report_id, day) VALUES ('r', '2026-11-01')")]
    [InlineData("house", "INSERT INTO house (mark, value) VALUES ('first-month', '2026-11')")]
    [InlineData("housekeeping", "INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '2026-11-21', '2026-11-21')")]
    [InlineData("links", "INSERT INTO links (token_hash, handle, expires_at) VALUES ('t', 'aziz', 0)")]
    public async Task Where_anything_ever_was_nothing_is_changed(string table, string row)
    {
        using var folder = new TemporaryFolder();
        await Run(row);

        Assert.Null(await Make(folder.File("access")));
        Assert.Equal(1, await Count(table));
        Assert.False(await new House(Database).IsInvented(CancellationToken.None));
        Assert.Equal(0, await Count("moderators"));
        Assert.False(File.Exists(folder.File("access")));
    }

    [Fact]
    public async Task An_enrolled_moderator_and_a_publication_are_somebodys_work_too()
    {
        using var folder = new TemporaryFolder();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        Assert.Null(await Make(folder.File("access")));
        await Run("DELETE FROM moderators");
        await Run("INSERT INTO publications (kind, period, volume, epsilon, json, csv, json_sha256, csv_sha256, audit_head, head_blind, published_on) VALUES ('month', '2026-09', 'normal', '1', '', '', '', '', '', '', '2026-10-15')");
        Assert.Null(await Make(folder.File("access")));
        Assert.Equal(0, await Count("house"));
    }
}

/// <summary>What takes the making of all of it a second time is tried on one database.</summary>
public sealed class SqliteMakingTests() : MakingContract(new SqliteTestDatabase())
{
    [Fact]
    public async Task What_breaks_in_the_midst_leaves_an_empty_database()
    {
        using var folder = new TemporaryFolder();
        await Assert.ThrowsAnyAsync<IOException>(() => Make(folder.File("no/such/folder/access")));

        foreach (var table in new[] { "house", "moderators", "reports", "counted", "publications", "audit", "ngo_keys" })
            Assert.Equal(0, await Count(table));
    }
}

[Collection(PostgresTests.Name)]
public sealed class PostgresMakingTests(PostgresServer server) : MakingContract(new PostgresTestDatabase(server));
