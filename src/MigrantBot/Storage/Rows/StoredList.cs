namespace MigrantBot.Storage.Rows;

/// <summary>A list of recipients as it lies in the database. Nothing says that it is true: see <see cref="Trust"/>.</summary>
sealed record StoredList
{
    public long Version { get; init; }

    /// <summary>Canonical JSON.</summary>
    public byte[] Body { get; init; } = [];

    /// <summary>Of the root key.</summary>
    public byte[] Signature { get; init; } = [];
}
