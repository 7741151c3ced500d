namespace MigrantBot.Storage.Rows;

/// <summary>A report as the queue and the case page show it to one moderator: everything but the sealed text.</summary>
sealed record CaseRow
{
    public string Id { get; init; } = "";
    public DateOnly ReceivedOn { get; init; }
    public string Language { get; init; } = "";
    public long Urgency { get; init; }
    public string UrgencyReason { get; init; } = "";
    public string Status { get; init; } = "";
    public string? ClaimedBy { get; init; }
    public long? ClaimUntil { get; init; }
    public string? Holder { get; init; }
    public long Version { get; init; }

    /// <summary>1 where a key of the report is sealed to the moderator who asks, else 0.</summary>
    public long IsSealedToMe { get; init; }

    public string Who { get; init; } = "";
    public string Happened { get; init; } = "";
    public string Region { get; init; } = "";
    public string Place { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Methods { get; init; } = "";
    public string Stage { get; init; } = "";
    public string Citizenship { get; init; } = "";
    public string RussianPassport { get; init; } = "";
    public string Deadline { get; init; } = "";
}
