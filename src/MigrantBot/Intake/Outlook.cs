using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Intake;

/// <summary>What a reporter is told of the report: how far it is, when it makes sense to look again, and until when it is kept.</summary>
static class Outlook
{
    /// <summary>From this urgency on, somebody should have looked by tomorrow.</summary>
    const int Pressing = 15;

    const int SoonAgain = 1;
    const int LaterAgain = 3;
    const int MuchLaterAgain = 7;

    public static Found.Case Of(ReceiptRow row, IReadOnlyList<Reply> replies, DateOnly today)
    {
        var standing = StandingOf(row);
        var keptUntil = Retention.KeptUntil(StatusOf(row), row.ActiveOn);
        var look = today.AddDays(DaysUntilNews(standing, row.Urgency));
        return new(standing, row.ReceivedOn, look, keptUntil, replies, row.ReplyLostOn is not null);
    }

    static Standing StandingOf(ReceiptRow row) => StatusOf(row) switch
    {
        CaseStatus.Open => row.IsClaimed != 0 ? Standing.BeingRead : Standing.Waiting,
        CaseStatus.Accepted => Standing.Accepted,
        CaseStatus.Rejected => Standing.Rejected,
        var status => throw new ArgumentOutOfRangeException(nameof(row), status, "Say here how far this is."),
    };

    static CaseStatus StatusOf(ReceiptRow row) => Code.Read<CaseStatus>(row.Status)
        ?? throw new InvalidOperationException($"The database has the status {row.Status}, which this program does not know.");

    static int DaysUntilNews(Standing standing, long urgency) => standing switch
    {
        Standing.Waiting => urgency >= Pressing ? SoonAgain : LaterAgain,
        Standing.BeingRead => SoonAgain,
        _ => MuchLaterAgain,
    };
}
