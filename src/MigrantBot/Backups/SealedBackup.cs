using System.Security.Cryptography;
using MigrantBot.Custody;
using MigrantBot.Sealing;
using MigrantBot.Storage.Dumping;

namespace MigrantBot.Backups;

/// <summary>A backup whose seal is open. What it holds is read from its beginning as often as somebody asks.</summary>
sealed class SealedBackup : IDisposable
{
    readonly FileStream file;
    readonly byte[] key;

    SealedBackup(FileStream file, BackupHead head, byte[] key) => (this.file, Head, this.key) = (file, head, key);

    public BackupHead Head { get; }

    /// <summary>The backup; or why it does not open.</summary>
    public static (SealedBackup? Backup, Outcome? Refused) Open(string path, ECDiffieHellman pair)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read);
            if (!file.CanSeek)
                return (null, Outcome.ToMend($"{path} is a pipe, and a backup is read more than once. Name the file itself."));
            var bytes = new byte[BackupHead.Length];
            var (head, refusal) = Read(bytes.AsSpan(..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
            if (head is null)
                return (null, Outcome.ToMend($"{path} {refusal}"));
            if (head.KeyName != BackupKey.Of(pair).Name)
                return (null, Outcome.ToMend($"{path} is sealed to the backup key {head.KeyName}, and these sheets are of {BackupKey.Of(pair).Name}. Look for the two sheets of {head.KeyName}."));
            if (head.OpenKey(pair) is not { } key)
                return (null, Outcome.ToMend($"{path} {Chunks.Changed}"));
            var opened = new SealedBackup(file, head, key);
            file = null;
            return (opened, null);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, Outcome.ToMend($"{path} cannot be read ({failure.Message}) Name a file that is there and yours to read."));
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>True where who made it had this pepper.</summary>
    public bool IsOf(Pepper pepper)
    {
        using var chunks = new ChunkOpener(file, Head, key);
        return CryptographicOperations.FixedTimeEquals(TagIn(chunks), Head.TagOf(pepper, key));
    }

    /// <summary>Hands over what it holds, and after that a way to make sure that it ends there.</summary>
    public async Task<T> Read<T>(Func<DumpReader, Action, Task<T>> read)
    {
        using var chunks = new ChunkOpener(file, Head, key);
        TagIn(chunks);
        return await read(new DumpReader(chunks.Read), chunks.Finish);
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(key);
        file.Dispose();
    }

    static (BackupHead? Head, string? Refusal) Read(ReadOnlySpan<byte> bytes) => BackupHead.TryRead(bytes, out var head, out var refusal) ? (head, null) : (null, refusal);

    static byte[] TagIn(ChunkOpener chunks)
    {
        var tag = new byte[BackupHead.TagLength];
        chunks.Read(tag);
        return tag;
    }
}
