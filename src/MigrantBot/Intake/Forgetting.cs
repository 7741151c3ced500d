using MigrantBot.Intake.Flooding;

namespace MigrantBot.Intake;

/// <summary>
/// Keeps the promise of 30 minutes also while nobody writes: without it a quiet night would hold the evening's words. Whatever was let go of, here or by
/// sending, is then collected too, instead of lying in the process until more memory is needed; a fragment may outlast that until it is overwritten.
/// </summary>
sealed class Forgetting(Conversations conversations, Limits limits, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        for (var seen = 0L; await timer.WaitForNextTickAsync(stoppingToken); seen = Forget(seen)) { }
    }

    long Forget(long seen)
    {
        limits.ForgetYesterday();
        var turns = conversations.Turns;
        if (conversations.ForgetOld() || turns != seen)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return turns;
    }
}
