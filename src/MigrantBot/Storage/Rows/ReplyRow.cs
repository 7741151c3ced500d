namespace MigrantBot.Storage.Rows;

/// <summary>A sealed reply with its key sealed to the reporter, and what is needed to find out whether a moderator of ours wrote it.</summary>
sealed record ReplyRow
{
    public string Id { get; init; } = "";
    public DateOnly Day { get; init; }
    public byte[] Body { get; init; } = [];
    public byte[] SealedKey { get; init; } = [];
    public string? Author { get; init; }
    public byte[]? Signature { get; init; }

    /// <summary>Null unless the author is a moderator, or was one: who left has not unsaid what was answered before.</summary>
    public byte[]? SignKey { get; init; }
}
