using System.Security.Cryptography;

namespace MigrantBot.Storage.Dumping;

/// <summary>
/// How many rows a table has and what they are, whatever their order: databases do not sort letters alike. The seal already shows what was changed on the way; this
/// shows what a database did not take as it was.
/// </summary>
sealed class TableSum
{
    readonly byte[] digest = new byte[SHA256.HashSizeInBytes];

    public long Rows { get; private set; }

    /// <summary>The SHA-256 of all rows, by XOR. No two rows of a table are alike, for each has its key.</summary>
    public ReadOnlySpan<byte> Digest => digest;

    public void Add(ReadOnlySpan<byte> row)
    {
        Rows++;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        for (var index = 0; index < hash.Length; index++)
            digest[index] ^= hash[index];
    }

    public bool Is(long rows, ReadOnlySpan<byte> other) => Rows == rows && other.SequenceEqual(digest);
}
