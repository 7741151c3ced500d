namespace MigrantBot.Storage.Rows;

/// <summary>A challenge that somebody's device is about to sign. Its token stands in the cookie of that browser only.</summary>
sealed record Ceremony
{
    public const string Enrol = "enrol";
    public const string Add = "add";
    public const string SignIn = "sign-in";

    public string TokenHash { get; init; } = "";
    public string Kind { get; init; } = "";

    /// <summary>Whose passkey it is going to be; null where the passkey is to tell.</summary>
    public string? ModeratorId { get; init; }
    public string State { get; init; } = "";
    public long ExpiresAt { get; init; }
}
