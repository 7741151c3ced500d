using MigrantBot.Core.Reporting;

namespace MigrantBot.Intake;

/// <summary>
/// Where those who come back wait for one another: one at a time in the order in which they came, so that no number of attempts at once exceeds what may be
/// tried. No more wait than somebody would wait for; who comes then is asked to come later.
/// </summary>
sealed class ReturningLane(TimeProvider time) : IDisposable
{
    /// <summary>Waiting or at work. Fewer than Telegram's channel handles chats at once, so that this lane alone never holds up all others.</summary>
    internal const int Most = 50;

    /// <summary>Between two attempts while the lane is narrow: about what an attempt costs, so that half a processor is the most that can be had.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(5);

    readonly SemaphoreSlim turn = new(1, 1);
    long? left;
    int inside;

    /// <summary>The attempt in its turn; "too often" without one where the lane is full.</summary>
    /// <param name="attempt">What is done for it.</param>
    /// <param name="isNarrow">Asked when the turn has come.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<Found> Wait(Func<Task<Found>> attempt, Func<bool> isNarrow, CancellationToken cancellation)
    {
        try
        {
            if (Interlocked.Increment(ref inside) > Most)
                return new Found.TooOften();
            await turn.WaitAsync(cancellation);
            try
            {
                if (isNarrow() && left is { } before && time.GetElapsedTime(before) is var rested && rested < Rest)
                    await Task.Delay(Rest - rested, time, cancellation);
                return await attempt();
            }
            finally
            {
                left = time.GetTimestamp();
                turn.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public void Dispose() => turn.Dispose();
}
