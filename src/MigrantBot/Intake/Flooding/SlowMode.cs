namespace MigrantBot.Intake.Flooding;

/// <summary>When so much comes that it looks like a flood.</summary>
static class SlowMode
{
    /// <summary>So many within an hour are never a flood.</summary>
    internal const int Never = 30;

    const int TimesTheUsual = 5;

    /// <summary>
    /// A process that has just started has seen no usual hour. Up to a day of hours it counts those that it has not seen as empty: a flood that it
    /// starts into must not look like the usual.
    /// </summary>
    const int FewestHours = 24;

    internal static bool Is(int lastHour, IReadOnlyCollection<int> hoursBefore) => lastHour > Math.Max(Never, TimesTheUsual * Usual(hoursBefore));

    static int Usual(IReadOnlyCollection<int> hours)
    {
        var unseen = Enumerable.Repeat(0, Math.Max(0, FewestHours - hours.Count));
        return hours.Concat(unseen).Order().ElementAt((Math.Max(hours.Count, FewestHours) - 1) / 2);
    }
}
