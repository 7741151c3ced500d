namespace MigrantBot.Storage.Rows;

/// <summary>What decides whether a report counts, and in which month.</summary>
sealed record CountedReport
{
    public DateOnly ReceivedOn { get; init; }
    public string? Verdict { get; init; }
    public DateOnly? VerdictOn { get; init; }
    public string? CountedIn { get; init; }
}
