using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>
/// How fast a chat writes. Everything that is written counts and is taken; but who writes too fast is shown only the newest screen, and that every few
/// seconds. Messages of one chat must come one after another.
/// </summary>
sealed class Pace(TimeProvider time)
{
    /// <summary>Chats that are remembered; beyond that the longest quiet are forgotten.</summary>
    public const int Most = 20_000;

    public const int MostAMinute = 20;

    /// <summary>Between two screens of a chat that writes too fast. Short: the newest one may clear the chat.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    readonly Forgetful<ChatKey, (int Messages, long Since)> minutes = new(Most, Minute, time);

    public int Count => minutes.Count;

    /// <summary>Counts a message. True where it is one too many for the minute that began with the first of them.</summary>
    public bool IsTooFast(ChatKey chat)
    {
        var (messages, since) = minutes.Recall(chat);
        if (messages == 0 || time.GetElapsedTime(since) >= Minute)
            (messages, since) = (0, time.GetTimestamp());
        minutes.Keep(chat, (messages + 1, since));
        return messages >= MostAMinute;
    }
}
