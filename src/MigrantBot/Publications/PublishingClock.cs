using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Publications;

/// <summary>
/// Publishes by the calendar, in every process; the database lets one be the first. It begins with the process, so what came due while nothing ran is made
/// up for.
/// </summary>
sealed partial class PublishingClock(Publishing publishing, Database database, TimeProvider time, ILogger<PublishingClock> log) : Rounds(Every, time)
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    bool isCompact = true;

    protected override void NotDone(Exception trouble) => NotDone(log, trouble.GetType().Name);

    /// <summary>Facts that went with their quarter go from the files too; where somebody reads an older state, the housekeeping goes on trying.</summary>
    protected override async Task Work(CancellationToken cancellation)
    {
        await foreach (var row in publishing.Run(AuditRow.System, cancellation))
        {
            IsOut(log, row.Mark);
            isCompact &= row.Kind != PublicationRow.QuarterKind;
        }
        if (isCompact)
            return;
        await database.Compact(cancellation);
        isCompact = true;
        await database.Expunge(cancellation);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Published: {Mark}. It never changes from now on; what turns out to be wrong is said by the verb “publish erratum”.")]
    static partial void IsOut(ILogger log, string mark);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "What is due could not be published, or the files not cleared after it ({Kind}); it is tried again in ten minutes. See that the database answers, that its disk has room for a second copy, and that the folder of copies beside the pepper can be written and read; the verb “publish” says more.")]
    static partial void NotDone(ILogger log, string kind);
}
