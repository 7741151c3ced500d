using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>What a reporter is told of the report: how far it is, when it makes sense to look again, and until when it is kept.</summary>
static class Outlook
{
    const int DaysWhenCritical = 1;
    const int DaysWhenWaiting = 3;
    const int DaysWhenRead = 1;
    const int DaysWhenDecided = 7;

    public static Found.Case Of(ReceiptRow row, IReadOnlyList<Reply> replies, DateOnly today)
    {
        var status = StoredStatus.Read(row.Status);
        var keptUntil = KeptUntil(status, row.ActiveOn, today);
        var standing = StandingOf(status == CaseStatus.Closed && row.Verdict is { } verdict ? StoredStatus.Read(verdict) : status, row.IsClaimed != 0);
        return new(standing, row.ReceivedOn, LookAgainOn(standing, row.Urgency, today, keptUntil), keptUntil, replies, row.ReplyLostOn is not null);
    }

    static Standing StandingOf(CaseStatus status, bool isClaimed) => status switch
    {
        CaseStatus.Waiting => Standing.AskedBack,
        CaseStatus.Accepted or CaseStatus.Closed => Standing.Accepted,
        CaseStatus.Rejected => Standing.Rejected,
        CaseStatus.Duplicate => Standing.Duplicate,
        _ => isClaimed ? Standing.BeingRead : Standing.Waiting,
    };

    /// <summary>What nobody has opened may outlast its time; then no more than today is sure.</summary>
    static DateOnly KeptUntil(CaseStatus status, DateOnly activeOn, DateOnly today)
    {
        var promised = Retention.KeptUntil(status, activeOn);
        return promised < today ? today : promised;
    }

    /// <summary>Nobody is sent to a day after the last, or told to look again today.</summary>
    static DateOnly LookAgainOn(Standing standing, long urgency, DateOnly today, DateOnly keptUntil)
    {
        var news = today.AddDays(standing switch
        {
            Standing.Waiting => urgency >= Urgency.Critical ? DaysWhenCritical : DaysWhenWaiting,
            Standing.BeingRead => DaysWhenRead,
            _ => DaysWhenDecided,
        });
        return news > keptUntil && keptUntil > today ? keptUntil : news;
    }
}
