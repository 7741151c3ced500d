using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantBot.Publications;

/// <summary>The chance of a running system: whole numbers that nobody can foresee, each equally likely.</summary>
static class CryptographicChance
{
    public static long Draw(long below)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(below);
        // The last, incomplete round of the numbers would make the first ones likelier.
        var (range, whole) = ((ulong)below, ulong.MaxValue - (ulong.MaxValue % (ulong)below));
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        while (true)
        {
            RandomNumberGenerator.Fill(bytes);
            if (BinaryPrimitives.ReadUInt64LittleEndian(bytes) is var drawn && drawn < whole)
                return (long)(drawn % range);
        }
    }
}
