using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake.Flooding;

/// <summary>
/// Tells floods from people in need as well as it can be told, and refuses nobody: what looks like a flood stands lower in the queue. Everything is in
/// memory and forgotten when the day ends; no number is shown anywhere. Safe for many threads.
/// </summary>
sealed class Limits(TimeProvider time)
{
    /// <summary>What one person may have to tell on one day.</summary>
    internal const int MostADay = 3;

    readonly Lock gate = new();
    readonly Traffic traffic = new(time);
    Today today = new(DayOf(time), time);

    /// <summary>How many senders and reports of today are known.</summary>
    internal (int Senders, int Reports) Known
    {
        get
        {
            lock (gate)
                return (today.Senders, today.Reports);
        }
    }

    /// <summary>True while far more comes than usual.</summary>
    internal bool IsSlow
    {
        get
        {
            lock (gate)
                return traffic.IsSlow();
        }
    }

    /// <summary>Weighs a report that is about to be stored. The same report again gets the same answer and counts for nothing.</summary>
    /// <param name="report">Its id.</param>
    /// <param name="sender">Null where nobody can tell one sender from another, as on the web.</param>
    /// <param name="words">Its scrubbed words; null where there are none, or nobody here can read them.</param>
    public FloodLevel Submitted(string report, ChatKey? sender, Words? words)
    {
        lock (gate)
        {
            ForgetYesterday();
            if (today.Recall(report) is { } known)
                return known;
            var nth = sender is { } one ? today.Count(one) : 1;
            var isRepeated = words is not null && today.IsRepeated(words);
            // One chat alone must not slow down everybody.
            if (nth <= MostADay)
                traffic.Count();
            var level = Weigh(nth, isRepeated, traffic.IsSlow());
            today.Remember(report, level);
            return level;
        }
    }

    /// <summary>Lets go of yesterday although nobody sends anything.</summary>
    public void ForgetYesterday()
    {
        lock (gate)
            if (DayOf(time) is var day && day != today.Day)
            {
                today.End();
                today = new(day, time);
            }
    }

    internal static FloodLevel Weigh(int nth, bool isRepeated, bool isSlow) => isSlow
        ? isRepeated || nth > 1 ? FloodLevel.Repeated : FloodLevel.DuringFlood
        : isRepeated || nth > MostADay ? FloodLevel.Repeated : FloodLevel.None;

    static DateOnly DayOf(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
}
