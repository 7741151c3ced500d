namespace MigrantBot.Storage.Rows;

/// <summary>A report as its reporter may know it.</summary>
sealed record ReceiptRow
{
    public string ReportId { get; init; } = "";
    public string Status { get; init; } = "";

    /// <summary>The last one: what a closed report was closed with.</summary>
    public string? Verdict { get; init; }

    /// <summary>1 while a moderator's claim runs, else 0.</summary>
    public long IsClaimed { get; init; }

    public DateOnly ReceivedOn { get; init; }
    public DateOnly ActiveOn { get; init; }
    public long Urgency { get; init; }

    /// <summary>When a reply was last deleted by age before the reporter took it.</summary>
    public DateOnly? ReplyLostOn { get; init; }

    /// <summary>The last day on which the reporter was shown a reply.</summary>
    public DateOnly? ReplyTakenOn { get; init; }
}
