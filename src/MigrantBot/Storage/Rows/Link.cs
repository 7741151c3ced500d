namespace MigrantBot.Storage.Rows;

/// <summary>A one-time link: to enrol where there is no moderator yet, else to sign in.</summary>
sealed record Link
{
    /// <summary>The token itself is known only to who was given the link.</summary>
    public string TokenHash { get; init; } = "";
    public string Handle { get; init; } = "";
    public string? ModeratorId { get; init; }
    public long ExpiresAt { get; init; }
}
