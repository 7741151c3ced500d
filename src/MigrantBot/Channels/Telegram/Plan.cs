using System.Collections.Immutable;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>Which calls show a screen: at most two for a click, three for anything written (clearing a chat and days-old screens aside).</summary>
sealed record Plan
{
    /// <summary>The click to acknowledge. Where the message of the click is deleted, its progress bar goes with it and nothing is left to acknowledge.</summary>
    public string? Acknowledge { get; init; }

    /// <summary>The message to turn into the screen; where null, and <see cref="Sends"/>, the screen is a new message.</summary>
    public long? Edit { get; init; }

    public bool Sends { get; init; }

    public ImmutableArray<long> Delete { get; init; } = [];

    /// <summary>Of these, what the person has just typed.</summary>
    public ImmutableArray<long> Typed { get; init; } = [];

    /// <summary>A screen too old to be deleted: it is emptied instead.</summary>
    public long? Blank { get; init; }

    public static Plan For(Occasion occasion, Screen screen, Written written, ChatState state, DateTimeOffset now) => occasion switch
    {
        Occasion.Click click => ForClick(click, screen, written, state, now),
        Occasion.Post post => ForPost(post, screen, written, state, now),
        Occasion.Lapse lapse => new Plan { Edit = lapse.Message },
        _ => throw new InvalidOperationException($"No plan for {occasion}."),
    };

    static Plan ForClick(Occasion.Click click, Screen screen, Written written, ChatState state, DateTimeOffset now)
    {
        var mayDelete = click.SentAt is { } sentAt && IsDeletable(sentAt, now);
        var others = Others(state, now, _ => true).Remove(click.Message);
        if (screen.ClearsChat && others.Length > 0)
            return mayDelete
                ? new Plan { Delete = others.Add(click.Message), Sends = true }
                : new Plan { Acknowledge = click.Query, Delete = others, Edit = click.Message };
        // An edit cannot protect a message, and a protected one stays so: words go only into what was sent protected.
        if (written.IsProtected && !click.IsProtected)
            return mayDelete
                ? new Plan { Delete = [click.Message], Sends = true }
                : new Plan { Acknowledge = click.Query, Sends = true };
        return state.Live is { } live && live.Message == click.Message && live.Look == written.Look
            ? new Plan { Acknowledge = click.Query }
            : new Plan { Acknowledge = click.Query, Edit = click.Message };
    }

    static Plan ForPost(Occasion.Post post, Screen screen, Written written, ChatState state, DateTimeOffset now)
    {
        var delete = Others(state, now, left => screen.ClearsChat || left.HasToGo);
        if (!screen.LeavesTyped)
            delete = delete.Add(post.Message);
        // An album comes as many messages: one screen answers them all.
        if (post.IsUnsupported && state.Live is { } live && live.Look == written.Look && now - live.ShownAt < TimeSpan.FromMinutes(1))
            return new Plan { Delete = delete.Remove(live.Message) };
        return new Plan
        {
            Delete = delete,
            Typed = [.. delete.Where(message => message == post.Message)],
            Sends = true,
            Blank = state.Live is { } old && !IsDeletable(old.SentAt, now) ? old.Message : null,
        };
    }

    static ImmutableArray<long> Others(ChatState state, DateTimeOffset now, Predicate<Leftover> which)
    {
        var left = state.Leftovers.Where(one => which(one) && IsDeletable(one.SentAt, now)).Select(one => one.Message);
        return state.Live is { } live && IsDeletable(live.SentAt, now) ? [.. left, live.Message] : [.. left];
    }

    static bool IsDeletable(DateTimeOffset sentAt, DateTimeOffset now) => now - sentAt < ChatState.Deletable;
}
