using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>Whatever is done to a file, or brought instead of it, has its own sentence, and the database stays as it is.</summary>
public sealed class DamageTests : IAsyncLifetime, IDisposable
{
    readonly SqliteTestDatabase home = new();
    readonly SqliteTestDatabase elsewhere = new();
    readonly Vault vault = new();
    Database empty = null!;
    byte[] good = [];
    byte[] another = [];

    public async Task InitializeAsync()
    {
        await using var database = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        await new ReportStore(database).Insert(Some.ReportWithReceipt(), CancellationToken.None);
        good = await File.ReadAllBytesAsync(await vault.Made(database));
        another = await File.ReadAllBytesAsync(await vault.Made(database, "two.backup"));
        empty = await Database.Open(await elsewhere.Create(), CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await empty.DisposeAsync();
        await home.DisposeAsync();
        await elsewhere.DisposeAsync();
    }

    public void Dispose() => vault.Dispose();

    async Task Refused(byte[] bytes, string why)
    {
        await File.WriteAllBytesAsync(vault.File("bad"), bytes);
        var outcome = await vault.Restore(empty, vault.Order(vault.File("bad")));
        Assert.NotEqual(0, outcome.Code);
        Assert.Contains(why, outcome.Remark, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    async Task NothingIsLost()
    {
        await Migrator.Migrate(empty, CancellationToken.None);
        Assert.Equal(0, await PlainRows.Count(empty, "reports"));
        await vault.Restored(empty, vault.File("one.backup"));
        Assert.Equal(1, await PlainRows.Count(empty, "reports"));
    }

    static int Chunk(int number) => BackupHead.Length + number * Chunks.SealedLength;

    [Fact]
    public async Task A_flipped_bit_is_found_in_every_region()
    {
        foreach (var (at, why) in new[]
        {
            (0, "is no backup of this program"), (7, "is no backup of this program"), (8, "was made by a newer version"), (9, "was changed or damaged"), (18, "was changed or damaged"),
            (19, "Look for the two sheets of"), (28, "Look for the two sheets of"), (29, "was changed or damaged"), (32, "was changed or damaged"), (33, "was changed or damaged"), (97, "was changed or damaged"),
            (98, "was changed or damaged"), (145, "was changed or damaged"),
            (Chunk(0), "was changed or damaged"), (Chunk(0) + Chunks.Length, "was changed or damaged"), (Chunk(1) - 1, "was changed or damaged"), (Chunk(31) + 9, "was changed or damaged"),
            (Chunk(63), "was changed or damaged"), (Chunk(64) - 1, "was changed or damaged"),
        })
        {
            var bytes = good.ToArray();
            bytes[at] ^= 1;
            await Refused(bytes, why);
        }
        await NothingIsLost();
    }

    [Fact]
    public async Task A_file_that_was_cut_is_found_at_every_boundary_and_between()
    {
        Assert.Equal(Chunk(Chunks.Fewest), good.Length);
        foreach (var number in Enumerable.Range(0, Chunks.Fewest))
            await Refused(good[..Chunk(number)], "was cut on the way");
        foreach (var length in new[] { 9, 40, BackupHead.Length - 1, BackupHead.Length + 1, Chunk(1) - 1, Chunk(1) + 1, good.Length - 1 })
            await Refused(good[..length], "was cut on the way");
        await Refused([], "is no backup of this program");
        await NothingIsLost();
    }

    [Fact]
    public async Task Parts_that_were_exchanged_added_or_brought_from_another_file_are_found()
    {
        byte[] Part(byte[] file, int number) => file[Chunk(number)..Chunk(number + 1)];
        await Refused([.. good[..Chunk(1)], .. Part(good, 2), .. Part(good, 1), .. good[Chunk(3)..]], "was changed or damaged");
        await Refused([.. good[..Chunk(5)], .. good[Chunk(6)..]], "was changed or damaged");
        await Refused([.. good[..Chunk(1)], .. Part(another, 1), .. good[Chunk(2)..]], "was changed or damaged");
        await Refused([.. another[..BackupHead.Length], .. good[BackupHead.Length..]], "was changed or damaged");
        await Refused([.. good, .. Part(good, 63)], "has something added after its end");
        await Refused([.. good, 0], "has something added after its end");
        await NothingIsLost();
    }

    [Fact]
    public async Task Wrong_sheets_and_wrong_files_have_their_own_sentences()
    {
        using var other = new Vault();
        using var recovery = new Vault(SheetKind.Recovery);
        var order = vault.Order(vault.File("one.backup"));
        async Task Says(MigrantBot.Backups.RestoreOrder asked, string why)
        {
            var outcome = await vault.Restore(empty, asked);
            Assert.Contains(why, outcome.Remark, StringComparison.Ordinal);
            Assert.Equal((2, ""), (outcome.Code, outcome.Output));
        }

        await Says(order with { SheetA = other.SheetA, SheetB = other.SheetB }, $"is sealed to the backup key {vault.Key.Name}, and these sheets are of {other.Key.Name}");
        await Says(order with { SheetB = other.SheetB }, "do not belong together");
        await Says(order with { SheetA = recovery.SheetA }, "is a sheet of a recovery key, which opens reports. Here one of a backup key, which opens backups, is needed");
        await Says(order with { SheetA = vault.SheetB }, "is sheet B, and was named as sheet A");
        await Says(order with { SheetA = vault.File("nowhere") }, "cannot be read");
        await Says(order with { File = vault.File("nowhere") }, "cannot be read");
        await Says(order with { File = vault.SheetA }, "is no backup of this program");
        vault.Time.Advance(TimeSpan.FromDays(-3));
        await Says(order, "Set the clock right first");
        vault.Time.Advance(TimeSpan.FromDays(3));
        await NothingIsLost();
    }

    [Fact]
    public void The_sheet_of_a_backup_key_opens_no_reports()
    {
        using var recovery = new Vault(SheetKind.Recovery);
        Assert.Contains("is a sheet of a backup key", Sheets.Join(vault.SheetA, vault.SheetB, SheetKind.Recovery).Refused!.Remark, StringComparison.Ordinal);
        var renamed = vault.File("renamed");
        File.WriteAllText(renamed, File.ReadAllText(vault.SheetA).Replace("Backup sheet", "Sheet", StringComparison.Ordinal));
        Assert.Contains("line 1 is mistyped", Sheets.Join(renamed, vault.SheetB, SheetKind.Recovery).Refused!.Remark, StringComparison.Ordinal);
    }
}
