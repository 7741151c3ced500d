namespace MigrantBot.Intake;

/// <summary>Keeps the promise of 30 minutes also while nobody writes: without it a quiet night would hold the evening's words.</summary>
sealed class Forgetting(Conversations conversations, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            conversations.ForgetOld();
    }
}
