namespace MigrantBot.Storage.Rows;

/// <summary>Whose session it is.</summary>
sealed record SignedIn
{
    public string ModeratorId { get; init; } = "";
    public string Handle { get; init; } = "";
    public string Role { get; init; } = "";
    public long IdleUntil { get; init; }
    public long EndsAt { get; init; }
}
