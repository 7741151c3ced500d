namespace MigrantBot.Core.Moderation;

/// <summary>
/// The day that ages are counted by. It follows the calendar, but never goes back and gains at most a week a night: a clock that leaps deletes nothing
/// at once, and after a long outage everybody has had the time to look.
/// </summary>
public static class CountedDay
{
    public const int MostAtOnce = 7;

    public static DateOnly After(DateOnly counted, DateOnly today)
    {
        var ahead = today.DayNumber - counted.DayNumber;
        return ahead <= 0 ? counted : counted.AddDays(Math.Min(ahead, MostAtOnce));
    }
}
