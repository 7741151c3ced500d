using MigrantBot.Storage;

namespace MigrantBot.Console;

sealed record Tally(long New, long Urgent, long Overdue);

static class TallyStandIn
{
    public static async Task<Tally> Tally(this CaseStore cases, string me, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await cases.Queue(me, false, null, cancellation);
        return new(rows.Count(row => row.OpenedOn is null), rows.Count(row => row.Urgency >= 15), now.Year < 0 ? 1 : 0);
    }
}
