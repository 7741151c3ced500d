namespace MigrantBot.Storage.Rows;

/// <summary>A report that may be old enough to be deleted.</summary>
sealed record AgingRow
{
    public string Id { get; init; } = "";
    public string Status { get; init; } = "";
    public DateOnly ActiveOn { get; init; }
    public DateOnly NewestOn { get; init; }
    public DateOnly? OpenedOn { get; init; }
    public DateOnly? WarnedOn { get; init; }
}
