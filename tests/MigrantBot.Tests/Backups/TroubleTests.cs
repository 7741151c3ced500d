using MigrantBot.Storage;
using MigrantBot.Tests.Intake;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>What a database may do in the midst of a backup or a restore, and what its operator hears of it.</summary>
public sealed class TroubleTests : IAsyncLifetime, IDisposable
{
    readonly SqliteTestDatabase home = new();
    readonly SqliteTestDatabase elsewhere = new();
    readonly Vault vault = new();
    Database full = null!;
    Database empty = null!;

    public async Task InitializeAsync()
    {
        full = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(full, CancellationToken.None);
        await new ModeratorStore(full).Insert(Some.Moderator(), CancellationToken.None);
        Assert.True(await new ReportStore(full).Insert(Some.ReportWithReceipt(), CancellationToken.None));
        empty = await Database.Open(await elsewhere.Create(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await full.DisposeAsync();
        await empty.DisposeAsync();
        await home.DisposeAsync();
        await elsewhere.DisposeAsync();
    }

    public void Dispose() => vault.Dispose();

    [Fact]
    public async Task What_is_broken_off_and_begun_anew_is_a_whole_backup_and_a_whole_house()
    {
        var file = await vault.Made(new CountingDatabase(full) { BreaksOff = true });
        await vault.Restored(new CountingDatabase(empty) { BreaksOff = true }, file, "amina");

        Assert.Equal((1, 1), (await PlainRows.Count(empty, "reports"), await PlainRows.Count(empty, "moderators")));
        Assert.Equal("restore", Assert.Single((await new AuditLog(empty).Page(null, CancellationToken.None)).Rows).Action);
    }

    [Fact]
    public async Task A_house_is_back_also_where_its_files_could_not_be_cleared_and_that_is_said()
    {
        var said = await vault.Restored(new CountingDatabase(empty) { Fails = true }, await vault.Made(full), "amina");

        Assert.Equal("The house of 2026-03-10 is back.\n", said.Output);
        Assert.StartsWith("What was deleted may still lie in the files of the database (The disk is gone.)", said.Remark, StringComparison.Ordinal);
        Assert.Equal(1, await PlainRows.Count(empty, "reports"));
    }
}
