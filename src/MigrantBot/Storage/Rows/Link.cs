namespace MigrantBot.Storage.Rows;

/// <summary>A one-time link: to enrol where there is nobody yet, else to add a passkey for one that was lost.</summary>
sealed record Link
{
    /// <summary>The token itself is known only to who was given the link.</summary>
    public string TokenHash { get; init; } = "";
    public string Handle { get; init; } = "";

    /// <summary>Of whoever enrols with it.</summary>
    public string Role { get; init; } = Moderator.ModeratorRole;
    public string? ModeratorId { get; init; }
    public long ExpiresAt { get; init; }
}
