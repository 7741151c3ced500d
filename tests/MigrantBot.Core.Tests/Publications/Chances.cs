using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Where the randomness of a test comes from.</summary>
static class Chances
{
    /// <summary>What a running system uses.</summary>
    internal static readonly Chance Cryptographic = below =>
    {
        Span<byte> bytes = stackalloc byte[8];
        return Below(below, ref bytes, (ref Span<byte> room) =>
        {
            RandomNumberGenerator.Fill(room);
            return BinaryPrimitives.ReadUInt64LittleEndian(room);
        });
    };

    delegate ulong Next<T>(ref T state) where T : allows ref struct;

    /// <summary>The same numbers for the same seed on every machine: xoshiro256** of Blackman and Vigna, begun by splitmix64.</summary>
    internal static Chance Seeded(ulong seed)
    {
        var state = new ulong[4];
        for (var part = 0; part < 4; part++)
        {
            seed += 0x9E3779B97F4A7C15;
            var mixed = (seed ^ (seed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            state[part] = mixed ^ (mixed >> 31);
        }

        return below => Below(below, ref state, static (ref ulong[] s) =>
        {
            var result = BitOperations.RotateLeft(s[1] * 5, 7) * 9;
            var shifted = s[1] << 17;
            s[2] ^= s[0];
            s[3] ^= s[1];
            s[1] ^= s[2];
            s[0] ^= s[3];
            s[2] ^= shifted;
            s[3] = BitOperations.RotateLeft(s[3], 45);
            return result;
        });
    }

    /// <summary>Makes every draw of the sampler zero, whatever its ε: the answers that its seven questions must get for that. Good for the noise of one publication.</summary>
    internal static Chance Still()
    {
        long[] answers = [0, 0, 0, 0, 0, 1, 1];
        var asked = 0;
        return below => Math.Min(answers[asked++ % answers.Length], below - 1);
    }

    /// <summary>Refuses the few numbers that would make some answers likelier than others.</summary>
    static long Below<T>(long below, ref T state, Next<T> next) where T : allows ref struct
    {
        var range = (ulong)below;
        var refused = ((ulong.MaxValue % range) + 1) % range;
        ulong number;
        do
            number = next(ref state);
        while (number > ulong.MaxValue - refused);
        return (long)(number % range);
    }
}
