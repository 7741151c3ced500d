using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>Who has to wait after a 429: the chat alone; everybody, once it happens in a second chat within a minute. And who writes too fast.</summary>
sealed class Floods(TimeProvider time)
{
    static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    readonly Lock gate = new();
    readonly Dictionary<ChatKey, DateTimeOffset> until = [];
    DateTimeOffset everybodyUntil;
    (ChatKey Chat, DateTimeOffset At)? last;

    internal int Count
    {
        get
        {
            lock (gate)
                return until.Count;
        }
    }

    public void Note(ChatKey chat, TimeSpan retryAfter)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var end = now + retryAfter;
            DropOver(now);
            until[chat] = end;
            if (last is { } other && other.Chat != chat && now - other.At <= Together && end > everybodyUntil)
                everybodyUntil = end;
            last = (chat, now);
        }
    }

    /// <summary>Lets a chat wait of our own accord, unless it waits already; nobody else has to.</summary>
    public void Slow(ChatKey chat, TimeSpan pause)
    {
        lock (gate)
        {
            DropOver(time.GetUtcNow());
            until.TryAdd(chat, time.GetUtcNow() + pause);
        }
    }

    /// <summary>How long this chat still has to wait.</summary>
    public TimeSpan Left(ChatKey chat)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var end = until.TryGetValue(chat, out var own) && own > everybodyUntil ? own : everybodyUntil;
            return end > now ? end - now : TimeSpan.Zero;
        }
    }

    void DropOver(DateTimeOffset now)
    {
        foreach (var over in until.Where(one => one.Value <= now).Select(one => one.Key).ToList())
            until.Remove(over);
    }
}
