namespace MigrantBot.Intake;

/// <summary>A map in memory that forgets: each entry some time after it was last kept, and the oldest one when it is full. Safe for many threads.</summary>
sealed class Forgetful<TKey, TValue>(int most, TimeSpan after, TimeProvider time) where TKey : notnull
{
    readonly Lock gate = new();
    readonly Dictionary<TKey, LinkedListNode<(TKey Key, TValue Value, long KeptAt)>> entries = [];
    readonly LinkedList<(TKey Key, TValue Value, long KeptAt)> byAge = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                DropOld();
                return entries.Count;
            }
        }
    }

    public TValue? Recall(TKey key)
    {
        lock (gate)
        {
            DropOld();
            return entries.TryGetValue(key, out var entry) ? entry.Value.Value : default;
        }
    }

    public void Keep(TKey key, TValue value)
    {
        lock (gate)
        {
            DropOld();
            Drop(key);
            while (entries.Count >= most)
                Drop(byAge.First!.Value.Key);
            entries[key] = byAge.AddLast((key, value, time.GetTimestamp()));
        }
    }

    public void Forget(TKey key)
    {
        lock (gate)
            Drop(key);
    }

    /// <summary>Forgets what is due although nobody asks. True where there was any.</summary>
    public bool Sweep()
    {
        lock (gate)
        {
            var before = entries.Count;
            DropOld();
            return entries.Count < before;
        }
    }

    void DropOld()
    {
        while (byAge.First is { } oldest && time.GetElapsedTime(oldest.Value.KeptAt) >= after)
            Drop(oldest.Value.Key);
    }

    void Drop(TKey key)
    {
        if (entries.Remove(key, out var entry))
            byAge.Remove(entry);
    }
}
