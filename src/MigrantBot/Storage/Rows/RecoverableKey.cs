namespace MigrantBot.Storage.Rows;

/// <summary>The key of an envelope as it is sealed to the recovery key.</summary>
sealed record RecoverableKey
{
    public string ReportId { get; init; } = "";
    public string EnvelopeId { get; init; } = "";
    public long Direction { get; init; }
    public byte[] SealedKey { get; init; } = [];
}
