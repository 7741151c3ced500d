namespace MigrantBot.Publications;

/// <summary>What a file says of itself besides its figures.</summary>
/// <param name="PublishedOn">The day on which it appeared.</param>
/// <param name="AuditHead">The hash of the audit's newest row before the one that tells of this publication.</param>
/// <param name="IsInvented">Whether its reports were made up for a trial.</param>
sealed record Imprint(DateOnly PublishedOn, string AuditHead, bool IsInvented);
