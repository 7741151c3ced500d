using MigrantBot.Channels.Telegram.Api;

namespace MigrantBot.Channels.Telegram;

/// <summary>Asks Telegram for updates, and confirms them when they are handled and not before.</summary>
sealed class Polling(IBotApi api, Inbox inbox, TelegramOptions options, TimeProvider time, Jitter jitter, ILogger<Polling> log) : BackgroundService
{
    /// <summary>Nothing else is asked for; a person who leaves the bot is a <c>my_chat_member</c>.</summary>
    public static readonly IReadOnlyList<string> Wanted = ["message", "callback_query", "my_chat_member"];

    const int Most = 100;

    /// <summary>While an update is being handled, Telegram gives it again at once: so asking anew waits a little.</summary>
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(10);

    /// <summary>Once it has worked, a token that is refused stops the bot and nothing else: the web chat goes on, just when it is needed.</summary>
    static readonly TimeSpan Revoked = TimeSpan.FromMinutes(1);

    /// <summary>At the end, for what is being handled, and once more for the last word to Telegram: who restarts the bot waits no longer, whatever the network does.</summary>
    static readonly TimeSpan Ending = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Once nobody writes any more, polls are short for two minutes and each closes its connection: buffers that still hold what came before lie with
    /// many threads, and are cleared only while no connection borrows them.
    /// </summary>
    static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    const int ShortPolls = 12;

    readonly Progress progress = new();

    /// <summary>How many polls have brought nothing since the last one that did, as far as it matters.</summary>
    int empty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Registration.Unhook(api, time, jitter, log, stoppingToken);
            log.Listening(TelegramMode.Polling);
            for (var failures = 0; ;)
                failures = await Poll(stoppingToken) ? 0 : await Rest(failures + 1, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await inbox.Finish(Ending);
            await Confirm();
        }
    }

    async Task<bool> Poll(CancellationToken stopping)
    {
        using var watch = new CancellationTokenSource(options.PollTimeout + options.PollGrace, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, watch.Token);
        var (timeout, closes) = empty < ShortPolls && Short < options.PollTimeout ? (Short, empty > 0) : (options.PollTimeout, false);
        Answer<Batch> answer;
        try
        {
            answer = await api.GetUpdates(Ask(progress.Offset(), Most, timeout) with { ClosesConnection = closes }, either.Token).WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            log.SilentPoll();
            return false;
        }
        switch (answer)
        {
            case { Value: { } batch, Refusal: null }:
                empty = batch.Updates.Count > 0 ? 0 : Math.Min(empty + 1, ShortPolls);
                return await Take(batch, stopping);
            case { Refusal: Refusal.WrongToken }:
                log.TokenRevoked(Revoked);
                await Task.Delay(Revoked, time, stopping);
                return true;
            case { Refusal: Refusal.Flood flood }:
                log.Flooded(flood.RetryAfter);
                await Task.Delay(flood.RetryAfter, time, stopping);
                return true;
            case { Refusal: Refusal.Conflict }:
                var pause = Pauses.After(4, jitter());
                log.TwoPollers(pause);
                await Task.Delay(pause, time, stopping);
                return true;
            default:
                return false;
        }
    }

    async Task<bool> Take(Batch batch, CancellationToken stopping)
    {
        var isNew = batch.Updates.Any(update => !progress.IsKnown(update.Id));
        progress.Add([.. batch.Updates.Select(update => (update.Id, inbox.Take(update)))]);
        if (batch.Updates.Count > 0)
            await Task.WhenAny(progress.Settled(), Task.Delay(isNew ? Breath : 10 * Breath, time, stopping));
        return batch is { Nameless: 0 } or { Updates.Count: > 0 };
    }

    async Task<int> Rest(int failures, CancellationToken stopping)
    {
        var pause = Pauses.After(failures, jitter());
        log.CannotPoll(failures, pause);
        await Task.Delay(pause, time, stopping);
        return failures;
    }

    /// <summary>The last word before the end, so that what is done does not come again.</summary>
    async Task Confirm()
    {
        if (progress.Offset() is not { } offset)
            return;
        using var watch = new CancellationTokenSource(Ending, time);
        try
        {
            await api.GetUpdates(Ask(offset, 1, TimeSpan.Zero), watch.Token).WaitAsync(watch.Token);
        }
        catch (OperationCanceledException)
        {
            log.SilentPoll();
        }
    }

    static GetUpdates Ask(long? offset, int limit, TimeSpan timeout) => new(offset, limit, (int)timeout.TotalSeconds, Wanted);
}
