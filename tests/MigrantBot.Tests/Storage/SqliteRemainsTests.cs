using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What is deleted is gone from the bytes, too: from the file, its free pages and the gaps of the others, and from the log beside it.</summary>
public sealed class SqliteRemainsTests : IAsyncLifetime, IDisposable
{
    static readonly DateOnly Today = new(2026, 3, 10);
    static readonly DateTimeOffset Now = new(2026, 3, 10, 3, 0, 0, TimeSpan.Zero);

    readonly TemporaryFolder folder = new();
    Database database = null!;

    string Options => $"Data Source={folder.File("data.db")}";

    public async Task InitializeAsync()
    {
        database = await Database.Open(new DatabaseOptions(Provider.Sqlite, Options), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => folder.Dispose();

    /// <summary>A report as large as real ones are, whose every column of bytes or random text says which one it is.</summary>
    static SealedReport Report(int number)
    {
        var (id, mark) = (Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)).AsSpan(..16)), Encoding.ASCII.GetBytes($"mark{number:00000}."));
        var day = Today.AddDays(number % 2 * -400);
        byte[] Marked(int length) => [.. Enumerable.Range(0, length).Select(index => mark[index % mark.Length])];
        return Some.ReportWithReceipt(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)).AsSpan(..16)), $"lookup.mark{number:00000}.") with
        {
            ReceivedOn = day,
            ReporterKey = Marked(65),
            Envelope = Some.Report(id, Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(id)).AsSpan(..16))).Envelope with
            {
                Day = day,
                Body = Marked(2077),
                Keys = [.. Enumerable.Range(0, 3).Select(recipient => new SealedKey { RecipientId = $"m-{recipient}", Key = Marked(113) })],
            },
        };
    }

    Task<bool[]> Insert(IEnumerable<int> numbers) => Task.WhenAll(numbers.Select(number => new ReportStore(database).Insert(Report(number), CancellationToken.None)));

    /// <summary>How often the mark of this report stands in the file and in the log, side by side.</summary>
    (int InFile, int InLog) Remains(int number) => (Marks("data.db", number), Marks("data.db-wal", number));

    int Marks(string file, int number)
    {
        if (!File.Exists(folder.File(file)))
            return 0;
        using var stream = new FileStream(folder.File(file), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd().Split($"mark{number:00000}.").Length - 1;
    }

    /// <summary>As the intake does it: the rows, and then the bytes.</summary>
    async Task<bool> Withdraw(int number)
    {
        var isDone = await database.Withdraw($"lookup.mark{number:00000}.", Today);
        await database.Expunge(CancellationToken.None);
        return isDone;
    }

    Task<int> Run(string sql) => database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    [Fact]
    public async Task Of_what_was_taken_back_no_byte_is_left_in_the_file_or_its_log()
    {
        await Insert(Enumerable.Range(0, 300));
        foreach (var number in Enumerable.Range(0, 30).Select(step => step * 7))
        {
            Assert.NotEqual((0, 0), Remains(number));

            Assert.True(await Withdraw(number));

            Assert.Equal((0, 0), Remains(number));
        }
        Assert.NotEqual((0, 0), Remains(1));
    }

    [Fact]
    public async Task This_hunt_finds_what_a_careless_deletion_leaves()
    {
        await Insert(Enumerable.Range(0, 30));
        await Run("PRAGMA secure_delete = OFF");
        await Run("DELETE FROM reports; DELETE FROM envelopes; DELETE FROM envelope_keys");
        await database.Expunge(CancellationToken.None);

        Assert.Contains(Enumerable.Range(0, 30), number => Remains(number).InFile > 0);

        await database.Compact(CancellationToken.None);
        await database.Expunge(CancellationToken.None);
        Assert.DoesNotContain(Enumerable.Range(0, 30), number => Remains(number) != (0, 0));
    }

    [Fact]
    public async Task Of_what_grew_too_old_no_byte_is_left_after_the_night_and_none_in_a_backup_made_then()
    {
        await Insert(Enumerable.Range(0, 100));
        await Run("UPDATE reports SET opened_on = received_on");
        await Run("INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '2026-03-09', '2026-03-09')");

        Assert.NotNull(await new Purge(database).Run(Now, CancellationToken.None));
        await database.Compact(CancellationToken.None);
        Assert.True(await database.Expunge(CancellationToken.None));

        var old = Enumerable.Range(0, 50).Select(number => number * 2 + 1).ToArray();
        Assert.DoesNotContain(old, number => Remains(number) != (0, 0));
        Assert.NotEqual((0, 0), Remains(0));

        File.Copy(folder.File("data.db"), folder.File("backup.db"));
        await using var restored = await Database.Open(new DatabaseOptions(Provider.Sqlite, $"Data Source={folder.File("backup.db")}"), CancellationToken.None);
        Assert.Equal(50, await PlainRows.Count(restored, "reports"));
        Assert.DoesNotContain(old, number => Marks("backup.db", number) > 0);
    }

    [Fact]
    public async Task Of_the_facts_of_a_quarter_no_byte_is_left_once_it_is_out()
    {
        const string mark = "mark00007.";
        await Run(
            $"""
            INSERT INTO counted (report_id, month, region, type, citizenship, actor)
            WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 500) SELECT i * 7919 % 997 || '{mark}', '2025-12', 'moscow', 'violence', 'uz', 'police' FROM numbers;
            INSERT INTO reports (id, received_on, language, urgency, urgency_reason, status, version, counted_in) SELECT i * 7919 % 997, '2025-12-01', 'uz', 1, 'x', 'accepted', 1, '2025-12'
            FROM (WITH RECURSIVE numbers(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < 500) SELECT i FROM numbers);
            INSERT INTO report_facets SELECT id, '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}', '{mark}' FROM reports;
            INSERT INTO house (mark, value) VALUES ('first-month', '2025-10');
            INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '2026-03-10', '2026-03-10');
            """);
        await database.Expunge(CancellationToken.None);
        Assert.NotEqual((0, 0), Remains(7));
        var time = new FakeTime(Now);
        using var clock = new PublishingClock(new(new(database), new(database), new(), time), database, time, new Logbook<PublishingClock>());

        await clock.Look(CancellationToken.None);

        Assert.NotNull(await new PublicationStore(database).Find("quarter", "2025-Q4", CancellationToken.None));
        Assert.Equal((0, 0), Remains(7));
    }

    [Fact]
    public async Task While_somebody_reads_an_older_state_the_bytes_stay_and_the_next_attempt_takes_them()
    {
        await Insert([0, 1]);
        await database.Expunge(CancellationToken.None);
        await using (var reader = new SqliteConnection(Options))
        {
            await reader.OpenAsync();
            await using var older = reader.BeginTransaction(deferred: true);
            Assert.Equal(2, await reader.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM reports", transaction: older));

            Assert.True(await Withdraw(0));

            Assert.False(await database.Expunge(CancellationToken.None));
            Assert.NotEqual((0, 0), Remains(0));
            Assert.Null(await new ReceiptStore(database).Find("lookup.mark00000.", Now, CancellationToken.None));
            Assert.True(await new ReportStore(database).Insert(Report(2), CancellationToken.None));
        }
        Assert.True(await database.Expunge(CancellationToken.None));
        Assert.Equal((0, 0), Remains(0));
        Assert.NotEqual((0, 0), Remains(1));
    }

    [Fact]
    public async Task Writing_goes_on_around_the_clearing_of_the_file()
    {
        var writes = Insert(Enumerable.Range(0, 50));
        var cleared = Task.WhenAll(database.Expunge(CancellationToken.None), database.Expunge(CancellationToken.None));
        var compacted = database.Compact(CancellationToken.None);
        var later = Insert(Enumerable.Range(50, 50));

        await compacted;
        Assert.All([.. await writes, .. await later, .. await cleared], Assert.True);
        Assert.Equal(100, await PlainRows.Count(database, "reports"));
    }

    [Fact]
    public async Task Compacting_gives_the_room_of_deleted_rows_back()
    {
        await Insert(Enumerable.Range(0, 100));
        await database.Expunge(CancellationToken.None);
        var before = new FileInfo(folder.File("data.db")).Length;
        await Run("DELETE FROM envelopes");

        await database.Compact(CancellationToken.None);
        await database.Expunge(CancellationToken.None);

        Assert.InRange(new FileInfo(folder.File("data.db")).Length, 1, before / 2);
    }
}
