namespace MigrantBot.Storage.Rows;

/// <summary>What waits for a moderator, counted up to <see cref="Most"/>.</summary>
sealed record Tally
{
    public const int Most = 1000;

    /// <summary>Open, with words that nobody has opened.</summary>
    public long Fresh { get; init; }

    /// <summary>Open and critical; those of a flood stand last however urgent they say they are, and do not call anybody.</summary>
    public long Urgent { get; init; }

    /// <summary>Open or accepted for longer than its urgency allows.</summary>
    public long Overdue { get; init; }
}
