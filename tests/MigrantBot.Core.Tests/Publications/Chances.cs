using System.Numerics;
using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>Where the randomness of a test comes from.</summary>
static class Chances
{
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

        Func<ulong> next = Next;
        return below => Below(below, next);

        ulong Next()
        {
            var result = BitOperations.RotateLeft(state[1] * 5, 7) * 9;
            var shifted = state[1] << 17;
            state[2] ^= state[0];
            state[3] ^= state[1];
            state[1] ^= state[2];
            state[0] ^= state[3];
            state[2] ^= shifted;
            state[3] = BitOperations.RotateLeft(state[3], 45);
            return result;
        }
    }

    /// <summary>Makes every draw of the sampler zero, whatever its ε: the answers that its seven questions must get for that. Good for the noise of one publication.</summary>
    internal static Chance Still()
    {
        long[] answers = [0, 0, 0, 0, 0, 1, 1];
        var asked = 0;
        return below => Math.Min(answers[asked++ % answers.Length], below - 1);
    }

    /// <summary>Lemire's way: the upper half of a product, refused in the few cases that would make some answers likelier than others.</summary>
    static long Below(long below, Func<ulong> next)
    {
        var range = (ulong)below;
        var answer = Math.BigMul(next(), range, out var rest);
        if (rest < range)
            for (var refused = (0 - range) % range; rest < refused;)
                answer = Math.BigMul(next(), range, out rest);
        return (long)answer;
    }
}
