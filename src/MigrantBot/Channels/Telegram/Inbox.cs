using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// Takes updates in: those of one chat one after another in the order taken, chats beside each other, and the same number never twice.
/// </summary>
sealed class Inbox(Func<Heard, CancellationToken, Task> handle, Tally tally, TimeProvider time, ILogger<Inbox> log) : IDisposable
{
    const int MostChatsAtOnce = 64;

    /// <summary>Far more than Telegram repeats at once: a poll has at most 100.</summary>
    const int MostRemembered = 10_000;

    readonly Lock gate = new();
    readonly Dictionary<long, Task> taken = [];
    readonly Queue<long> oldest = new();
    readonly Dictionary<ChatKey, Line> lines = [];
    readonly SemaphoreSlim slots = new(MostChatsAtOnce);
    readonly CancellationTokenSource closing = new();

    /// <summary>The task succeeds once the update needs nothing more from Telegram, and may be confirmed.</summary>
    public Task Take(Received received)
    {
        lock (gate)
        {
            if (taken.TryGetValue(received.Id, out var known) && !known.IsCanceled && !known.IsFaulted)
                return known;
            var work = Understand(received) is { } heard ? Enqueue(heard) : PassOver();
            if (taken.TryAdd(received.Id, work))
                oldest.Enqueue(received.Id);
            else
                taken[received.Id] = work;
            while (oldest.Count > MostRemembered)
                taken.Remove(oldest.Dequeue());
            return work;
        }
    }

    /// <summary>Something that Telegram does not tell: it waits in the line of its chat like anything else, and nobody asks for it again.</summary>
    public void Take(Heard.Request request)
    {
        lock (gate)
            Enqueue(request);
    }

    /// <summary>Everything taken so far is handled, or let go of after this time: then it is unfinished, and comes again. Nothing is handled any more.</summary>
    public async Task Finish(TimeSpan atMost)
    {
        await All().WaitAsync(atMost, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await closing.CancelAsync();
        await All().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    Task All()
    {
        lock (gate)
            return Task.WhenAll(lines.Values.Select(line => line.Last));
    }

    /// <summary>Null for what nobody can make sense of: it must not end the poll that brought it, and come again at every start.</summary>
    Heard? Understand(Received received)
    {
        try
        {
            return received.Update is { } update ? Reading.Read(update) : null;
        }
        catch (Exception exception)
        {
            var (kind, where) = Log.Place(exception);
            log.AnswerFailed(1, 1, kind, where);
            return null;
        }
    }

    Task PassOver()
    {
        log.Unreadable(tally.CountUnreadable());
        return Task.CompletedTask;
    }

    Task Enqueue(Heard heard)
    {
        ChatKey? chat = heard switch
        {
            Heard.Request request => request.Occasion.Key,
            Heard.Farewell farewell => farewell.Chat,
            _ => null,
        };
        if (chat is not { } key)
            return Task.CompletedTask;
        if (!lines.TryGetValue(key, out var line))
            lines[key] = line = new Line();
        line.Waiting++;
        return line.Last = Run(line.Last, heard, key);
    }

    async Task Run(Task before, Heard heard, ChatKey chat)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        try
        {
            await slots.WaitAsync(closing.Token);
            try
            {
                await handle(heard, closing.Token);
            }
            finally
            {
                slots.Release();
            }
        }
        finally
        {
            lock (gate)
                if (--lines[chat].Waiting == 0)
                    lines.Remove(chat);
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }

    sealed class Line
    {
        public Task Last { get; set; } = Task.CompletedTask;
        public int Waiting { get; set; }
    }
}
