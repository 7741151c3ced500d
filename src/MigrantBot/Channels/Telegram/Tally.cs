namespace MigrantBot.Channels.Telegram;

/// <summary>What went wrong since the start, as numbers only.</summary>
sealed class Tally
{
    int unreadable;
    int passedOver;
    int notShown;

    /// <summary>Updates that were no update.</summary>
    public int Unreadable => Volatile.Read(ref unreadable);

    /// <summary>Updates that failed again and again.</summary>
    public int PassedOver => Volatile.Read(ref passedOver);

    /// <summary>Screens that Telegram did not take.</summary>
    public int NotShown => Volatile.Read(ref notShown);

    public int CountUnreadable() => Interlocked.Increment(ref unreadable);

    public int CountPassedOver() => Interlocked.Increment(ref passedOver);

    public int CountNotShown() => Interlocked.Increment(ref notShown);
}
