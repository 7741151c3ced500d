namespace MigrantBot.Storage.Rows;

/// <summary>Somebody who may sign in.</summary>
sealed record TeamMember
{
    public string Id { get; init; } = "";
    public string Handle { get; init; } = "";
    public string Role { get; init; } = "";
    public byte[] BoxKey { get; init; } = [];
    public byte[] SignKey { get; init; } = [];

    /// <summary>Codes, joined by a space.</summary>
    public string Languages { get; init; } = "";

    public DateOnly CreatedOn { get; init; }

    public bool IsAdministrator => Role == Moderator.AdministratorRole;
}

/// <summary>Somebody who was given a link to enrol and has not come yet.</summary>
sealed record Awaited
{
    public string Handle { get; init; } = "";
    public string Role { get; init; } = "";
    public long ExpiresAt { get; init; }
}
