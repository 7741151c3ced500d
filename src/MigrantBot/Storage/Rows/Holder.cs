namespace MigrantBot.Storage.Rows;

/// <summary>An active moderator to whom a report is sealed.</summary>
sealed record Holder
{
    public string Id { get; init; } = "";
    public string Handle { get; init; } = "";
    public byte[] BoxKey { get; init; } = [];
}
