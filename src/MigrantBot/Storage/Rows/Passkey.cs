namespace MigrantBot.Storage.Rows;

/// <summary>What a person signs in with: the public half of a key that their device keeps.</summary>
sealed record Passkey
{
    const int LettersInAudit = 8;

    /// <summary>As the device knows it, base64url.</summary>
    public string CredentialId { get; init; } = "";
    public string ModeratorId { get; init; } = "";
    public string Label { get; init; } = "";
    public byte[] Data { get; init; } = [];
    public long SignCount { get; init; }
    public DateOnly CreatedOn { get; init; }
    public DateOnly? UsedOn { get; init; }

    /// <summary>How the audit calls it.</summary>
    public string Brief => $"passkey {CredentialId[..Math.Min(LettersInAudit, CredentialId.Length)]}";
}
