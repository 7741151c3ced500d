using System.Globalization;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;

namespace Measures.Publishing;

/// <summary>A quarter in which so many reports were accepted, always the same: the SQL makes the rows by itself, each from its number.</summary>
static class Seed
{
    const int AtOnce = 100_000;

    /// <summary>So many of ten are still worked on, and stand in the queue.</summary>
    const int WorkedOn = 2;

    static readonly string Month = Case(["2026-07", "2026-08", "2026-09"], 1);

    static readonly string Status = $"CASE WHEN {Number(10, 2)} < {WorkedOn} THEN 'accepted' ELSE 'closed' END";

    static readonly string Reports =
        $"""
        INSERT INTO reports (id, received_on, waits_since, active_on, language, urgency, urgency_reason, status, opened_on, flood, turn, version, verdict, verdict_on, decided_by, closed_on, counted_in)
        SELECT {Id}, {Month} || '-03', {Month} || '-03', {Month} || '-20', 'uz', 5, 'violence.hours', {Status}, {Month} || '-10', 0, 20, 1, 'accepted', {Month} || '-12', 'm-1', {Month} || '-20', {Month}
        FROM n
        """;

    static readonly string Facets =
        $"""
        INSERT INTO report_facets (report_id, {string.Join(", ", FacetColumns.All)})
        SELECT {Id}, 'self', 'week', {Case([.. Enum.GetValues<Region>().Select(Code.Of), FacetNames.Unsaid], 3)}, 'police', {Case([.. Enum.GetValues<Actor>().Select(Code.Of), FacetNames.Unsaid], 4)},
               {Case([.. Enum.GetValues<Methods>().Skip(1).Select(Code.Of), "violence documents-taken", "deception money-promised", FacetNames.Unsaid], 5)},
               'pressed', {Case([.. Enum.GetValues<Citizenship>().Select(Code.Of), FacetNames.Unsaid], 6)}, 'no', 'days'
        FROM n
        """;

    static readonly string Counted =
        $"""
        INSERT INTO counted (report_id, month, region, type, citizenship, actor)
        SELECT {Id}, {Month}, {Case(Counting.Codes<RegionCell>(), 3)}, {Case(Counting.Codes<CaseType>(), 5)}, {Case(Counting.Codes<CitizenCell>(), 6)}, {Case(Counting.Codes<ActorCell>(), 4)}
        FROM n
        """;

    static readonly string Queue =
        $"""
        INSERT INTO queue (recipient_id, report_id, status, flood, turn, waits_since, level, unread, language, region, type)
        SELECT '', {Id}, {Status}, 0, 20, {Month} || '-03', 3, 0, 'uz', 'moscow', 'violence'
        FROM n WHERE {Number(10, 2)} < {WorkedOn}
        """;

    /// <summary>Of full length, in no order, and never twice.</summary>
    const string Id = "'case-6e1f0c9a2b7d4853a0' || (1000000000 + i * 2654435761 % 4294967291)";

    public static async Task Fill(Database database, int reports)
    {
        const string numbered = "FROM (WITH RECURSIVE numbers(i) AS (SELECT @first UNION ALL SELECT i + 1 FROM numbers WHERE i < @last) SELECT i FROM numbers) n";
        for (var first = 0; first < reports; first += AtOnce)
            foreach (var sql in (IEnumerable<string>)[Reports, Facets, Counted, Queue])
                await database.Write((connection, transaction) => connection.ExecuteAsync(
                    sql.Replace("FROM n", numbered, StringComparison.Ordinal), new { first, last = Math.Min(first + AtOnce, reports) - 1 }, transaction, commandTimeout: 0), CancellationToken.None);
    }

    public static Task<long> Count(Database database, string which) => database.Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {which}"), CancellationToken.None);

    /// <summary>SQL for a number below <paramref name="most"/> that looks as if it had nothing to do with the others of the row.</summary>
    static string Number(int most, int salt) => string.Create(CultureInfo.InvariantCulture, $"(i * {2654435761 + (salt * 40_503_977L)} % 4294967291 / 4096) % {most}");

    static string Case(IReadOnlyList<string> values, int salt) =>
        $"CASE {Number(values.Count, salt)} {string.Concat(values.Select((value, number) => string.Create(CultureInfo.InvariantCulture, $"WHEN {number} THEN '{value}' ")))}END";
}
