using MigrantBot.Core.Publications;

namespace MigrantBot.Storage;

/// <summary>What a publication is drawn from. It is seen by whoever draws, inside the transaction, and by nobody afterwards.</summary>
/// <param name="Tallies">The exact numbers of its months.</param>
/// <param name="MonthsJson">Of a quarter in normal volume: the files of its months that are out, in their order.</param>
/// <param name="AuditHead">Where the audit stood, blinded: see <see cref="BlindedHead"/>.</param>
sealed record PublicationDraft(IReadOnlyList<Tally> Tallies, IReadOnlyList<string> MonthsJson, string AuditHead);
