using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Content;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// Shows screens: one live message in each chat, nothing typed left behind. A chat that Telegram slows down keeps its newest screen
/// until it may be shown; that screen is in memory only, and the effects behind it are stored long before.
/// </summary>
sealed class Delivery(
    Courier courier, Voices voices, Chats chats, Floods floods, Tally tally, TimeProvider time, ILogger<Delivery> log) : IDisposable
{
    readonly Lock gate = new();
    readonly Dictionary<ChatKey, Showing?> held = [];
    readonly CancellationTokenSource closing = new();

    /// <summary>Done when the screen is shown, given up, or held back for its chat. Throws only where the screen itself is a bug.</summary>
    public async Task Show(Occasion occasion, Answered answered, CancellationToken cancellation)
    {
        var showing = new Showing(occasion, answered.Screen, Writing.Write(answered.Screen, answered.Say))
        {
            Plays = occasion is Occasion.Click ? answered.Plays : null,
        };
        if (!IsHeldBack(showing))
            await Deliver(showing, cancellation);
        else if (occasion is Occasion.Click click)
            await courier.Acknowledge(click.Query, cancellation);
    }

    async Task Deliver(Showing showing, CancellationToken cancellation)
    {
        var chat = showing.Occasion.Chat;
        var plan = Plan.For(showing.Occasion, showing.Screen, showing.Written, chats[showing.Occasion.Key], time.GetUtcNow());
        var acknowledging = plan.Acknowledge is { } query && !showing.WasHeld ? courier.Acknowledge(query, cancellation) : Task.CompletedTask;
        var blanking = plan.Blank is { } old ? courier.Blank(chat, old, cancellation) : Task.CompletedTask;
        var clearing = showing.Screen.ClearsChat ? courier.Delete(chat, plan.Delete, cancellation) : null;
        var shown = await Put(showing, plan, cancellation);
        // The old screen goes once the new one stands, so that a chat is never left empty; what was typed goes in any case.
        var deleting = clearing ?? courier.Delete(chat, shown.Refusal is null ? plan.Delete : plan.Typed, cancellation);
        if (shown.Refusal is not null && clearing is null && plan.Acknowledge is null && !showing.WasHeld && showing.Occasion is Occasion.Click click)
            acknowledging = courier.Acknowledge(click.Query, cancellation);
        await Task.WhenAll(acknowledging, blanking);
        var deleted = await deleting;
        Remember(showing, shown.Value, deleted.Value ?? []);
        Settle(showing, shown.Refusal, deleted.Refusal);
        if (shown.Refusal is null && showing.Plays is { } file)
            await Play(showing, file, cancellation);
    }

    /// <summary>The recording comes below the screen that it belongs to, and the one before it goes.</summary>
    async Task Play(Showing showing, RecordingFile file, CancellationToken cancellation)
    {
        var chat = showing.Occasion.Key;
        if (chats[chat].HasJustPlayed(file, time.GetUtcNow()))
            return;
        if (await voices.Send(showing.Occasion.Chat, file, cancellation) is not { } sent)
            log.NotPlayed("its file is gone");
        else if (sent.Value is { } voice)
            lock (gate)
                chats[chat] = chats[chat].Playing(file, voice.MessageId, time.GetUtcNow());
        else if (sent.Refusal is Refusal.Gone or Refusal.Flood)
            Settle(showing, sent.Refusal, null);
        else
            log.NotPlayed(sent.Refusal!.GetType().Name);
        await Sweep(showing.Occasion, cancellation);
    }

    /// <summary>The live message as it is now; the one before where there was nothing to show.</summary>
    async Task<Answer<Shown?>> Put(Showing showing, Plan plan, CancellationToken cancellation)
    {
        var (chat, written) = (showing.Occasion.Chat, showing.Written);
        if (plan.Edit is { } message)
        {
            var edited = await courier.Edit(chat, message, written, cancellation);
            if (edited.Refusal is null)
                return new Shown(message, (showing.Occasion as Occasion.Click)?.SentAt ?? time.GetUtcNow(), time.GetUtcNow(), written.Look);
            if (edited.Refusal is not (Refusal.NotEditable or Refusal.Mistake))
                return edited.Refusal;
        }
        else if (!plan.Sends)
            return chats[showing.Occasion.Key].Live;
        var sent = await courier.Send(chat, written, cancellation);
        if (sent.Refusal is Refusal.Mistake)
            sent = await courier.SendPlainly(chat, written, cancellation);
        return sent.Refusal is { } refusal ? refusal : new Shown(sent.Value!.MessageId, time.GetUtcNow(), time.GetUtcNow(), written.Look);
    }

    void Remember(Showing showing, Shown? live, IReadOnlyCollection<long> deleted)
    {
        lock (gate)
        {
            var state = chats[showing.Occasion.Key];
            if (live is not null && state.Live is { } old && old.Message != live.Message)
                state = state.Leaving(old.Message, old.SentAt, hasToGo: true);
            if (showing.Occasion is Occasion.Post post)
                state = state.Leaving(post.Message, time.GetUtcNow(), hasToGo: !showing.Screen.LeavesTyped);
            chats[showing.Occasion.Key] = (state with { Live = live ?? state.Live }).Without(deleted);
        }
    }

    void Settle(Showing showing, Refusal? notShown, Refusal? notDeleted)
    {
        if (notShown is Refusal.Gone || notDeleted is Refusal.Gone)
            chats.Forget(showing.Occasion.Key);
        else if (notShown is Refusal.Flood flood)
            Hold(showing.Occasion, showing, flood);
        else if (notDeleted is Refusal.Flood slow)
            Hold(showing.Occasion, null, slow);
        if (notShown is not (null or Refusal.Gone or Refusal.Flood))
            log.NotShown(notShown.GetType().Name, tally.CountNotShown());
    }

    /// <summary>True where the chat waits already; the newest screen then takes the place of the one before.</summary>
    bool IsHeldBack(Showing showing)
    {
        var chat = showing.Occasion.Key;
        lock (gate)
        {
            if (!held.TryGetValue(chat, out var older) && floods.Left(chat) == TimeSpan.Zero)
                return false;
            if (older is not null)
                chats[chat] = older.Superseded(chats[chat], time.GetUtcNow());
            Keep(showing.Occasion, showing with { WasHeld = true });
            return true;
        }
    }

    void Hold(Occasion occasion, Showing? showing, Refusal.Flood flood)
    {
        log.Flooded(flood.RetryAfter);
        lock (gate)
        {
            floods.Note(occasion.Key, flood.RetryAfter);
            if (held.GetValueOrDefault(occasion.Key) is null)
                Keep(occasion, showing is null ? null : showing with { WasHeld = true });
        }
    }

    void Keep(Occasion occasion, Showing? showing)
    {
        var isNew = !held.ContainsKey(occasion.Key);
        held[occasion.Key] = showing;
        if (isNew)
            _ = Resume(occasion, closing.Token);
    }

    /// <summary>Owns the chat while it is held back: waits, shows the newest, deletes what has to go, until nothing is left.</summary>
    async Task Resume(Occasion occasion, CancellationToken cancellation)
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
                if (newest is not null)
                    await Deliver(newest, cancellation);
                await Sweep(occasion, cancellation);
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
            if (!cancellation.IsCancellationRequested)
                log.HeldFailed(Log.Place(exception).Kind, Log.Place(exception).Where);
            lock (gate)
                held.Remove(chat);
        }
    }

    async Task Sweep(Occasion occasion, CancellationToken cancellation)
    {
        var chat = occasion.Key;
        var gone = chats[chat].Leftovers.Where(left => left.HasToGo).Select(left => left.Message).ToList();
        if (gone.Count == 0 || floods.Left(chat) > TimeSpan.Zero)
            return;
        var deleted = await courier.Delete(occasion.Chat, gone, cancellation);
        if (deleted.Refusal is Refusal.Flood flood)
            Hold(occasion, null, flood);
        lock (gate)
            chats[chat] = chats[chat].Without(deleted.Value ?? []);
    }

    public void Dispose()
    {
        closing.Cancel();
        closing.Dispose();
    }
}
