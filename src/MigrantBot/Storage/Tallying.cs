using System.Data.Common;
using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Counts what waits, each number from an index of its own and no further than it matters.</summary>
static class Tallying
{
    static readonly string Overdue = string.Join(" UNION ALL ", Urgency.Levels.Select((_, level) =>
        $"SELECT 1 FROM queue WHERE recipient_id = @me AND level = {level} AND waits_since < @Due{level} AND status <> 'waiting'"));

    static readonly string Sql =
        $"""
        SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM queue WHERE recipient_id = @me AND unread = 1 AND status = 'open' LIMIT {Tally.Most}) a) AS fresh,
               (SELECT COUNT(*) FROM (SELECT 1 FROM queue WHERE recipient_id = @me AND flood = 0 AND turn <= {Precedence.LastCritical} AND status = 'open' LIMIT {Tally.Most}) b) AS urgent,
               (SELECT COUNT(*) FROM (SELECT 1 FROM ({Overdue}) o LIMIT {Tally.Most}) c) AS overdue
        """;

    public static Task<Tally> Read(DbConnection connection, string me, DateOnly today)
    {
        var parameters = new DynamicParameters(new { me });
        WorkPage.AddDue(parameters, today);
        return connection.QuerySingleAsync<Tally>(Sql, parameters);
    }
}
