namespace MigrantBot.Storage.Rows;

/// <summary>A signed-in browser. The token stands in its cookie only.</summary>
sealed record Session
{
    public string TokenHash { get; init; } = "";
    public string ModeratorId { get; init; } = "";
    public long IdleUntil { get; init; }
    public long EndsAt { get; init; }
}
