namespace MigrantBot.Channels.Telegram;

/// <summary>A number from 0 to 1, so that many who wait do not come back in step.</summary>
delegate double Jitter();

/// <summary>How long to wait before trying again: longer each time, at most half a minute, and not in step with others.</summary>
static class Pauses
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="jitter">A number from 0 to 1.</param>
    public static TimeSpan After(int attempt, double jitter)
    {
        var pause = TimeSpan.FromSeconds(0.5 * Math.Pow(2, Math.Min(attempt, 10) - 1));
        return (pause < Longest ? pause : Longest) * (0.75 + jitter / 2);
    }
}
