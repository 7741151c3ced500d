using MigrantBot.Intake.Flooding;

namespace MigrantBot.Intake;

/// <summary>
/// Keeps the promise of 30 minutes also while nobody writes: without it a quiet night would hold the evening's words. Whatever was let go of, here or by
/// sending, is then cleared and collected too, instead of lying in the process until more memory is needed: two minutes after the last turn nothing is
/// left of it but what is remembered by intention.
/// </summary>
sealed class Forgetting(Conversations conversations, Limits limits, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Connections close, and threads end, only some time after the last turn; what they let go of is collected in these rounds.</summary>
    const int RoundsAfter = 4;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        for (var (seen, left) = (0L, 0); await timer.WaitForNextTickAsync(stoppingToken);)
        {
            limits.ForgetYesterday();
            var turns = conversations.Turns;
            left = conversations.ForgetOld() || turns != seen ? RoundsAfter : left - 1;
            seen = turns;
            if (left > 0)
            {
                SharedPools.Drain();
                FreedMemory.Clear();
            }
        }
    }
}
