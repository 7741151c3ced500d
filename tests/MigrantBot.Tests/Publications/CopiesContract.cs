using Dapper;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

/// <summary>What was drawn once is never drawn again, whatever becomes of the database.</summary>
public abstract class CopiesContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateOnly August = new(2026, 8, 20), Due = new(2026, 9, 15);

    const UnixFileMode OwnersFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    readonly string folder = Directory.CreateTempSubdirectory("migrantbot-").FullName;

    string Kept => Copies.FolderBeside(Path.Combine(folder, "pepper"));

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    Publishing Publishing(DateOnly day, Volume volume = Volume.Normal, bool withCopies = true) =>
        new(new(Database), new(Database), new(volume, withCopies ? Kept : null), new FakeTime(Accepting.Noon(day)));

    async Task<string[]> Publish(DateOnly day, Volume volume = Volume.Normal, bool withCopies = true)
    {
        List<string> appeared = [];
        await foreach (var row in Publishing(day, volume, withCopies).Run(AuditRow.System, CancellationToken.None))
            appeared.Add(row.Period);
        return [.. appeared];
    }

    /// <summary>From the first day on, with some reports that count.</summary>
    async Task Begin(string first = "2026-08")
    {
        await Count(August);
        await Publish(August);
        await Run("UPDATE house SET value = @first WHERE mark = 'first-month'", new { first });
        await Run(
            """
            INSERT INTO counted (report_id, month, region, type, citizenship, actor)
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 300) SELECT 'r-' || i, '2026-08', 'moscow', 'violence', 'uz', 'police' FROM numbers
            """);
    }

    async Task Count(DateOnly until)
    {
        for (var day = August; day <= until; day = day.AddDays(1))
            await new Purge(Database).Run(Accepting.Noon(day), CancellationToken.None);
    }

    Task<int> Run(string sql, object? with = null) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, with, transaction), CancellationToken.None);

    Task<PublicationRow?> Find(string kind, string period) => new PublicationStore(Database).Find(kind, period, CancellationToken.None);

    [Fact]
    public async Task After_a_backup_of_before_is_put_back_the_same_bytes_appear_again_and_nothing_is_drawn()
    {
        await Begin();
        await Count(Due);
        var before = await Database.Read(connection => connection.QuerySingleAsync<AuditMark>("SELECT seq, hash FROM audit_head WHERE mark = 'head'"), CancellationToken.None);
        Assert.Equal(["2026-08"], await Publish(Due));
        var first = (await Find("month", "2026-08"))!;

        await Run("DELETE FROM publications");
        await Run("DELETE FROM audit WHERE seq > @Seq", before);
        await Run("UPDATE audit_head SET seq = @Seq, hash = @Hash WHERE mark = 'head'", before);
        await Run("DELETE FROM counted WHERE report_id = 'r-7'");
        await Count(Due.AddDays(3));
        Assert.Equal(["2026-08"], await Publish(Due.AddDays(3)));

        var again = (await Find("month", "2026-08"))!;
        Assert.Equal((first.Json, first.Csv, first.PublishedOn, first.Epsilon), (again.Json, again.Csv, again.PublishedOn, again.Epsilon));
        var told = Assert.Single((await new AuditLog(Database).Page(null, CancellationToken.None)).Rows, row => row.Action == PublicationStore.Action);
        Assert.Equal($"{first.Mark} again", told.Object);
        Assert.Empty(await new PublicationCheck(Database).Faults(CancellationToken.None));
        Assert.Empty(await Publish(Due.AddDays(3)));
    }

    [Fact]
    public async Task What_was_drawn_when_the_process_ended_before_it_was_stored_appears_as_it_was_drawn_and_in_its_volume()
    {
        await Begin("2026-07");
        await Count(new(2026, 10, 14));
        var drawn = Out.File("2026-Q3", Volume.Low);
        new Copies(Kept).Keep(await new House(Database).Called(CancellationToken.None), Out.Period("2026-Q3"), drawn);

        Assert.Equal(["2026-Q3"], await Publish(new(2026, 10, 14)));

        var row = (await Find("quarter", "2026-Q3"))!;
        Assert.Equal((drawn.Json, drawn.Csv, "low", "2"), (row.Json, row.Csv, row.Volume, row.Epsilon));
        Assert.Equal(0, await Count("counted"));
    }

    [Fact]
    public async Task In_the_place_of_a_copy_that_is_broken_nothing_is_drawn()
    {
        await Begin();
        await Count(Due);
        var name = await new House(Database).Called(CancellationToken.None);
        var file = Out.File("2026-08");
        new Copies(Kept).Keep(name, Out.Period("2026-08"), file);
        var path = Path.Combine(Kept, name, "2026-08.json");
        await File.WriteAllTextAsync(path, file.Json[..200]);

        var refusal = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Publish(Due));

        Assert.Contains(path, refusal.Message, StringComparison.Ordinal);
        await using var said = new StringWriter();
        Assert.Equal(2, await PublishVerbs.Publish(Publishing(Due), Database, said, CancellationToken.None));
        Assert.Contains(path, said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Count("publications"));
        await File.WriteAllTextAsync(path, file.Json);
        Assert.Equal(["2026-08"], await Publish(Due));
        Assert.Equal(file.Json, (await Find("month", "2026-08"))!.Json);
    }

    [Fact]
    public async Task Where_no_copy_can_be_kept_nothing_is_published_and_it_is_said_why()
    {
        await Begin();
        await Count(Due);
        if (Directory.Exists(Kept))
            Directory.Delete(Kept, recursive: true);
        await File.WriteAllTextAsync(Kept, "");

        await using var said = new StringWriter();
        Assert.Equal(2, await PublishVerbs.Publish(Publishing(Due), Database, said, CancellationToken.None));

        Assert.Contains("let this user write in that folder", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Count("publications"));
        File.Delete(Kept);
        Assert.Equal(["2026-08"], await Publish(Due));
    }

    [Theory]
    [InlineData("first-month", "garbage")]
    [InlineData("first-month", "2026-Q3")]
    [InlineData("name", "../../elsewhere")]
    public async Task With_a_broken_mark_nothing_appears_and_the_verb_says_what_to_mend(string mark, string value)
    {
        await Begin();
        await Count(Due);
        await Run("UPDATE house SET value = @value WHERE mark = @mark", new { mark, value });

        await using var said = new StringWriter();
        Assert.Equal(2, await PublishVerbs.Publish(Publishing(Due), Database, said, CancellationToken.None));

        Assert.Contains($"“{value}”", said.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Count("publications"));
    }

    [Fact]
    public async Task What_another_process_has_published_is_copied_for_the_owner_alone_and_another_database_knows_nothing_of_it()
    {
        await Begin();
        await Count(Due);
        await Publish(Due, withCopies: false);

        Assert.Empty(await Publish(Due));

        var row = (await Find("month", "2026-08"))!;
        var kept = Path.Combine(Kept, await new House(Database).Called(CancellationToken.None));
        Assert.Equal(row.Json, await File.ReadAllTextAsync(Path.Combine(kept, "2026-08.json")));
        Assert.Equal(row.Csv, await File.ReadAllTextAsync(Path.Combine(kept, "2026-08.csv")));
        Assert.Equal(2, Directory.GetFiles(kept).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(OwnersFolder, File.GetUnixFileMode(Kept) | File.GetUnixFileMode(kept));
        foreach (var file in Directory.GetFiles(kept))
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));

        await Run("DELETE FROM publications");
        await Run("UPDATE house SET value = @another WHERE mark = 'name'", new { another = $"{Guid.NewGuid():N}" });
        Assert.Empty(await Publish(August));
    }
}

public sealed class CopiesOnSqliteTests() : CopiesContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CopiesOnPostgresTests(PostgresServer server) : CopiesContract(new PostgresTestDatabase(server));
