namespace MigrantBot.Storage.Rows;

/// <summary>An active moderator as the sealing sees one; or the recovery key, which signs nothing.</summary>
sealed record Recipient
{
    public string Id { get; init; } = "";
    public string Handle { get; init; } = "";
    public byte[] BoxKey { get; init; } = [];
    public byte[] SignKey { get; init; } = [];

    /// <summary>Codes, joined by a space.</summary>
    public string Languages { get; init; } = "";

    public bool Reads(string language) => Languages.Split(' ').Contains(language);
}
