using System.Security.Cryptography;
using MigrantBot.Backups;
using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Backups;

/// <summary>A backup key on its two sheets, a pepper and a folder; whoever has it makes backups and puts them back.</summary>
sealed class Vault : IDisposable
{
    readonly TemporaryFolder folder = new();

    public Vault(SheetKind kind = SheetKind.Backup)
    {
        var (publicKey, a, b) = PaperKey.Make(RandomNumberGenerator.Fill, kind);
        Key = BackupKey.Read(Convert.ToBase64String(publicKey))!;
        System.IO.File.WriteAllText(SheetA, a.Write());
        System.IO.File.WriteAllText(SheetB, b.Write());
    }

    public static Vault Open() => new();

    public FakeTime Time { get; init; } = new(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

    public Pepper Pepper { get; init; } = new(new byte[Pepper.Length]);

    public BackupKey Key { get; }

    public string Folder => folder.Root;

    public string SheetA => folder.File("sheet-a.txt");

    public string SheetB => folder.File("sheet-b.txt");

    public string File(string name) => folder.File(name);

    public BackupMaking Making(Database database) => new(database, Pepper, RandomNumberGenerator.Fill);

    public Task<Outcome> Backup(Database database, string name) =>
        new BackupVerb(database, Making(database), new(database), Time).Make(File(name), new(Key, Folder), CancellationToken.None);

    public async Task<string> Made(Database database, string name = "one.backup")
    {
        var outcome = await Backup(database, name);
        Assert.True(outcome.Code == 0, outcome.Remark);
        return File(name);
    }

    public RestoreOrder Order(string file, params string[] team) => new(file, SheetA, SheetB) { Team = team };

    public Task<Outcome> Restore(Database database, RestoreOrder order) =>
        new RestoreVerb(database, Pepper, "pepper", Time).Restore(order, CancellationToken.None);

    public async Task<Outcome> Restored(Database database, string file, params string[] team)
    {
        var outcome = await Restore(database, Order(file, team));
        Assert.True(outcome.Code == 0, outcome.Remark);
        return outcome;
    }

    /// <summary>All that lies within the seal.</summary>
    public byte[] Unsealed(string file)
    {
        using var pair = Sheets.Join(SheetA, SheetB, SheetKind.Backup).Pair!;
        using var stream = System.IO.File.OpenRead(file);
        var bytes = new byte[BackupHead.Length];
        stream.ReadExactly(bytes);
        Assert.True(BackupHead.TryRead(bytes, out var head, out _));
        using var chunks = new ChunkOpener(stream, head, head.OpenKey(pair)!);
        var all = new byte[(stream.Length - BackupHead.Length) / Chunks.SealedLength * Chunks.Length];
        chunks.Read(all);
        chunks.Finish();
        return all;
    }

    public void Dispose() => folder.Dispose();
}
