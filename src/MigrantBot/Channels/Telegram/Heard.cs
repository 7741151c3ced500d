using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>What an update means to us.</summary>
abstract record Heard
{
    Heard() { }

    /// <summary>Nothing that concerns us: a group, an edit, a notice by Telegram.</summary>
    public sealed record Nothing : Heard;

    /// <summary>The person has blocked the bot.</summary>
    public sealed record Farewell(ChatKey Chat) : Heard;

    /// <summary>A person asks for something.</summary>
    public sealed record Request(Occasion Occasion, Asked Asked) : Heard;

    /// <summary>Ids do not print.</summary>
    public sealed override string ToString() => GetType().Name;
}

/// <summary>What in the chat an answer belongs to. It alone holds the chat's number, for as long as the update is under way.</summary>
abstract record Occasion(long Chat, long Message)
{
    /// <summary>Stands for the chat in everything that is remembered.</summary>
    public ChatKey Key { get; } = ChatKey.Of(Chat);

    /// <summary>A button of the message was pressed. <paramref name="SentAt"/> is null where Telegram no longer shows the message to us.</summary>
    public sealed record Click(long Chat, long Message, string Query, DateTimeOffset? SentAt, bool IsProtected) : Occasion(Chat, Message);

    /// <summary>The message was written, spoken or sent by the person.</summary>
    public sealed record Post(long Chat, long Message, bool IsUnsupported) : Occasion(Chat, Message);

    /// <summary>The time of a brief screen is over, the message still shows it, and nobody has pressed anything. No new message may come of it.</summary>
    public sealed record Lapse(long Chat, long Message) : Occasion(Chat, Message);

    /// <summary>Ids do not print.</summary>
    public sealed override string ToString() => GetType().Name;
}
