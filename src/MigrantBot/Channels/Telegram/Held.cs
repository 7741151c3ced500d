using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// Chats that Telegram slows down. Each keeps its newest screen until it may be shown; that screen is in memory only, and the effects behind it are
/// stored long before.
/// </summary>
sealed class Held(Floods floods, TimeProvider time, ILogger<Held> log) : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<ChatKey, Showing?> held = [];
    readonly CancellationTokenSource closing = new();

    /// <summary>Shows what it is given, if anything, and deletes what has to go.</summary>
    public delegate Task Resume(Occasion occasion, Showing? newest, CancellationToken cancellation);

    public bool IsWaiting(ChatKey chat) => floods.Left(chat) > TimeSpan.Zero;

    /// <summary>True while the chat is held back, also in the moment in which its newest screen is on its way.</summary>
    public bool Owns(ChatKey chat)
    {
        lock (gate)
            return held.ContainsKey(chat);
    }

    /// <summary>True where the chat waits already; the newest screen then takes the place of the one before, which is given.</summary>
    public bool Takes(Showing showing, Resume resume, out Showing? older)
    {
        var chat = showing.Occasion.Key;
        lock (gate)
        {
            if (!held.TryGetValue(chat, out older) && floods.Left(chat) == TimeSpan.Zero)
                return false;
            Keep(showing.Occasion, showing, resume);
            return true;
        }
    }

    /// <summary>The chat waits from now on; the screen with it, if there is one and no newer waits.</summary>
    public void Hold(Occasion occasion, Showing? showing, TimeSpan wait, Resume resume)
    {
        log.Flooded(wait);
        lock (gate)
        {
            floods.Note(occasion.Key, wait);
            if (held.GetValueOrDefault(occasion.Key) is null)
                Keep(occasion, showing, resume);
        }
    }

    void Keep(Occasion occasion, Showing? showing, Resume resume)
    {
        var isNew = !held.ContainsKey(occasion.Key);
        held[occasion.Key] = showing is null ? null : showing with { WasHeld = true };
        if (isNew)
            _ = Wait(occasion, resume, closing.Token);
    }

    /// <summary>Owns the chat while it is held back, until nothing is left.</summary>
    async Task Wait(Occasion occasion, Resume resume, CancellationToken cancellation)
    {
        var chat = occasion.Key;
        try
        {
            await Task.Yield();
            while (true)
            {
                while (floods.Left(chat) is { } left && left > TimeSpan.Zero)
                    await Task.Delay(left, time, cancellation);
                Showing? newest;
                lock (gate)
                    (newest, held[chat]) = (held[chat], null);
                await resume(occasion, newest, cancellation);
                lock (gate)
                    if (held[chat] is null && floods.Left(chat) == TimeSpan.Zero)
                    {
                        held.Remove(chat);
                        return;
                    }
            }
        }
        catch (Exception exception)
        {
            if (!cancellation.IsCancellationRequested && exception is not OperationCanceledException)
                log.HeldFailed(Log.Place(exception).Kind, Log.Place(exception).Where);
            lock (gate)
                held.Remove(chat);
        }
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }
}
