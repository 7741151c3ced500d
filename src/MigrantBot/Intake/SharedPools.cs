using System.Buffers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace MigrantBot.Intake;

/// <summary>
/// The framework borrows its buffers from pools that the whole process shares, and gives them back with what was in them: what came over TLS would lie
/// there for hours. Draining takes out and clears what lies there now; new buffers are made when they are needed. The stack of a thread that goes on
/// with small work keeps just as long what greater work has left further down: that is cleared, too.
/// </summary>
static class SharedPools
{
    const int Smallest = 16;

    /// <summary>Larger buffers are few, and of a text that is cleared by those who read it.</summary>
    const int Largest = 64 * 1024;

    /// <summary>Each pool keeps no more of a size than this for a processor.</summary>
    const int MostForProcessor = 32;

    /// <summary>Deeper than that no work of ours goes.</summary>
    const int StackBelow = 128 * 1024;

    static readonly TimeSpan Briefly = TimeSpan.FromMilliseconds(50);

    /// <summary>Collects garbage first: what then is of the youngest generation was made anew, and shows that a pool has no more.</summary>
    public static void Drain()
    {
        GC.Collect();
        Drain<byte>(Largest);
        Drain<char>(Largest / sizeof(char));
        ClearStacks();
    }

    /// <summary>Of the threads that work is given to: each that has begun stays until the others have, so that none takes the turn of another.</summary>
    static void ClearStacks()
    {
        ClearStack();
        var begun = new CountdownEvent(Math.Max(1, ThreadPool.ThreadCount));
        for (var left = begun.InitialCount; left > 0; left--)
            ThreadPool.UnsafeQueueUserWorkItem(
                static begun =>
                {
                    ClearStack();
                    begun.Signal();
                    begun.Wait(Briefly);
                },
                begun, preferLocal: false);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void ClearStack()
    {
        Span<byte> below = stackalloc byte[StackBelow];
        CryptographicOperations.ZeroMemory(below);
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
