using MigrantBot.Core.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>What a file says of itself besides its figures.</summary>
/// <param name="PublishedOn">The day on which it appeared.</param>
/// <param name="AuditHead">The audit's newest row before the one that tells of this publication, by its blinded hash: see <see cref="BlindedHead"/>.</param>
/// <param name="IsInvented">Whether its reports were made up for a trial.</param>
/// <param name="MonthsJoin">Of a quarter in normal volume: whether its total rests on its three months too.</param>
sealed record Imprint(DateOnly PublishedOn, string AuditHead, bool IsInvented, bool MonthsJoin = true)
{
    /// <summary>How far from the truth the total may lie; for a quarter in normal volume no table says it.</summary>
    public int MarginOfTotal(Figures figures) => Plan.MarginOfTotal(figures.Period.Cadence, figures.Volume, MonthsJoin);
}
