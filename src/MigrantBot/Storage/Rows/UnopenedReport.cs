namespace MigrantBot.Storage.Rows;

/// <summary>A report with words that nobody has opened yet.</summary>
sealed record UnopenedReport
{
    public string Id { get; init; } = "";
    public long Urgency { get; init; }

    /// <summary>0 no, 1 came during a flood, 2 repeated.</summary>
    public long Flood { get; init; }
}
