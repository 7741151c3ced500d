namespace MigrantBot.Tests;

/// <summary>A clock that a test moves. It tells the time and has no timers.</summary>
sealed class FakeClock(DateTimeOffset start) : TimeProvider
{
    DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Pass(TimeSpan time) => _now += time;
}
