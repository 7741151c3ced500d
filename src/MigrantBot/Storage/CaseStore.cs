using Dapper;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Reports under moderation. What a moderator may not have is not found: ownership stands in the <c>WHERE</c>.</summary>
sealed class CaseStore(Database database)
{
    public const int PageSize = 50;

    /// <summary>How often a change is decided anew when others were faster, before that is taken for a bug.</summary>
    const int MostTries = 40;

    const string SealedToMe =
        "EXISTS (SELECT 1 FROM envelopes e JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @me WHERE e.report_id = r.id)";

    static readonly string Columns =
        $"""
        SELECT r.id, r.received_on, r.language, r.urgency, r.urgency_reason, r.status, r.claimed_by, r.claim_until, r.version,
               r.flood, r.opened_on, r.warned_on, r.reply_lost_on, r.reporter_key, m.handle AS holder, CASE WHEN {SealedToMe} THEN 1 ELSE 0 END AS is_sealed_to_me,
               {FacetColumns.Joined("f")} AS facets
        FROM reports r
        LEFT JOIN report_facets f ON f.report_id = r.id
        LEFT JOIN moderators m ON m.id = r.claimed_by
        """;

    const string After =
        """
        AND (r.flood > @Flood OR (r.flood = @Flood AND (r.urgency < @Urgency
             OR (r.urgency = @Urgency AND (r.received_on > @ReceivedOn OR (r.received_on = @ReceivedOn AND r.id > @Id))))))
        """;

    /// <summary>The case is held by me, now.</summary>
    const string HeldByMe = "status = 'open' AND claimed_by = @me AND claim_until > @now";

    const string Opened =
        $"""
        UPDATE reports SET opened_on = @today, warned_on = NULL
        WHERE id = @id AND {HeldByMe} AND NOT EXISTS (
            SELECT 1 FROM envelopes e WHERE e.report_id = reports.id AND e.direction < 2
            AND NOT EXISTS (SELECT 1 FROM envelope_keys k WHERE k.envelope_id = e.id AND k.recipient_id = @me))
        """;

    /// <summary>
    /// A page of open cases: what came with a flood last, else most urgent first, then the longest waiting; from behind the last of the page before, if one is given. Without
    /// <paramref name="everything"/> only those sealed to <paramref name="me"/>.
    /// </summary>
    public Task<IReadOnlyList<CaseRow>> Queue(string me, bool everything, QueuePlace? after, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<CaseRow>>(async connection =>
        [
            .. await connection.QueryAsync<CaseRow>(
                $"""
                {Columns}
                WHERE r.status = 'open' {(everything ? "" : $"AND {SealedToMe}")} {(after is null ? "" : After)}
                ORDER BY r.flood, r.urgency DESC, r.received_on, r.id
                LIMIT {PageSize}
                """, new { me, after?.Flood, after?.Urgency, after?.ReceivedOn, after?.Id }),
        ], cancellation);

    /// <summary>A case whatever its status; null unless it is sealed to <paramref name="me"/>.</summary>
    public Task<CaseRow?> Find(string id, string me, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<CaseRow>(
            $"{Columns} WHERE r.id = @id AND {SealedToMe}", new { id, me }), cancellation);

    /// <summary>Who else can read the report and is active still: to their keys a reply is sealed too. Nobody unless it is sealed to <paramref name="me"/>.</summary>
    public Task<IReadOnlyList<Holder>> Holders(string id, string me, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Holder>>(async connection =>
        [
            .. await connection.QueryAsync<Holder>(
                $"""
                SELECT m.id, m.handle, m.box_key
                FROM reports r
                JOIN envelopes e ON e.report_id = r.id AND e.direction = 0
                JOIN envelope_keys k ON k.envelope_id = e.id
                JOIN moderators m ON m.id = k.recipient_id AND m.status = 'active'
                WHERE r.id = @id AND {SealedToMe}
                ORDER BY m.id
                """, new { id, me }),
        ], cancellation);

    /// <summary>
    /// The sealed texts; none unless the report is sealed to <paramref name="me"/> and claimed by them with a running lease. Who gets all its words
    /// has opened it.
    /// </summary>
    public Task<IReadOnlyList<DeliveredEnvelope>> Deliver(string id, string me, DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = new { id, me, now = now.ToUnixTimeMilliseconds(), today = Day(now) };
        return database.Write<IReadOnlyList<DeliveredEnvelope>>(async (connection, transaction) =>
        {
            // First, for it keeps additions out until what was delivered is known to be all.
            await connection.ExecuteAsync(Opened, asked, transaction);
            return
            [
                .. await connection.QueryAsync<DeliveredEnvelope>(
                    $"""
                    SELECT e.id, e.direction, e.day, e.body, e.author, a.author_handle, a.sign_key, e.signature, k.sealed_key
                    FROM envelopes e
                    JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @me
                    JOIN reports r ON r.id = e.report_id AND {HeldByMe}
                    LEFT JOIN (SELECT id AS author_id, handle AS author_handle, sign_key FROM moderators) a ON a.author_id = e.author
                    WHERE e.report_id = @id
                    ORDER BY e.direction, e.day, e.id
                    """, asked, transaction),
            ];
        }, cancellation);
    }

    /// <summary>
    /// Reads the case, decides and saves; when somebody else was faster, reads and decides again. Null when the case is not found for
    /// <paramref name="me"/>.
    /// </summary>
    public async Task<Decision?> Change(string id, string me, Func<Case, Decision> decide, DateOnly today, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Find(id, me, cancellation) is not { } row)
                return null;
            var decision = decide(Read(row));
            if (decision is not Decision.Made made || await Save(made.Case, today, cancellation))
                return decision;
        }
        throw new InvalidOperationException("A case changed each time it was to be saved; nothing was stored. Try again.");
    }

    Task<bool> Save(Case changed, DateOnly today, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) => await connection.ExecuteAsync(
            $"""
            UPDATE reports SET status = @Status, urgency = @Urgency, claimed_by = @ClaimedBy, claim_until = @ClaimUntil,
                               closed_on = @ClosedOn, version = version + 1{(changed.Status == CaseStatus.Open ? "" : $", {ReportStore.ActiveToday}")}
            WHERE id = @Id AND version = @Version
            """,
            new
            {
                changed.Id,
                changed.Version,
                changed.Urgency,
                Status = Code.Of(changed.Status),
                ClaimedBy = changed.Claim?.Moderator,
                ClaimUntil = changed.Claim?.Until.ToUnixTimeMilliseconds(),
                ClosedOn = changed.Status == CaseStatus.Open ? (DateOnly?)null : today,
                today,
            }, transaction) == 1, cancellation);

    static DateOnly Day(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);

    /// <summary>The case as the core decides about it.</summary>
    public static Case Read(CaseRow row) => new(
        row.Id,
        StoredStatus.Read(row.Status),
        (int)row.Urgency,
        row is { ClaimedBy: { } holder, ClaimUntil: { } until } ? new Claim(holder, DateTimeOffset.FromUnixTimeMilliseconds(until)) : null,
        row.Version);
}
