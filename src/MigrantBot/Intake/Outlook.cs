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
        var keptUntil = row.ActiveOn.AddDays(standing is Standing.Waiting or Standing.BeingRead ? 180 : 90);
        var look = today.AddDays(DaysUntilNews(standing, row.Urgency));
        return new(standing, row.ReceivedOn, look, keptUntil, replies, row.ReplyLostOn is not null);
    }

    static Standing StandingOf(ReceiptRow row) => Code.Read<CaseStatus>(row.Status) switch
    {
        CaseStatus.Open => row.IsClaimed != 0 ? Standing.BeingRead : Standing.Waiting,
        CaseStatus.Accepted => Standing.Accepted,
        CaseStatus.Rejected => Standing.Rejected,
        _ => throw new InvalidOperationException($"The database has the status {row.Status}, which this program does not know."),
    };

    static int DaysUntilNews(Standing standing, long urgency) => standing switch
    {
        Standing.Waiting => urgency >= Pressing ? SoonAgain : LaterAgain,
        Standing.BeingRead => SoonAgain,
        _ => MuchLaterAgain,
    };
}
