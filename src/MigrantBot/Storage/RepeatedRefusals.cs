namespace MigrantBot.Storage;

/// <summary>
/// Which refusals are news. What differs is told at once, up to a number an hour for one person and one action; the rest is counted until the next that is told.
/// </summary>
sealed class RepeatedRefusals
{
    /// <summary>More different refusals of one action than this are no slips of one person within an hour.</summary>
    public const int MostAnHour = 50;

    readonly Lock gate = new();
    readonly Dictionary<(string Who, string Action), Hour> last = [];

    sealed class Hour
    {
        public long Number { get; set; }
        public HashSet<string> Told { get; } = [];
        public long Untold { get; set; }
    }

    /// <summary>How many were counted since the last one that was told, where this one is to be told; null where it is counted.</summary>
    public long? Tell(string who, string action, string kind, long hour)
    {
        lock (gate)
        {
            if (!last.TryGetValue((who, action), out var seen))
                last[(who, action)] = seen = new();
            if (seen.Number != hour)
                seen.Told.Clear();
            seen.Number = hour;
            if (seen.Told.Count >= MostAnHour || !seen.Told.Add(kind))
            {
                seen.Untold++;
                return null;
            }
            var untold = seen.Untold;
            seen.Untold = 0;
            return untold;
        }
    }

    /// <summary>It could not be written down: the next one is news again.</summary>
    public void Untell(string who, string action, string kind, long untold)
    {
        lock (gate)
        {
            var seen = last[(who, action)];
            seen.Told.Remove(kind);
            seen.Untold += untold;
        }
    }
}
