namespace MigrantBot.Channels.Telegram;

/// <summary>
/// The pause before another try. Once the process is to end nobody waits for one, so that a restart is quick just when Telegram cannot be reached: what is
/// not handled by then is not confirmed either, and comes again.
/// </summary>
sealed class Retries(TimeProvider time, Jitter jitter, IHostApplicationLifetime process)
{
    public bool AreOver => process.ApplicationStopping.IsCancellationRequested;

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="cancellation">Ends the waiting, as the end of the process does.</param>
    public async Task Pause(int attempt, CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, process.ApplicationStopping);
        await Task.Delay(Pauses.After(attempt, jitter()), time, either.Token);
    }
}
