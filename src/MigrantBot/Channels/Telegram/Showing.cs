using MigrantBot.Content;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Channels.Telegram;

/// <summary>A screen on its way into a chat.</summary>
sealed record Showing(Occasion Occasion, Screen Screen, Written Written)
{
    /// <summary>The recording that its click asks for. What is typed at such a screen is no wish to hear it again.</summary>
    public RecordingFile? Plays { get; init; }

    /// <summary>It had to wait; its click has been acknowledged meanwhile.</summary>
    public bool WasHeld { get; init; }

    /// <summary>A newer screen took its place: what it would have deleted still has to go.</summary>
    public ChatState Superseded(ChatState state, DateTimeOffset now)
    {
        if (Screen.ClearsChat)
            state = state.Cleared();
        return Occasion is Occasion.Post post ? state.Leaving(post.Message, now, hasToGo: !Screen.LeavesTyped) : state;
    }

    public override string ToString() => nameof(Showing);
}
