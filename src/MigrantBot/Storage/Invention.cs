using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Storage;

/// <summary>The database of a demo: marked before anything is in it, and only where nothing ever was.</summary>
static class Invention
{
    /// <summary>A row in any of these says that somebody has worked with the database, or that the program has served from it.</summary>
    static readonly string[] Lived = ["reports", "counted", "publications", "withdrawn", "moderators", "links", "ngo_keys", "audit", "housekeeping", "house"];

    /// <summary>False, and nothing changed, where the database is not empty. The looking and the mark are one: nobody reports in between.</summary>
    public static async Task<bool> Begin(
        Database database, DbConnection connection, DbTransaction transaction, DateOnly today, Period firstMonth)
    {
        await database.HoldKeys(connection, transaction);
        foreach (var table in Lived)
            if (await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}", transaction: transaction) > 0)
                return false;
        await House.Keep(connection, transaction, House.Invented, $"{today:yyyy-MM-dd}");
        await House.Keep(connection, transaction, House.FirstMonth, $"{firstMonth}");
        // The nights of two years have been: ages are counted by today.
        await connection.ExecuteAsync("INSERT INTO housekeeping (job, ran_on, counted_on) VALUES (@Job, @today, @today)", new { Purge.Job, today }, transaction);
        return true;
    }

    /// <summary>What a report that was deleted for its age has left behind until its quarter is published.</summary>
    public static Task Count(DbConnection connection, DbTransaction transaction, IEnumerable<(string Id, Period Month, Facets Facets)> reports) => connection.ExecuteAsync(
        "INSERT INTO counted (report_id, month, region, type, citizenship, actor) VALUES (@Id, @Month, @Region, @Type, @Citizenship, @Actor)",
        reports.Select(one => new
        {
            one.Id,
            Month = $"{one.Month}",
            Region = Code.Of(Counting.CellOf(one.Facets.Region)),
            Type = Code.Of(Counting.TypeOf(one.Facets.Methods)),
            Citizenship = Code.Of(Counting.CellOf(one.Facets.Citizenship)),
            Actor = Code.Of(Counting.CellOf(one.Facets.Actor)),
        }), transaction);
}
