using MigrantBot.Content;
using MigrantBot.Core.Exchange;
using MigrantBot.Intake;

namespace MigrantBot.Channels.Telegram;

/// <summary>What this channel needs of the house.</summary>
/// <param name="Answer">The screen that answers; every effect is durable when it comes. Asking twice for the same does no harm.</param>
/// <param name="Apologise">The screen that says that something broke, with a way home. Never fails.</param>
/// <param name="Forget">Lets go of what is remembered of a chat, when its person has left.</param>
/// <param name="Say">The words that are no part of an answer: of a line in a language, as plain text.</param>
sealed record House(
    Func<Asked, CancellationToken, Task<Answered>> Answer,
    Func<Asked, Answered> Apologise,
    Action<ChatKey> Forget,
    Func<Language, Line, string> Say);

/// <summary>A screen, and the words of the same turn: those of another may not fit it.</summary>
sealed record Answered(Screen Screen, Func<Language, Line, string> Say)
{
    /// <summary>What the screen plays, where it can be played.</summary>
    public RecordingFile? Plays { get; init; }
}
