namespace MigrantBot.Storage;

/// <summary>
/// Deletes by age every night, and sees to it that what was deleted is gone from the files too. Every process does this; the database lets one be the
/// first of the day. It begins with the process, so a night on which nothing ran is made up for.
/// </summary>
sealed partial class Housekeeping(Database database, TimeProvider time, ILogger<Housekeeping> log) : Rounds(Every, time)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    readonly Purge purge = new(database);
    bool isCompact = true;
    bool isClean = true;

    protected override void NotDone(Exception trouble) => NotDone(log, trouble.GetType().Name);

    protected override async Task Work(CancellationToken cancellation)
    {
        if (await purge.Run(Time.GetUtcNow(), cancellation) is { } night)
        {
            Tell(night);
            isCompact = false;
        }
        await purge.Order(Time.GetUtcNow(), cancellation);
        if (!isCompact)
            await database.Compact(cancellation);
        isCompact = true;
        var wasClean = isClean;
        isClean = await database.Expunge(cancellation);
        if (wasClean && !isClean)
            Remains(log);
    }

    void Tell(Night night)
    {
        var ahead = night.Today.DayNumber - night.Counted.DayNumber;
        if (ahead > 0)
            ClockIsAhead(log, ahead);
        if (ahead < 0)
            ClockIsBehind(log, -ahead);
        if (night.SomeUnopened)
            SomeGoUnopened(log);
    }

    [LoggerMessage(Level = LogLevel.Error, Message =
        "The date of this machine is {Days} days ahead of the days that were counted here. After a long outage, or in the first weeks of this version, nothing has to be done: ages catch up by a week a night. Otherwise set the clock right today, or reports are deleted before their time.")]
    static partial void ClockIsAhead(ILogger log, int days);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "The date of this machine is {Days} days behind the days that were counted here: set the clock right. Until then nothing grows older, and nothing is deleted by age that was not due before.")]
    static partial void ClockIsBehind(ILogger log, int days);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "There are reports so old that they will be deleted, and nobody has ever opened them. They stay two weeks from the first of these warnings: open them in the console, or enrol moderators who have the time.")]
    static partial void SomeGoUnopened(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "What was deleted still lies in the log beside the database, since somebody reads an older state of it, a backup perhaps. It is tried again every ten minutes; end that reader if it does not end by itself.")]
    static partial void Remains(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The nightly deletion, or the clearing of the files after it, could not be done ({Kind}); it is tried again in ten minutes. See that the database answers and that its disk has room for a second copy.")]
    static partial void NotDone(ILogger log, string kind);
}
