using System.Text.Json.Nodes;

namespace MigrantBot.Tests.Emulator;

/// <summary>An update on its way. <paramref name="Confirmed"/> comes when the bot has confirmed it: by then it has done everything about it.</summary>
sealed record Posted(long Id, Task<Seen> Confirmed)
{
    /// <summary>The same, waited for from now on: the bot may have been killed and started since it was posted.</summary>
    public Task<Seen> Done => Confirmed.WaitAsync(Patience.Long);
}

/// <summary>Updates as Telegram keeps them: numbered, given again until confirmed, dropped when too old.</summary>
sealed class UpdateQueue(TimeProvider time)
{
    static readonly TimeSpan ClickLives = TimeSpan.FromSeconds(150);
    static readonly TimeSpan MessageLives = TimeSpan.FromHours(24);

    readonly List<Waiting> waiting = [];
    readonly Lock gate = new();
    long last = 700_000_000;
    TaskCompletionSource arrival = New();

    /// <summary>Numbers and queues under one lock: a later number must not be confirmed before an earlier one is there.</summary>
    public Posted Add(string json, Func<Seen> see)
    {
        lock (gate)
        {
            var id = ++last;
            var one = new Waiting(id, json.Replace("\"$id\"", $"{id}", StringComparison.Ordinal), time.GetUtcNow(), see, new(TaskCreationOptions.RunContinuationsAsynchronously));
            waiting.Add(one);
            var arrived = arrival;
            arrival = New();
            arrived.SetResult();
            return new Posted(id, one.Done.Task);
        }
    }

    public Posted Add(string kind, JsonNode content, Func<Seen> see) =>
        Add($$"""{"update_id":"$id","{{kind}}":{{content.ToJsonString()}}}""", see);

    /// <summary>Those that are not confirmed, and a sign of the next that comes.</summary>
    public (IReadOnlyList<(long Id, string Json)> Updates, Task Arrival) Look(int limit)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            waiting.RemoveAll(one => now - one.At > (one.Json.Contains("\"callback_query\"", StringComparison.Ordinal) ? ClickLives : MessageLives));
            return ([.. waiting.Take(limit).Select(one => (one.Id, one.Json))], arrival.Task);
        }
    }

    public void ConfirmBelow(long offset) => Confirm(one => one.Id < offset);

    public void Confirm(long id) => Confirm(one => one.Id == id);

    void Confirm(Predicate<Waiting> which)
    {
        List<Waiting> confirmed;
        lock (gate)
        {
            confirmed = waiting.FindAll(which);
            waiting.RemoveAll(which);
        }
        foreach (var one in confirmed)
            one.Done.TrySetResult(one.See());
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    sealed record Waiting(long Id, string Json, DateTimeOffset At, Func<Seen> See, TaskCompletionSource<Seen> Done);
}
