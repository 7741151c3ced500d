using System.Numerics;
using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>Writes the parts of a backup, one at a time in memory.</summary>
sealed class ChunkSealer : IDisposable
{
    readonly Stream file;
    readonly AesGcm aes;
    readonly byte[] head;
    readonly byte[] text = new byte[Chunks.Length];
    readonly byte[] sealedText = new byte[Chunks.SealedLength];
    int filled;
    long number;

    public ChunkSealer(Stream file, BackupHead head, ReadOnlySpan<byte> fileKey)
    {
        this.file = file;
        this.head = SHA256.HashData(head.Bytes);
        aes = new AesGcm(fileKey, Gcm.TagLength);
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (filled == text.Length)
                Seal(isLast: false);
            var part = Math.Min(bytes.Length, text.Length - filled);
            bytes[..part].CopyTo(text.AsSpan(filled));
            filled += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>Fills up with zeros to the size that the file has to have, and marks the last part.</summary>
    public void Finish()
    {
        text.AsSpan(filled).Clear();
        var all = Math.Max(Chunks.Fewest, (long)BitOperations.RoundUpToPowerOf2((ulong)number + 1));
        while (number < all)
        {
            Seal(isLast: number == all - 1);
            text.AsSpan().Clear();
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(text);
        aes.Dispose();
    }

    void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[Gcm.NonceLength];
        Chunks.WriteNonce(nonce, number++, isLast);
        aes.Encrypt(nonce, text, sealedText.AsSpan(..Chunks.Length), sealedText.AsSpan(Chunks.Length..), head);
        file.Write(sealedText);
        filled = 0;
    }
}
