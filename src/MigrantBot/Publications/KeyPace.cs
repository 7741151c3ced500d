namespace MigrantBot.Publications;

/// <summary>
/// How often each key was used in the last minute; all wrong ones together count as one, so guessing is slow and right keys do not feel it. Held in memory,
/// by the id of the key: nothing about who sent it. Safe for many threads.
/// </summary>
sealed class KeyPace(TimeProvider time)
{
    public const int MostInAMinute = 60;

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly Dictionary<string, Queue<long>> used = [];

    /// <summary>Counts one more use and gives null; or counts nothing and says how long to wait.</summary>
    public TimeSpan? Take(string key)
    {
        lock (gate)
        {
            if (!used.TryGetValue(key, out var times))
                used.Add(key, times = []);
            while (times.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Minute)
                times.Dequeue();
            if (times.Count >= MostInAMinute)
                return Minute - time.GetElapsedTime(times.Peek());
            times.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
