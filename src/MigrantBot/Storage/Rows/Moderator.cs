namespace MigrantBot.Storage.Rows;

/// <summary>
/// Who may come into the console. A moderator reads reports: public keys in the open, private ones wrapped in the browser before they came here. An
/// administrator has no keys.
/// </summary>
sealed record Moderator
{
    public const string Active = "active";
    public const string ModeratorRole = "moderator";
    public const string AdministratorRole = "administrator";

    public string Id { get; init; } = "";
    public string Handle { get; init; } = "";
    public string Status { get; init; } = Active;
    public string Role { get; init; } = ModeratorRole;
    public byte[] BoxKey { get; init; } = [];
    public byte[] SignKey { get; init; } = [];
    public byte[] WrappedKeys { get; init; } = [];
    public byte[] KdfSalt { get; init; } = [];
    public long KdfIterations { get; init; }

    /// <summary>Codes, joined by a space.</summary>
    public string Languages { get; init; } = "";

    public DateOnly CreatedOn { get; init; }
    public long Version { get; init; } = 1;
}
