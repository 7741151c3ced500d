using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// Reads the parts of a backup, one at a time in memory. What does not hold is an <see cref="InvalidDataException"/>, whose message is the end of a sentence that
/// begins with the file's name.
/// </summary>
sealed class ChunkOpener : IDisposable
{
    readonly Stream file;
    readonly AesGcm aes;
    readonly byte[] head;
    readonly byte[] text = new byte[Chunks.Length];
    readonly byte[] sealedText = new byte[Chunks.SealedLength];
    int taken = Chunks.Length;
    long number;
    bool isOver;

    public ChunkOpener(Stream file, BackupHead head, ReadOnlySpan<byte> fileKey)
    {
        this.file = file;
        this.head = SHA256.HashData(head.Bytes);
        aes = new AesGcm(fileKey, Gcm.TagLength);
        file.Position = head.Bytes.Length;
    }

    /// <summary>Fills the span.</summary>
    public void Read(Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            if (taken == text.Length)
                Next();
            var part = Math.Min(bytes.Length, text.Length - taken);
            text.AsSpan(taken, part).CopyTo(bytes);
            taken += part;
            bytes = bytes[part..];
        }
    }

    /// <summary>From here to the end there must be zeros, and the end.</summary>
    public void Finish()
    {
        while (true)
        {
            if (text.AsSpan(taken).ContainsAnyExcept((byte)0))
                throw new InvalidDataException(Chunks.Changed);
            taken = text.Length;
            if (isOver)
                return;
            Next();
        }
    }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(text);
        aes.Dispose();
    }

    void Next()
    {
        var left = file.Length - file.Position;
        if (isOver || left < Chunks.SealedLength)
            throw new InvalidDataException(Chunks.Cut);
        file.ReadExactly(sealedText);
        isOver = left == Chunks.SealedLength;
        if (!Open(isOver))
            throw new InvalidDataException(!Open(!isOver) ? Chunks.Changed : isOver ? Chunks.Cut : Chunks.Lengthened);
        number++;
        taken = 0;
    }

    bool Open(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[Gcm.NonceLength];
        Chunks.WriteNonce(nonce, number, isLast);
        try
        {
            aes.Decrypt(nonce, sealedText.AsSpan(..Chunks.Length), sealedText.AsSpan(Chunks.Length..), text, head);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
