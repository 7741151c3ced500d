using MigrantBot.Channels.Telegram.Api;
using MigrantBot.Content;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>Shows screens: one live message in each chat, nothing typed left behind, and nothing brief longer than its time.</summary>
sealed class Delivery(
    Courier courier, Voices voices, Chats chats, Held held, Floods floods, Pace pace, Briefs briefs, Tally tally, TimeProvider time, ILogger<Delivery> log)
{
    readonly Lock gate = new();

    /// <summary>Done when the screen is shown, given up, or held back for its chat. Throws only where the screen itself is a bug.</summary>
    public async Task Show(Occasion occasion, Answered answered, CancellationToken cancellation)
    {
        var showing = new Showing(occasion, answered.Screen, Writing.Write(answered.Screen, answered.Say))
        {
            Plays = occasion is Occasion.Click ? answered.Plays : null,
        };
        if (occasion is Occasion.Post && pace.IsTooFast(occasion.Key))
            floods.Slow(occasion.Key, Pace.Pause);
        if (!held.Takes(showing, Resume, out var older))
        {
            await Deliver(showing, cancellation);
            return;
        }
        if (older is not null)
            Change(occasion.Key, state => older.Superseded(state, time.GetUtcNow()));
        if (occasion is Occasion.Click click)
            await courier.Acknowledge(click.Query, cancellation);
    }

    /// <summary>True where the home of its reader is to take the place of a brief screen; false where something newer does so already, and while the chat is held back: it is asked again in a minute.</summary>
    public async Task<bool> MayLapse(Occasion.Lapse lapse, CancellationToken cancellation)
    {
        if (held.Owns(lapse.Key))
            return false;
        if (chats[lapse.Key].Live is not { } live || live.Message == lapse.Message)
            return true;
        // Another message is the live one: this one goes in silence.
        Change(lapse.Key, state => state.Leaving(lapse.Message, time.GetUtcNow(), hasToGo: true));
        await Sweep(lapse, cancellation);
        return false;
    }

    public void Forget(ChatKey chat)
    {
        chats.Forget(chat);
        briefs.Forget(chat);
    }

    async Task Resume(Occasion occasion, Showing? newest, CancellationToken cancellation)
    {
        if (newest is not null)
            await Deliver(newest, cancellation);
        await Sweep(occasion, cancellation);
    }

    async Task Deliver(Showing showing, CancellationToken cancellation)
    {
        var (chat, key) = (showing.Occasion.Chat, showing.Occasion.Key);
        var plan = Plan.For(showing.Occasion, showing.Screen, showing.Written, chats[key], time.GetUtcNow());
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
        Remember(showing, shown, deleted.Value ?? []);
        Settle(showing, shown.Refusal, deleted.Refusal);
        if (shown.Refusal is null && showing.Plays is { } file)
            await Play(showing, file, cancellation);
    }

    /// <summary>The recording comes below the screen that it belongs to, and the one before it goes.</summary>
    async Task Play(Showing showing, RecordingFile file, CancellationToken cancellation)
    {
        var key = showing.Occasion.Key;
        if (chats[key].HasJustPlayed(file, time.GetUtcNow()))
            return;
        if (await voices.Send(showing.Occasion.Chat, file, cancellation) is not { } sent)
            log.NotPlayed("its file is gone");
        else if (sent.Value is { } voice)
            Change(key, state => state.Playing(file, voice.MessageId, time.GetUtcNow()));
        else if (sent.Refusal is Refusal.Gone or Refusal.Flood)
            Settle(showing, sent.Refusal, null);
        else
            log.NotPlayed(sent.Refusal!.GetType().Name);
        await Sweep(showing.Occasion, cancellation);
    }

    /// <summary>The live message as it is now; the one before where there was nothing to show.</summary>
    async Task<Answer<Shown?>> Put(Showing showing, Plan plan, CancellationToken cancellation)
    {
        var (chat, written, live) = (showing.Occasion.Chat, showing.Written, chats[showing.Occasion.Key].Live);
        if (plan.Edit is { } message)
        {
            var edited = await courier.Edit(chat, message, written, cancellation);
            if (edited.Refusal is null)
                return new Shown(message, (showing.Occasion as Occasion.Click)?.SentAt ?? live?.SentAt ?? time.GetUtcNow(), time.GetUtcNow(), written.Look);
            if (edited.Refusal is not (Refusal.NotEditable or Refusal.Mistake) || showing.Occasion is Occasion.Lapse)
                return edited.Refusal;
        }
        else if (!plan.Sends)
            return live;
        var sent = await courier.Send(chat, written, cancellation);
        if (sent.Refusal is Refusal.Mistake)
            sent = await courier.SendPlainly(chat, written, cancellation);
        return sent.Refusal is { } refusal ? refusal : new Shown(sent.Value!.MessageId, time.GetUtcNow(), time.GetUtcNow(), written.Look);
    }

    void Remember(Showing showing, Answer<Shown?> shown, IReadOnlyCollection<long> deleted)
    {
        var (occasion, live) = (showing.Occasion, shown.Value);
        Change(occasion.Key, state =>
        {
            if (live is not null && state.Live is { } old && old.Message != live.Message)
                state = state.Leaving(old.Message, old.SentAt, hasToGo: true);
            if (occasion is Occasion.Post post)
                state = state.Leaving(post.Message, time.GetUtcNow(), hasToGo: !showing.Screen.LeavesTyped);
            if (showing.Screen.ClearsChat)
                state = state.Cleared();
            return (state with { Live = live ?? state.Live }).Without(deleted);
        });
        foreach (var message in deleted)
            briefs.Drop(occasion.Key, message);
        if (occasion is Occasion.Lapse && shown.Refusal is Refusal.NotEditable)
            briefs.Drop(occasion.Key, occasion.Message);
        else if (live is not null && showing.Screen.IsBrief)
            briefs.Keep(occasion, live.Message, showing.Screen.Place.Reader);
        else if (live is not null)
            briefs.Drop(occasion.Key, live.Message);
    }

    void Settle(Showing showing, Refusal? notShown, Refusal? notDeleted)
    {
        if (notShown is Refusal.Gone || notDeleted is Refusal.Gone)
            Forget(showing.Occasion.Key);
        else if (notShown is Refusal.Flood flood)
            held.Hold(showing.Occasion, showing, flood.RetryAfter, Resume);
        else if (notDeleted is Refusal.Flood slow)
            held.Hold(showing.Occasion, null, slow.RetryAfter, Resume);
        if (notShown is not (null or Refusal.Gone or Refusal.Flood))
            log.NotShown(notShown.GetType().Name, tally.CountNotShown());
    }

    /// <summary>Deletes what has to go.</summary>
    async Task Sweep(Occasion occasion, CancellationToken cancellation)
    {
        var gone = chats[occasion.Key].Leftovers.Where(left => left.HasToGo).Select(left => left.Message).ToList();
        if (gone.Count == 0 || held.IsWaiting(occasion.Key))
            return;
        var deleted = await courier.Delete(occasion.Chat, gone, cancellation);
        if (deleted.Refusal is Refusal.Flood flood)
            held.Hold(occasion, null, flood.RetryAfter, Resume);
        Change(occasion.Key, state => state.Without(deleted.Value ?? []));
        foreach (var message in deleted.Value ?? [])
            briefs.Drop(occasion.Key, message);
    }

    void Change(ChatKey chat, Func<ChatState, ChatState> change)
    {
        lock (gate)
            chats[chat] = change(chats[chat]);
    }
}
