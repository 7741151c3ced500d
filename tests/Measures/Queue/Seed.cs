using System.Data.Common;
using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace Measures.Queue;

/// <summary>A database as it would be after a very bad year, always the same: the SQL makes the rows by itself, each from its number.</summary>
static class Seed
{
    public const int Moderators = 20;
    const int AtOnce = 100_000;
    const int Days = 30;

    static readonly string[] Languages = ["uz", "uz", "uz", "uz", "uz-Cyrl", "tg", "tg", "tg", "ky", "ky", "ru", "ru", "kk"];

    static readonly string Day = Case([.. Enumerable.Range(0, Days).Select(ago => $"{DateTime.UtcNow.AddDays(-ago):yyyy-MM-dd}")], 3);

    static readonly string Status = $"CASE WHEN @open = 0 THEN 'rejected' ELSE {Case(["accepted", "waiting", .. Enumerable.Repeat("open", 8)], 12)} END";

    static readonly string Reports =
        $"""
        INSERT INTO reports (id, received_on, waits_since, active_on, language, urgency, urgency_reason, status, opened_on, flood, turn, version,
                             receipt_lookup, reporter_key, verdict, verdict_on, decided_by, claimed_by, claim_until, claim_fence)
        SELECT {Id}, {Day}, {Day}, {Day}, {Case(Languages, 1)}, 1 + {Number(20, 2)}, 'violence.hours', {Status}, CASE WHEN {Number(3, 4)} = 0 THEN NULL ELSE {Day} END,
               CASE WHEN {Number(10, 5)} = 0 THEN 1 ELSE 0 END, 20, 1, 'lookup ' || {Id}, @point,
               CASE WHEN @open = 1 THEN NULL ELSE 'rejected' END, CASE WHEN @open = 1 THEN NULL ELSE {Day} END, CASE WHEN @open = 1 THEN NULL ELSE {Reader(6)} END,
               CASE WHEN @open = 1 AND {Number(500, 7)} = 0 THEN {Reader(8)} ELSE NULL END, @until, 1
        FROM n
        """;

    static readonly string Facets =
        $"""
        INSERT INTO report_facets (report_id, {string.Join(", ", FacetColumns.All)})
        SELECT {Id}, 'self', 'week', {Case([.. Enum.GetValues<Region>().Select(Code.Of), FacetNames.Unsaid, FacetNames.Unsaid], 9)}, 'police', 'police',
               {Case([.. Enum.GetValues<Methods>().Skip(1).Select(Code.Of), "violence documents-taken", "deception money-promised", FacetNames.Unsaid], 10)},
               'pressed', 'uz', 'no', 'days'
        FROM n
        """;

    const string Envelopes =
        $"INSERT INTO envelopes (id, report_id, direction, day, body) SELECT 'envelope-' || {Id}, {Id}, 0, '2026-11-01', @point FROM n";

    static readonly IEnumerable<string> Keys = new[] { 0, 7, 13 }.Select(step =>
        $"INSERT INTO envelope_keys (envelope_id, recipient_id, sealed_key) SELECT 'envelope-' || {Id}, {Reader(11, step)}, @key FROM n");

    /// <summary>Of full length, in no order, and never twice.</summary>
    const string Id = "'case-6e1f0c9a2b7d4853a0' || (1000000000 + i * 2654435761 % 4294967291)";

    public static string Moderator(int number) => $"moderator-of-thirty-two-letters-{10 + number}";

    public static async Task Fill(Database database, int open, int closed)
    {
        if (await database.Read(connection => connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM moderators"), CancellationToken.None) > 0)
            return;
        await database.Write(AddModerators, CancellationToken.None);
        foreach (var (from, to, isOpen) in new[] { (0, open, true), (open, open + closed, false) })
            for (var first = from; first < to; first += AtOnce)
                await Add(database, first, Math.Min(first + AtOnce, to) - 1, isOpen);
    }

    static async Task Add(Database database, int first, int last, bool isOpen)
    {
        const string counted = "FROM (WITH RECURSIVE numbers(i) AS (SELECT @first UNION ALL SELECT i + 1 FROM numbers WHERE i < @last) SELECT i FROM numbers) n";
        var made = new { first, last, open = isOpen ? 1 : 0, point = new byte[65], key = new byte[113], until = DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeMilliseconds() };
        foreach (var sql in (IEnumerable<string>)[Reports, Facets, Envelopes, .. Keys])
            await database.Write((connection, transaction) => connection.ExecuteAsync(
                sql.Replace("FROM n", counted, StringComparison.Ordinal), made, transaction, commandTimeout: 0), CancellationToken.None);
    }

    public static Task<long> Count(Database database, string which) => database.Read(connection => connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {which}"), CancellationToken.None);

    public static Task<int> SignIn(DbConnection connection, DbTransaction transaction, Session session) => connection.ExecuteAsync(
        "INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES (@TokenHash, @ModeratorId, @IdleUntil, @EndsAt)", session, transaction);

    static async Task<bool> AddModerators(DbConnection connection, DbTransaction transaction)
    {
        for (var number = 0; number < Moderators; number++)
            await ModeratorStore.Insert(connection, transaction, new Moderator
            {
                Id = Moderator(number),
                Handle = $"moderator-{number}",
                BoxKey = new byte[65],
                SignKey = new byte[65],
                WrappedKeys = new byte[300],
                KdfSalt = new byte[16],
                KdfIterations = 600_000,
                Languages = "uz uz-Cyrl tg ky kk ru",
                CreatedOn = new DateOnly(2026, 1, 1),
            });
        return true;
    }

    /// <summary>SQL for a number below <paramref name="most"/> that looks as if it had nothing to do with the others of the row.</summary>
    static string Number(int most, int salt, int step = 0) => $"(i * {2654435761 + (salt * 40_503_977L)} % 4294967291 / 4096 + {step}) % {most}";

    static string Reader(int salt, int step = 0) => $"'moderator-of-thirty-two-letters-' || (10 + ({Number(Moderators, salt, step)}))";

    static string Case(string[] values, int salt) =>
        $"CASE {Number(values.Length, salt)} {string.Concat(values.Select((value, number) => $"WHEN {number} THEN '{value}' "))}END";
}
