namespace MigrantBot.Core.Moderation;

/// <summary>What decides how long a report is kept.</summary>
/// <param name="Status">A report that is open or waits for its reporter is kept longer than a decided one.</param>
/// <param name="ActiveOn">The last day on which something was told, answered or decided.</param>
/// <param name="NewestOn">The day of the newest text in it, whoever wrote it.</param>
/// <param name="IsOpened">Whether a moderator got all that its reporter told.</param>
/// <param name="WarnedOn">Since when it is too old although it was never opened.</param>
public sealed record Aging(CaseStatus Status, DateOnly ActiveOn, DateOnly NewestOn, bool IsOpened, DateOnly? WarnedOn);

/// <summary>What becomes of a report tonight. <see cref="Warn"/>: it stays, and moderators are told that it will go unread.</summary>
public enum Fate { Keep, Warn, Delete }

/// <summary>How long things are kept. Every number is a promise that stands on a screen or in the README.</summary>
public static class Retention
{
    public const int OpenDays = 180;
    public const int DecidedDays = 90;

    /// <summary>For a reply that its reporter has not taken.</summary>
    public const int ReplyDays = 90;

    /// <summary>For the bare id of a report that was taken back.</summary>
    public const int WithdrawnDays = 30;

    /// <summary>For what moderators, administrators and the operator did.</summary>
    public const int AuditDays = 730;

    /// <summary>No text younger than this is deleted by age, and so long moderators are warned before one is deleted that nobody has opened.</summary>
    public const int GraceDays = 14;

    /// <summary>The last day on which a report is surely there, if nothing more happens to it.</summary>
    public static DateOnly KeptUntil(CaseStatus status, DateOnly activeOn) =>
        DateOnly.FromDayNumber(Math.Min(activeOn.DayNumber + DaysOf(status), DateOnly.MaxValue.DayNumber));

    /// <summary>Decides by the day that ages are counted by, which is not always the calendar's: see <see cref="CountedDay"/>.</summary>
    public static Fate Of(Aging report, DateOnly counted)
    {
        if (counted <= KeptUntil(report.Status, report.ActiveOn) || !IsOver(report.NewestOn, GraceDays, counted))
            return Fate.Keep;
        return report.IsOpened || (report.WarnedOn is { } warned && IsOver(warned, GraceDays, counted)) ? Fate.Delete : Fate.Warn;
    }

    /// <summary>What is dated before this day has had its days.</summary>
    public static DateOnly OverBefore(int days, DateOnly counted) => DateOnly.FromDayNumber(Math.Max(counted.DayNumber - days, 0));

    static bool IsOver(DateOnly since, int days, DateOnly counted) => since < OverBefore(days, counted);

    static int DaysOf(CaseStatus status) => status is CaseStatus.Open or CaseStatus.Waiting ? OpenDays : DecidedDays;
}
