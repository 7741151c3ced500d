using Dapper;
using MigrantBot.Backups;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Journeys;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

public sealed class NightlyBackupTests : IAsyncLifetime, IDisposable
{
    readonly SqliteTestDatabase home = new();
    readonly Vault vault = new();
    readonly Logbook<NightlyBackup> log = new();
    Database database = null!;
    string folder = "";

    public async Task InitializeAsync()
    {
        database = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        folder = Directory.CreateDirectory(vault.File("nights")).FullName;
    }

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        await home.DisposeAsync();
    }

    public void Dispose() => vault.Dispose();

    NightlyBackup New() => new(vault.Making(database), new(database), new(database), new(vault.Key, folder), vault.Time, log);

    Task<Night?> Clear() => new Purge(database).Run(vault.Time.GetUtcNow(), CancellationToken.None);

    async Task Night(NightlyBackup nightly)
    {
        vault.Time.Advance(TimeSpan.FromDays(1));
        await Clear();
        await nightly.Look(CancellationToken.None);
    }

    string[] Days() => [.. Directory.GetFiles(folder, "migrantbot-*.backup").Select(file => Path.GetFileName(file)[^17..^7]).Order()];

    [Fact]
    public async Task One_a_night_is_made_after_what_grew_too_old_is_deleted()
    {
        using var nightly = New();
        await nightly.Look(CancellationToken.None);
        Assert.Empty(Days());

        await Clear();
        await nightly.Look(CancellationToken.None);
        await nightly.Look(CancellationToken.None);

        Assert.Equal(["2026-03-10"], Days());
        Assert.StartsWith("Information: Tonight's backup is made: migrantbot-", Assert.Single(log.Lines), StringComparison.Ordinal);
        var deed = (await new AuditLog(database).Page(null, CancellationToken.None)).Rows[0];
        Assert.Equal((AuditRow.System, "backup", $"key {vault.Key.Name}"), (deed.Actor, deed.Action, deed.Object));
        Assert.True(vault.Unsealed(Directory.GetFiles(folder)[0]).Length > 0);
    }

    [Fact]
    public async Task After_fourteen_days_its_own_go_and_what_others_have_put_there_stays()
    {
        using var nightly = New();
        string[] others = ["migrantbot-00000000-2020-01-01.backup", "one.backup", "migrantbot.db"];
        foreach (var other in others)
            await File.WriteAllTextAsync(Path.Combine(folder, other), "");
        for (var night = 0; night < 20; night++)
            await Night(nightly);

        var own = Days().Where(day => day.StartsWith("2026", StringComparison.Ordinal)).ToList();
        Assert.Equal((14, "2026-03-17", "2026-03-30"), (own.Count, own[0], own[^1]));
        Assert.All(others, other => Assert.True(File.Exists(Path.Combine(folder, other))));
        Assert.DoesNotContain(log.Lines, line => !line.StartsWith("Information", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clock_that_leaps_ahead_takes_no_backup_away_that_is_young()
    {
        using var nightly = New();
        await Night(nightly);
        vault.Time.Advance(TimeSpan.FromDays(365));
        await Night(nightly);

        Assert.Equal(["2026-03-11", "2027-03-12"], Days());
    }

    [Fact]
    public async Task Two_processes_on_one_database_make_one()
    {
        await Clear();
        using var first = New();
        using var second = New();
        await Task.WhenAll(first.Look(CancellationToken.None), second.Look(CancellationToken.None));

        Assert.Single(Directory.GetFiles(folder));
        Assert.Single(log.Lines);
        Assert.Single((await new AuditLog(database).Page(null, CancellationToken.None)).Rows);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_an_error_that_says_what_to_do_and_is_made_up_for()
    {
        await Clear();
        using var nightly = New();
        Directory.Delete(folder);
        await nightly.Look(CancellationToken.None);
        await nightly.Look(CancellationToken.None);

        Assert.Equal(2, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.StartsWith($"Error: Tonight's backup could not be written to {folder}", line, StringComparison.Ordinal));
        Directory.CreateDirectory(folder);
        await nightly.Look(CancellationToken.None);
        Assert.Equal(["2026-03-10"], Days());
    }

    [Fact]
    public async Task A_database_that_does_not_answer_is_an_error_too_and_leaves_no_half_file()
    {
        await Clear();
        using var nightly = New();
        await database.Write((connection, transaction) => connection.ExecuteAsync("ALTER TABLE ngo_keys RENAME TO away", transaction: transaction), CancellationToken.None);
        await nightly.Look(CancellationToken.None);

        Assert.StartsWith("Error: Tonight's backup could not be made", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task It_begins_with_the_process_and_looks_again()
    {
        using var nightly = New();
        await nightly.StartAsync(CancellationToken.None);
        await vault.Time.SomebodyWaits(NightlyBackup.Every);
        await Clear();
        vault.Time.Advance(NightlyBackup.Every);
        await Eventually.True(() => Days() is ["2026-03-10"], () => string.Join('\n', log.Lines));
        await nightly.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("migrantbot-0123abcd-2026-03-10.backup", "2026-03-24", true)]
    [InlineData("migrantbot-0123abcd-2026-03-10.backup", "2026-03-23", false)]
    [InlineData("migrantbot-0123abcd-2026-03-10.backup.0123456789abcdef0123456789abcdef.part", "2026-03-11", true)]
    [InlineData("migrantbot-0123abcd-2026-03-10.backup.0123456789abcdef0123456789abcdef.part", "2026-03-10", false)]
    [InlineData("migrantbot-0123abcd-2026-03-10.backup.gz", "2026-12-24", false)]
    [InlineData("migrantbot-0123abcd-2026-13-10.backup", "2026-12-24", false)]
    [InlineData("migrantbot-99999999-2026-03-10.backup", "2026-12-24", false)]
    [InlineData("copy-of-migrantbot-0123abcd-2026-03-10.backup", "2026-12-24", false)]
    public void Only_files_that_it_made_itself_go(string name, string counted, bool isToGo) =>
        Assert.Equal(isToGo, new BackupNames("0123abcd45670123456789abcdef0123").IsToGo(name, DateOnly.Parse(counted, System.Globalization.CultureInfo.InvariantCulture)));
}
