namespace MigrantBot.Storage.Rows;

/// <summary>What decides how soon it is a case's turn.</summary>
sealed record RankRow
{
    public string Status { get; init; } = "";
    public long Flood { get; init; }
    public long Urgency { get; init; }
    public DateOnly WaitsSince { get; init; }
    public long Turn { get; init; }

    /// <summary>1 while there are words that nobody has opened.</summary>
    public long Unread { get; init; }
}
