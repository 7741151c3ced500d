namespace MigrantBot.Storage.Rows;

/// <summary>An answer that is being written, sealed by its author to the same.</summary>
sealed record DraftRow
{
    public DateOnly Day { get; init; }
    public byte[] Body { get; init; } = [];
    public byte[] SealedKey { get; init; } = [];
}
