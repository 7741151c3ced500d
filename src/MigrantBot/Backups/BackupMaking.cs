using System.Globalization;
using System.Security.Cryptography;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Dumping;

namespace MigrantBot.Backups;

/// <summary>Writes the whole database into a sealed file, while the others go on working. What it takes in memory does not grow with the database.</summary>
sealed class BackupMaking(Database database, Pepper pepper, Randomness random)
{
    const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>How the audit names a backup: by its key.</summary>
    public static string About(BackupKey key) => $"key {key.Name}";

    public static string About(BackupHead head) => string.Create(CultureInfo.InvariantCulture, $"key {head.KeyName}, {head.Day:yyyy-MM-dd}");

    /// <summary>Writes it aside, whole and on the disk; what breaks off leaves nothing. The name aside is for <see cref="File.Move(string, string)"/>.</summary>
    public async Task<string> WriteAside(string path, BackupKey key, DateOnly day, CancellationToken cancellation)
    {
        var aside = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        try
        {
            await using (var file = new FileStream(aside, options))
            {
                await Write(file, key, day, cancellation);
                file.Flush(flushToDisk: true);
            }
            return aside;
        }
        catch
        {
            if (File.Exists(aside))
                File.Delete(aside);
            throw;
        }
    }

    Task<bool> Write(Stream file, BackupKey key, DateOnly day, CancellationToken cancellation) => database.Snapshot(async (connection, transaction) =>
    {
        var migrations = await Dump.Migrations(connection, transaction);
        var (head, fileKey) = BackupHead.Make(day, key, migrations[^1].Number, random);
        try
        {
            // Where the database breaks it off and begins anew, nothing of the first time may stand before it.
            file.SetLength(0);
            file.Write(head.Bytes);
            using var chunks = new ChunkSealer(file, head, fileKey);
            chunks.Write(head.TagOf(pepper, fileKey));
            await Dump.Write(connection, transaction, migrations, chunks.Write, cancellation);
            chunks.Finish();
            return true;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(fileKey);
        }
    }, cancellation);
}
