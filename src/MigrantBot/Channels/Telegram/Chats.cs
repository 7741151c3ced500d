using System.Collections.Immutable;
using MigrantBot.Content;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// What we remember of a chat, in memory only: which messages are in it, so that there is one live screen and the chat can be cleared.
/// </summary>
sealed record ChatState(Shown? Live, ImmutableList<Leftover> Leftovers)
{
    /// <summary>Telegram lets a bot delete a message for 48 hours; an hour is left for clocks and queues.</summary>
    public static readonly TimeSpan Deletable = TimeSpan.FromHours(47);

    const int MostLeftovers = 300;

    /// <summary>Who presses 🔊 again so soon has it before him; later it may be far above, or deleted by hand.</summary>
    static readonly TimeSpan JustPlayed = TimeSpan.FromMinutes(1);

    public static readonly ChatState Empty = new(null, []);

    /// <summary>A message is left behind: an older screen, or something that the person wrote.</summary>
    public ChatState Leaving(long message, DateTimeOffset sentAt, bool hasToGo, RecordingFile? plays = null)
    {
        var rest = Leftovers.RemoveAll(left => left.Message == message || left.SentAt + Deletable <= sentAt);
        if (rest.Count >= MostLeftovers)
            rest = rest.RemoveAt(0);
        return this with { Leftovers = rest.Add(new Leftover(message, sentAt, hasToGo, plays)) };
    }

    /// <summary>A recording was sent: it stays until the chat is cleared or another comes; one at a time is enough.</summary>
    public ChatState Playing(RecordingFile file, long message, DateTimeOffset sentAt) =>
        (this with { Leftovers = [.. Leftovers.Select(left => left.Plays is null ? left : left with { HasToGo = true })] })
            .Leaving(message, sentAt, hasToGo: false, file);

    /// <summary>Everything that is left behind has to go.</summary>
    public ChatState Cleared() => this with { Leftovers = [.. Leftovers.Select(left => left with { HasToGo = true })] };

    public bool HasJustPlayed(RecordingFile file, DateTimeOffset now) =>
        Leftovers.Any(left => left.Plays == file && !left.HasToGo && now - left.SentAt < JustPlayed);

    public ChatState Without(IReadOnlyCollection<long> deleted) => new(
        Live is { } live && deleted.Contains(live.Message) ? null : Live,
        Leftovers.RemoveAll(left => deleted.Contains(left.Message)));

    public override string ToString() => nameof(ChatState);
}

/// <summary>The live screen. <paramref name="Look"/> is null where nobody knows what it shows.</summary>
sealed record Shown(long Message, DateTimeOffset SentAt, DateTimeOffset ShownAt, ulong? Look);

/// <summary>Another message in the chat: an older screen that has to go, or something that stays until the chat is cleared.</summary>
/// <param name="Message">Its number in the chat.</param>
/// <param name="SentAt">When: it can be deleted for <see cref="ChatState.Deletable"/>.</param>
/// <param name="HasToGo">To be deleted as soon as may be.</param>
/// <param name="Plays">The recording that it is, if it is one.</param>
sealed record Leftover(long Message, DateTimeOffset SentAt, bool HasToGo, RecordingFile? Plays = null);

/// <summary>The memory of all chats: at most <see cref="Most"/>, each forgotten as soon as nothing in it could be deleted any more.</summary>
sealed class Chats(TimeProvider time)
{
    public const int Most = 20_000;

    readonly Forgetful<ChatKey, ChatState> states = new(Most, ChatState.Deletable, time);

    public ChatState this[ChatKey chat]
    {
        get => states.Recall(chat) ?? ChatState.Empty;
        set => states.Keep(chat, value);
    }

    public int Count => states.Count;

    public void Forget(ChatKey chat) => states.Forget(chat);
}
