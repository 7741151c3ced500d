using System.Diagnostics;

namespace MigrantBot.Tests.Journeys;

/// <summary>Waits for what another process does: looks again and again until it is so.</summary>
static class Eventually
{
    static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    public static Task True(Func<bool> isSo, Func<string> otherwise) => True(() => Task.FromResult(isSo()), otherwise);

    /// <param name="isSo">What is to come true.</param>
    /// <param name="otherwise">What to say where it did not.</param>
    /// <param name="within">The deadline, where what is waited for takes minutes by itself.</param>
    /// <param name="between">How often to look, where looking is work.</param>
    public static async Task True(Func<Task<bool>> isSo, Func<string> otherwise, TimeSpan? within = null, TimeSpan? between = null)
    {
        using var timer = new PeriodicTimer(between ?? Between);
        for (var begun = Stopwatch.GetTimestamp(); !await isSo(); await timer.WaitForNextTickAsync())
            if (Stopwatch.GetElapsedTime(begun) > (within ?? Patience.Long))
                throw new TimeoutException(otherwise());
    }
}
