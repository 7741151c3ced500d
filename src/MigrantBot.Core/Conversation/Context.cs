using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Conversation;

/// <summary>What the core may know of the world in one turn.</summary>
/// <param name="Catalogue">The facts.</param>
/// <param name="Today">The day, by which what is old is marked and what is too old is hidden.</param>
/// <param name="ReportingIsOpen">True while there is somebody who can read a report.</param>
/// <param name="FreshSecret">128 random bits, never given before: the secret of a draft, should one begin in this turn.</param>
/// <param name="Guess">The language to speak where no address says it; null: ask for it.</param>
public sealed record Context(Catalogue Catalogue, DateOnly Today, bool ReportingIsOpen, UInt128 FreshSecret, Language? Guess = null)
{
    /// <summary>The receipt of a draft's secret; only the host knows what else it depends on.</summary>
    public required Func<UInt128, Receipt> ReceiptOf { get; init; }

    /// <summary>What there is under the receipt for which <see cref="Dialogue.Asks"/> asked; null where it asked for none.</summary>
    public Found? Found { get; init; }

    /// <summary>The secret does not print.</summary>
    public override string ToString() => nameof(Context);
}
