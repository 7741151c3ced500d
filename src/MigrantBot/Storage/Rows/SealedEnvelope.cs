namespace MigrantBot.Storage.Rows;

/// <summary>A sealed text and its key, sealed once for each who may read it.</summary>
sealed record SealedEnvelope
{
    /// <summary>The recipient who is no moderator: the reporter, by the receipt.</summary>
    public const string Reporter = "reporter";

    /// <summary>The other one: the key on paper, which opens nothing until two people bring their sheets together.</summary>
    public const string Recovery = "recovery";

    public const long Reply = 2;
    public const long Note = 3;

    public required string Id { get; init; }
    public required string ReportId { get; init; }

    /// <summary>0 report, 1 addition, 2 reply, 3 note.</summary>
    public required long Direction { get; init; }

    public required DateOnly Day { get; init; }
    public required byte[] Body { get; init; }
    public required IReadOnlyList<SealedKey> Keys { get; init; }

    /// <summary>Of a reply or a note: the moderator who wrote and signed it.</summary>
    public string? Author { get; init; }
    public byte[]? Signature { get; init; }

    /// <summary>Of a note: what it gives the reason for.</summary>
    public string? Act { get; init; }
}

/// <summary>The key of an envelope, sealed to one recipient.</summary>
sealed record SealedKey
{
    public required string RecipientId { get; init; }
    public required byte[] Key { get; init; }
}
