namespace MigrantBot.Intake;

/// <summary>
/// Wrong receipts of the last hour: so many for each chat, so many for all together. It never holds more than those of all together, and a
/// receipt that is right costs nothing. Safe for many threads.
/// </summary>
sealed class ReturningTries(TimeProvider time)
{
    public const int MostOfChat = 5;
    public const int MostOfAll = 120;
    public static readonly TimeSpan Counted = TimeSpan.FromHours(1);

    readonly Lock gate = new();
    readonly Queue<(ChatKey? Chat, long At)> wrong = [];

    /// <summary>True where nothing may be tried now: before any work is done for it.</summary>
    public bool AreUsedUp(ChatKey? chat)
    {
        lock (gate)
        {
            while (wrong.TryPeek(out var oldest) && time.GetElapsedTime(oldest.At) >= Counted)
                wrong.Dequeue();
            return wrong.Count >= MostOfAll || (chat is not null && wrong.Count(one => one.Chat == chat) >= MostOfChat);
        }
    }

    public void Count(ChatKey? chat)
    {
        lock (gate)
            wrong.Enqueue((chat, time.GetTimestamp()));
    }
}
