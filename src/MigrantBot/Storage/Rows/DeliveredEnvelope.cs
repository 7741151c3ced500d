namespace MigrantBot.Storage.Rows;

/// <summary>Sealed text with its key sealed to the one moderator who may have it now.</summary>
sealed record DeliveredEnvelope
{
    public string Id { get; init; } = "";
    public long Direction { get; init; }
    public DateOnly Day { get; init; }
    public byte[] Body { get; init; } = [];
    public byte[] SealedKey { get; init; } = [];

    /// <summary>Of a note: what it gives the reason for.</summary>
    public string? Act { get; init; }

    /// <summary>Of a reply or a note: the moderator who wrote it.</summary>
    public string? Author { get; init; }

    /// <summary>Of both: the author's name and signature, and the key that tells whether it holds.</summary>
    public string? AuthorHandle { get; init; }
    public byte[]? Signature { get; init; }
    public byte[]? SignKey { get; init; }
}
