using System.Text;
using Dapper;
using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Custody;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>What an operator sees of <c>backup</c> and <c>restore</c>. What is made in this database is put back into a SQLite file.</summary>
public abstract class BackupContract(TestDatabase home) : StorageContract(home)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    static readonly string[] OfReports = ["reports", "report_facets", "envelopes", "envelope_keys"];
    static readonly string[] LeftOut = ["sessions", "links", "ceremonies", "approvals"];
    static readonly string[] SaidAfterwards = ["taken back after that day are here again", "audit verify", "Keep pepper as it is", "pepper.published", "ngo list", "keys load", "publish list"];

    readonly Vault vault = Vault.Open();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        vault.Dispose();
    }

    static async Task With(Func<Database, Task> act)
    {
        await using var elsewhere = new SqliteTestDatabase();
        await using var database = await Database.Open(await elsewhere.Create(), CancellationToken.None);
        await act(database);
    }

    Task Live() => Live(Database);

    static async Task Live(Database database)
    {
        await new ModeratorStore(database).Insert(Some.Moderator(), CancellationToken.None);
        await new ModeratorStore(database).Insert(Some.Moderator("m-2", "bek"), CancellationToken.None);
        Assert.True(await new ReportStore(database).Insert(Some.ReportWithReceipt(), CancellationToken.None));
        await database.Meddle(
            """
            INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES ('sentinel-session', 'm-1', 9000000000000, 9000000000000);
            INSERT INTO links (token_hash, handle, expires_at) VALUES ('sentinel-link', 'amina', 9000000000000);
            INSERT INTO ceremonies (token_hash, kind, state, expires_at) VALUES ('sentinel-ceremony', 'sign-in', '', 9000000000000);
            INSERT INTO approvals (id, action, object, asked_by, expires_at) VALUES ('sentinel-approval', 'remove', 'm-2', 'm-1', 9000000000000);
            UPDATE reports SET claimed_by = 'm-1', claim_until = 9000000000000, claim_fence = 3;
            """);
    }

    static void Refused(Outcome outcome, int code, params string[] why)
    {
        foreach (var words in why)
            Assert.Contains(words, outcome.Remark, StringComparison.Ordinal);
        Assert.Equal((code, ""), (outcome.Code, outcome.Output));
    }

    static Task<T> Ask<T>(Database database, string sql) => database.Read(connection => connection.QuerySingleAsync<T>(sql), CancellationToken.None);

    [Fact]
    public async Task A_house_moves_to_another_database_and_what_must_not_does_not_come_alive()
    {
        await Live();
        var file = await vault.Made(Database);
        vault.Time.Advance(TimeSpan.FromHours(3));

        await With(async database =>
        {
            var said = await vault.Restored(database, file, "amina", "bek");

            Assert.Equal("The house of 2026-03-10 is back.\n", said.Output);
            foreach (var word in SaidAfterwards)
                Assert.Contains(word, said.Remark, StringComparison.Ordinal);
            foreach (var table in OfReports.Append("moderators"))
                Assert.Equal((table, await Count(table)), (table, await PlainRows.Count(database, table)));
            foreach (var table in LeftOut)
                Assert.Equal((table, 0), (table, await PlainRows.Count(database, table)));
            Assert.Equal("1000003", await Ask<string>(database, "SELECT CAST(claim_fence AS TEXT) FROM reports WHERE claimed_by IS NULL AND claim_until IS NULL"));
            var deed = (await new AuditLog(database).Page(null, CancellationToken.None)).Rows[0];
            Assert.Equal((AuditRow.Operator, "restore", $"key {vault.Key.Name}, 2026-03-10"), (deed.Actor, deed.Action, deed.Object));
            Assert.Null(await new AuditLog(database).Check(CancellationToken.None));
        });
        var made = (await new AuditLog(Database).Page(null, CancellationToken.None)).Rows[0];
        Assert.Equal((AuditRow.Operator, "backup", $"key {vault.Key.Name}"), (made.Actor, made.Action, made.Object));
    }

    [Fact]
    public Task A_house_that_began_in_a_SQLite_file_moves_in_here() => With(async database =>
    {
        await Migrator.Migrate(database, CancellationToken.None);
        await Live(database);
        var file = await vault.Made(database);

        await vault.Restored(Database, file, "amina");

        Assert.NotNull(await new ReceiptStore(Database).Find("lookup-1", vault.Time.GetUtcNow(), CancellationToken.None));
        Assert.Equal("amina", await Ask<string>(Database, "SELECT handle FROM moderators WHERE status = 'active'"));
        Assert.Equal(0, await Count("sessions"));
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
        Assert.True(await new ReportStore(Database).Insert(Some.Report("the-next", "envelope-2"), CancellationToken.None));
    });

    [Fact]
    public async Task Nothing_readable_lies_outside_the_seal_and_no_session_or_link_within()
    {
        await Live();
        var file = await vault.Made(Database);

        var (outside, within) = (Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), Encoding.Latin1.GetString(vault.Unsealed(file)));

        Assert.DoesNotContain("amina", outside, StringComparison.Ordinal);
        Assert.DoesNotContain("lookup-1", outside, StringComparison.Ordinal);
        Assert.Contains("amina", within, StringComparison.Ordinal);
        Assert.Contains("lookup-1", within, StringComparison.Ordinal);
        Assert.DoesNotContain("sentinel", within, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(OwnerOnly, File.GetUnixFileMode(file));
        Assert.Single(Directory.GetFiles(vault.Folder), one => one.Contains("one.backup", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_size_of_a_file_says_nothing_of_how_many_reports_there_are()
    {
        await Live();
        var empty = new FileInfo(await vault.Made(Database, "empty")).Length;
        foreach (var number in Enumerable.Range(0, 40))
            await new ReportStore(Database).Insert(Some.Report($"r-{number}", $"e-{number}"), CancellationToken.None);

        Assert.Equal(empty, new FileInfo(await vault.Made(Database, "full")).Length);
        Assert.Equal(BackupHead.Length + Chunks.Fewest * (long)Chunks.SealedLength, empty);
    }

    [Fact]
    public async Task What_is_taken_back_is_in_no_later_backup_not_even_a_byte()
    {
        await Live();
        var before = vault.Unsealed(await vault.Made(Database, "before"));
        await Database.Withdraw("lookup-1", new(2026, 3, 10));

        var after = await vault.Made(Database, "after");

        Assert.True(before.AsSpan().IndexOf("lookup-1"u8) > 0);
        Assert.True(before.AsSpan().IndexOf("envelope-1"u8) > 0);
        Assert.Equal(-1, vault.Unsealed(after).AsSpan().IndexOf("lookup-1"u8));
        Assert.Equal(-1, vault.Unsealed(after).AsSpan().IndexOf("envelope-1"u8));
        await With(async database =>
        {
            await vault.Restored(database, after, "amina", "bek");
            Assert.Equal(0, await PlainRows.Count(database, "reports"));
            Assert.Equal(1, await PlainRows.Count(database, "withdrawn"));
        });
    }

    [Fact]
    public async Task What_age_deletes_is_in_no_later_backup_and_what_grew_too_old_since_goes_before_anything_is_served()
    {
        await Live();
        await Database.Meddle("UPDATE reports SET active_on = '2025-09-15', opened_on = '2025-09-15'; UPDATE envelopes SET day = '2025-09-15'");
        await Database.Meddle("INSERT INTO housekeeping (job, ran_on, counted_on) VALUES ('retention', '2026-03-10', '2026-03-10')");
        var file = await vault.Made(Database);
        vault.Time.Advance(TimeSpan.FromDays(10));

        await With(async database =>
        {
            await vault.Restored(database, file, "amina", "bek");
            foreach (var table in OfReports)
                Assert.Equal(0, await PlainRows.Count(database, table));
        });
        await new Purge(Database).Run(vault.Time.GetUtcNow(), CancellationToken.None);
        Assert.Equal(-1, vault.Unsealed(await vault.Made(Database, "later")).AsSpan().IndexOf("lookup-1"u8));
    }

    [Fact]
    public async Task Who_was_removed_since_is_removed_again_with_every_key_sealed_to_them_before_anything_is_served()
    {
        await Live();
        var file = await vault.Made(Database);

        await With(async database =>
        {
            Refused(await vault.Restore(database, vault.Order(file) with { Team = null }), 2, "say who is on the team today", "Active on that day were: amina, bek", "--team amina,bek");
            Refused(await vault.Restore(database, vault.Order(file)), 2, "--team names nobody, so everybody would be removed", "amina, bek");
            Refused(await vault.Restore(database, vault.Order(file, "amina", "eve")), 2, "eve is not among those who were active");
            var said = await vault.Restored(database, file, "bek");

            Assert.Contains("Removed, for they are not on the team: amina.", said.Remark, StringComparison.Ordinal);
            Assert.Equal("bek", await Ask<string>(database, "SELECT handle FROM moderators WHERE status = 'active'"));
            Assert.Equal(0, await Ask<long>(database, "SELECT COUNT(*) FROM envelope_keys WHERE recipient_id = 'm-1'"));
        });
    }

    [Fact]
    public async Task A_backup_older_than_was_promised_is_put_back_only_by_who_says_so()
    {
        await Live();
        var file = await vault.Made(Database);
        vault.Time.Advance(TimeSpan.FromDays(15));

        await With(async database =>
        {
            Refused(await vault.Restore(database, vault.Order(file, "amina", "bek")), 2, "2026-03-10, more than 14 days ago", "breaks that promise", "--older-than-promised");
            Assert.Equal(0, (await vault.Restore(database, vault.Order(file, "amina", "bek") with { IsOlderThanPromised = true })).Code);
        });
    }

    [Fact]
    public async Task A_database_in_which_anything_was_done_is_not_touched()
    {
        await Live();
        var file = await vault.Made(Database);
        var before = await Ask<long>(Database, "SELECT COUNT(*) FROM audit");

        Refused(await vault.Restore(Database, vault.Order(file, "amina", "bek")), 2, "The database is not empty", "Database__ConnectionString");

        Assert.Equal(before, await Ask<long>(Database, "SELECT COUNT(*) FROM audit"));
        Assert.Equal(1, await PlainRows.Count(Database, "sessions"));
        await With(async database =>
        {
            await Migrator.Migrate(database, CancellationToken.None);
            await database.InsertLink("of the first start");
            await database.Meddle("INSERT INTO house (mark, value) VALUES ('first-month', '2026-04')");
            await vault.Restored(database, file, "amina", "bek");
            Assert.Equal(0, await PlainRows.Count(database, "house") + await PlainRows.Count(database, "links"));
        });
    }

    [Fact]
    public async Task What_breaks_in_the_midst_leaves_an_empty_database()
    {
        await Live();
        var file = await vault.Made(Database);
        await With(async database =>
        {
            await Assert.ThrowsAsync<IOException>(() => new MigrantBot.Storage.Dumping.Restoration(database).Restore(
                read => read(new(Inlet(file)), () => throw new IOException("The disk is gone.")), new HashSet<string> { "amina" }, "", vault.Time.GetUtcNow(), CancellationToken.None));
            await Migrator.Migrate(database, CancellationToken.None);
            foreach (var table in OfReports.Append("moderators").Append("audit"))
                Assert.Equal(0, await PlainRows.Count(database, table));
            await vault.Restored(database, file, "amina", "bek");
        });
    }

    /// <summary>What lies within the seal, behind the mark of its maker.</summary>
    MigrantBot.Storage.Dumping.Inlet Inlet(string file)
    {
        var stream = new MemoryStream(vault.Unsealed(file)) { Position = BackupHead.TagLength };
        return stream.ReadExactly;
    }

    [Fact]
    public async Task Another_pepper_or_another_maker_is_found_before_anything_is_done()
    {
        await Live();
        var file = await vault.Made(Database);
        var other = new Pepper([.. Enumerable.Repeat((byte)7, Pepper.Length)]);

        await With(async database =>
        {
            var verb = new MigrantBot.Backups.RestoreVerb(database, other, "pepper", vault.Time);
            Refused(await verb.Restore(vault.Order(file, "amina", "bek"), CancellationToken.None), 2, "pepper is not the pepper of the house", "--pepper-is-lost");
            var done = await verb.Restore(vault.Order(file, "amina", "bek") with { IsPepperLost = true }, CancellationToken.None);
            Assert.Contains("no receipt from before finds its report", done.Remark, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_database_with_which_nobody_has_worked_is_the_wrong_one_and_no_backup_is_made_of_it()
    {
        Refused(await vault.Backup(Database, "one.backup"), 2, "there is nothing to back up", "Database__ConnectionString");

        Assert.False(File.Exists(vault.File("one.backup")));
        Assert.Equal(0, await PlainRows.Count(Database, "audit"));
    }

    [Fact]
    public async Task Who_stops_a_backup_is_told_so_and_nothing_is_left()
    {
        await Live();
        var before = Directory.GetFiles(vault.Folder);
        using var stopping = new CancellationTokenSource();
        var making = new MigrantBot.Backups.BackupMaking(Database, vault.Pepper, bytes =>
        {
            System.Security.Cryptography.RandomNumberGenerator.Fill(bytes);
            stopping.Cancel();
        });

        Refused(await new MigrantBot.Backups.BackupVerb(Database, making, new(Database), vault.Time).Make(vault.File("one.backup"), new(vault.Key, vault.Folder), stopping.Token), 1, "Stopped");

        Assert.Equal(before.Order(), Directory.GetFiles(vault.Folder).Order());
        Assert.Equal(0, await PlainRows.Count(Database, "audit"));
    }

    [Fact]
    public void What_begins_with_a_dash_is_no_file_and_where_no_pepper_lies_no_backup_begins()
    {
        Assert.Equal("now.backup", BackupVerbs.FileIn(["now.backup"]));
        Assert.All(new string[][] { [], ["--help"], [""], ["one", "two"] }, words => Assert.Null(BackupVerbs.FileIn(words)));
        Assert.Contains("There is no pepper at", BackupVerbs.NoPepper(vault.File("pepper")), StringComparison.Ordinal);
        Assert.Null(BackupVerbs.NoPepper(vault.SheetA));
    }

    [Fact]
    public async Task A_file_that_is_there_is_never_written_over_and_a_folder_that_is_not_is_said()
    {
        await File.WriteAllTextAsync(vault.File("mine"), "dear to me");
        await Live();

        Refused(await vault.Backup(Database, "mine"), 2, "is there already and is not written over");
        Refused(await vault.Backup(Database, "no/such/folder"), 1, "cannot be written, and nothing was left there");
        Refused(await new MigrantBot.Backups.BackupVerb(Database, vault.Making(Database), new(Database), vault.Time).Make(vault.File("x"), null, CancellationToken.None), 2, "keys backup FOLDER");

        Assert.Equal("dear to me", await File.ReadAllTextAsync(vault.File("mine")));
        Assert.Equal(0, await PlainRows.Count(Database, "audit"));
    }
}

public sealed class BackupOnSqliteTests() : BackupContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class BackupOnPostgresTests(PostgresServer server) : BackupContract(new PostgresTestDatabase(server));
