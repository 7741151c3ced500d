namespace MigrantBot.Intake.Flooding;

/// <summary>How many reports came in each minute of the last seven days and one hour, in memory only. Numbers, never shown. One thread at a time.</summary>
sealed class Traffic(TimeProvider time)
{
    const int Hour = 60;
    const int HoursOfWeek = 7 * 24;

    readonly int[] minutes = new int[(HoursOfWeek + 1) * Hour];
    readonly long start = time.GetTimestamp();
    long now;

    public void Count()
    {
        Move();
        minutes[now % minutes.Length]++;
    }

    public bool IsSlow()
    {
        Move();
        var hours = (int)Math.Min(HoursOfWeek, now / Hour);
        return Before(0) is > SlowMode.Never and var last && SlowMode.Is(last, [.. Enumerable.Range(1, hours).Select(Before)]);
    }

    /// <summary>The minutes that have begun since it was last looked at are empty. A clock set back moves nothing: time is counted from the start.</summary>
    void Move()
    {
        var minute = (long)time.GetElapsedTime(start).TotalMinutes;
        for (var empty = Math.Max(now + 1, minute - minutes.Length + 1); empty <= minute; empty++)
            minutes[empty % minutes.Length] = 0;
        now = minute;
    }

    /// <summary>The hour that ended so many hours ago; the last one for 0.</summary>
    int Before(int hours)
    {
        var sum = 0;
        for (var (minute, first) = (now - hours * Hour, Math.Max(0, now - hours * Hour - Hour + 1)); minute >= first; minute--)
            sum += minutes[minute % minutes.Length];
        return sum;
    }
}
