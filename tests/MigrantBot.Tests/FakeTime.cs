namespace MigrantBot.Tests;

/// <summary>Time that moves only when told to, and fires the timers on its way in their order.</summary>
sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Timer> timers = [];
    readonly List<(int Count, TaskCompletionSource Reached)> watchers = [];
    DateTimeOffset now = start;

    public FakeTime() : this(new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)) { }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Done as soon as somebody waits for a moment at least this far away.</summary>
    public Task SomebodyWaits(TimeSpan atLeast)
    {
        lock (gate)
        {
            if (timers.Any(timer => timer.Due >= now + atLeast))
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            watchers.Add(((int)atLeast.TotalMilliseconds, reached));
            return reached.Task.WaitAsync(Patience.Long);
        }
    }

    public void Advance(TimeSpan by)
    {
        DateTimeOffset end;
        lock (gate)
            end = now + by;
        while (Next(end) is { } due)
            due.Fire();
    }

    Timer? Next(DateTimeOffset end)
    {
        lock (gate)
        {
            var due = timers.Where(timer => timer.Due <= end).MinBy(timer => timer.Due);
            now = due is null ? end : due.Due > now ? due.Due.Value : now;
            if (due is not null)
            {
                due.Due = due.Period > TimeSpan.Zero ? due.Due + due.Period : null;
                if (due.Due is null)
                    timers.Remove(due);
            }
            return due;
        }
    }

    sealed class Timer(FakeTime time, Action fire) : ITimer
    {
        public DateTimeOffset? Due { get; set; }
        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var isDueNow = false;
            lock (time.gate)
            {
                time.timers.Remove(this);
                Period = period;
                Due = null;
                if (dueTime == TimeSpan.Zero)
                    isDueNow = true;
                else if (dueTime > TimeSpan.Zero)
                {
                    Due = time.now + dueTime;
                    time.timers.Add(this);
                    foreach (var watcher in time.watchers.Where(one => dueTime.TotalMilliseconds >= one.Count).ToList())
                    {
                        time.watchers.Remove(watcher);
                        watcher.Reached.TrySetResult();
                    }
                }
            }
            if (isDueNow)
                fire();
            return true;
        }

        public void Dispose()
        {
            lock (time.gate)
                time.timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
