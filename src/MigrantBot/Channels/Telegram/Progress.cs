namespace MigrantBot.Channels.Telegram;

/// <summary>How far updates may be confirmed: never past the lowest one that is not finished.</summary>
sealed class Progress
{
    readonly SortedDictionary<long, Task> open = [];
    long? next;

    /// <summary>A batch has come in; a number may come again.</summary>
    public void Add(IReadOnlyList<(long Id, Task Work)> batch)
    {
        foreach (var (id, work) in batch)
            open[id] = work;
        if (batch.Count > 0)
            next = batch.Max(one => one.Id) + 1;
    }

    /// <summary>What to ask for next, which confirms everything below. Null before anything has come.</summary>
    public long? Offset()
    {
        foreach (var (id, _) in open.Where(one => one.Value.IsCompletedSuccessfully).ToList())
            open.Remove(id);
        return open.Count > 0 ? open.First().Key : next;
    }

    public bool IsKnown(long id) => open.ContainsKey(id);

    /// <summary>Done when nothing is open any more.</summary>
    public Task Settled() => Task.WhenAll(open.Values);
}
