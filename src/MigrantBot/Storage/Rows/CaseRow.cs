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

    /// <summary>What was answered, as <see cref="FacetColumns.Read"/> takes it apart.</summary>
    public string? Facets { get; init; }
}
