namespace MigrantBot.Intake;

/// <summary>
/// Wrong receipts of the last hour: so many for each chat; after so many of all together those who come are slowed down, and nobody is refused for what
/// others did. It holds no more than it needs to know that, and a receipt that is right costs nothing. Safe for many threads.
/// </summary>
sealed class ReturningTries(TimeProvider time)
{
    public const int MostOfChat = 5;
    public const int MostOfAll = 120;
    public static readonly TimeSpan Counted = TimeSpan.FromHours(1);

    /// <summary>Beyond these the chat that has not tried for longest is forgotten: with so many chats there is enough to try with anyway.</summary>
    internal const int MostChats = 20_000;

    readonly Lock gate = new();
    readonly Queue<long> newest = [];
    readonly Forgetful<ChatKey, long[]> ofChats = new(MostChats, Counted, time);

    /// <summary>True where nothing may be tried now: before any work is done for it.</summary>
    public bool AreUsedUp(ChatKey? chat) => Of(chat) >= MostOfChat;

    /// <summary>True for a chat that has tried a wrong one, and so may stand aside for those who have not.</summary>
    public bool HasTried(ChatKey? chat) => Of(chat) > 0;

    /// <summary>True while so many are wrong that each has to be slow.</summary>
    public bool AreMany
    {
        get
        {
            lock (gate)
            {
                while (newest.TryPeek(out var oldest) && !IsCounted(oldest))
                    newest.Dequeue();
                return newest.Count == MostOfAll;
            }
        }
    }

    public void Count(ChatKey? chat)
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (newest.Count == MostOfAll)
                newest.Dequeue();
            newest.Enqueue(now);
            if (chat is { } one)
                ofChats.Keep(one, [.. Counting(one).TakeLast(MostOfChat - 1), now]);
        }
    }

    int Of(ChatKey? chat)
    {
        lock (gate)
            return chat is { } one ? Counting(one).Count() : 0;
    }

    IEnumerable<long> Counting(ChatKey chat) => (ofChats.Recall(chat) ?? []).Where(IsCounted);

    bool IsCounted(long at) => time.GetElapsedTime(at) < Counted;
}
