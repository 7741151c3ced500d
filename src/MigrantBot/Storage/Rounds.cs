namespace MigrantBot.Storage;

/// <summary>
/// Work of the background: looked after when the process starts, and every so often from then on. An edge: whatever fails in one look is said, and tried again
/// at the next.
/// </summary>
abstract class Rounds(TimeSpan every, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, time);
        do
            await Look(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task Look(CancellationToken cancellation)
    {
        try
        {
            await Work(cancellation);
        }
        catch (Exception trouble) when (trouble is not OperationCanceledException)
        {
            NotDone(trouble);
        }
    }

    protected abstract Task Work(CancellationToken cancellation);

    /// <summary>Says it to the operator, with what to do; never with what somebody wrote.</summary>
    protected abstract void NotDone(Exception trouble);
}
