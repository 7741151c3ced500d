using System.Buffers;

namespace MigrantBot.Intake;

/// <summary>
/// The framework borrows its buffers from pools that the whole process shares, and gives them back with what was in them: what came over TLS would lie
/// there for hours. Draining takes out and clears what lies there now; new buffers are made when they are needed.
/// </summary>
static class SharedPools
{
    const int Smallest = 16;

    /// <summary>Larger buffers are few, and of a text that is cleared by those who read it.</summary>
    const int Largest = 64 * 1024;

    /// <summary>Each pool keeps no more of a size than this for a processor.</summary>
    const int MostForProcessor = 32;

    /// <summary>Collects garbage first: what then is of the youngest generation was made anew, and shows that a pool has no more.</summary>
    public static void Drain()
    {
        GC.Collect();
        Drain<byte>(Largest);
        Drain<char>(Largest / sizeof(char));
    }

    static void Drain<T>(int largest)
    {
        for (var length = Smallest; length <= largest; length *= 2)
            for (var taken = 0; taken <= MostForProcessor * Environment.ProcessorCount; taken++)
            {
                var buffer = ArrayPool<T>.Shared.Rent(length);
                if (GC.GetGeneration(buffer) == 0)
                    break;
                Array.Clear(buffer);
            }
    }
}
