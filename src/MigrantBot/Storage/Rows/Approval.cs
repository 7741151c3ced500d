namespace MigrantBot.Storage.Rows;

/// <summary>What somebody asked for and another person is to confirm.</summary>
sealed record Approval
{
    public string Id { get; init; } = "";
    public string Action { get; init; } = "";

    /// <summary>Of a removal: the id of who is to go. Of a new administrator: their handle.</summary>
    public string Object { get; init; } = "";

    /// <summary>The id of who asked.</summary>
    public string AskedBy { get; init; } = "";

    public string AskedByHandle { get; init; } = "";

    /// <summary>The handle of who is to go; null where nobody is.</summary>
    public string? Handle { get; init; }

    public long ExpiresAt { get; init; }
}
