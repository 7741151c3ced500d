using MigrantBot.Core.Exchange;

namespace MigrantBot.Intake;

/// <summary>Asks the core, stores what it decides in one transaction, and gives the screen to show.</summary>
sealed class Conversations
{
    /// <summary>The screen that answers; when this returns, every effect of the turn is durable. Throws only when storing fails.</summary>
    public Task<Screen> Answer(Asked asked, CancellationToken cancellation) => throw new NotSupportedException(asked.ToString());
}
