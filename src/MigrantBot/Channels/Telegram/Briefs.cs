using System.Threading.Channels;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// Messages that show a brief screen: when its time is over, each is given out as something that happened in its chat, and again every minute until
/// the message shows something else. In memory only, the chat's number with them: after a restart such a screen stays until somebody presses a button.
/// </summary>
sealed class Briefs(TimeProvider time) : IDisposable
{
    /// <summary>More than Telegram lets a bot send in ten minutes.</summary>
    const int Most = 20_000;

    static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>Whoever cannot be reached for so long is given up.</summary>
    static readonly TimeSpan GivenUp = TimeSpan.FromHours(1);

    readonly Lock gate = new();
    readonly Dictionary<(ChatKey Chat, long Message), ITimer> standing = [];
    readonly Channel<Heard.Request> over = Channel.CreateUnbounded<Heard.Request>();

    public int Count
    {
        get
        {
            lock (gate)
                return standing.Count;
        }
    }

    /// <summary>The message shows a brief screen from now on.</summary>
    public void Keep(Occasion occasion, long message, Reader reader)
    {
        var (key, end) = ((occasion.Key, message), time.GetUtcNow() + Screen.Brief);
        var request = new Heard.Request(
            new Occasion.Lapse(occasion.Chat, message),
            new Asked(new Incoming.Opened()) { Chat = occasion.Key, Code = PlaceCode.Of(reader.Code, "home") });
        lock (gate)
        {
            End(key);
            if (standing.Count < Most)
                standing[key] = time.CreateTimer(_ => Lapse(key, request, end), null, Screen.Brief, Again);
            else
                over.Writer.TryWrite(request);
        }
    }

    /// <summary>The message shows something else, or is gone.</summary>
    public void Drop(ChatKey chat, long message)
    {
        lock (gate)
            End((chat, message));
    }

    public void Forget(ChatKey chat)
    {
        lock (gate)
            foreach (var key in standing.Keys.Where(key => key.Chat == chat).ToList())
                End(key);
    }

    /// <summary>What happens in chats because time passes.</summary>
    public IAsyncEnumerable<Heard.Request> Over(CancellationToken cancellation) => over.Reader.ReadAllAsync(cancellation);

    void Lapse((ChatKey Chat, long Message) key, Heard.Request request, DateTimeOffset end)
    {
        lock (gate)
        {
            if (!standing.ContainsKey(key))
                return;
            over.Writer.TryWrite(request);
            if (time.GetUtcNow() - end >= GivenUp)
                End(key);
        }
    }

    void End((ChatKey, long) key)
    {
        if (standing.Remove(key, out var timer))
            timer.Dispose();
    }

    public void Dispose()
    {
        lock (gate)
            foreach (var key in standing.Keys.ToList())
                End(key);
    }
}

/// <summary>Takes what time does to a chat into the chat's own line, so that it never runs beside what the person does.</summary>
sealed class Lapsing(Briefs briefs, Inbox inbox) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in briefs.Over(stoppingToken))
            inbox.Take(request);
    }
}
