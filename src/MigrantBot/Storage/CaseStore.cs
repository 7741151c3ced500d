using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Reports under moderation. What a moderator may not have is not found: ownership stands in the <c>WHERE</c>. Lists of them: <see cref="QueueStore"/>.</summary>
sealed class CaseStore(Database database)
{
    /// <summary>How often a change is decided anew when others were faster, before that is taken for a bug.</summary>
    const int MostTries = 40;

    readonly RefusalLog refusals = new(database);

    /// <summary>A case whatever its status; null unless it is sealed to <paramref name="me"/>.</summary>
    public Task<CaseRow?> Find(string id, string me, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<CaseRow>(
            $"SELECT {CaseColumns.All} FROM reports r {CaseColumns.Joins} WHERE r.id = @id AND {CaseColumns.SealedToMe}", new { id, me }), cancellation);

    /// <summary>The ids of all who can read the report and are active still. Nobody unless it is sealed to <paramref name="me"/>.</summary>
    public Task<IReadOnlyList<string>> Holders(string id, string me, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<string>>(async connection =>
        [
            .. await connection.QueryAsync<string>(
                $"""
                SELECT m.id
                FROM reports r
                JOIN envelopes e ON e.report_id = r.id AND e.direction = 0
                JOIN envelope_keys k ON k.envelope_id = e.id
                JOIN moderators m ON m.id = k.recipient_id AND m.status = 'active'
                WHERE r.id = @id AND {CaseColumns.SealedToMe}
                ORDER BY m.id
                """, new { id, me }),
        ], cancellation);

    /// <summary>The sealed texts, to whoever holds the case now; a refusal is written down.</summary>
    public async Task<Delivery> Open(string id, Deed deed, CancellationToken cancellation)
    {
        var delivery = await database.Write((connection, transaction) => Openings.Open(connection, transaction, id, deed), cancellation);
        if (delivery is Delivery.Refused { Refusal: var refusal })
            await refusals.Write(deed with { Action = Openings.NameOf(refusal) }, await NameOf(id));
        return delivery;
    }

    /// <summary>
    /// Reads the case, decides, saves and writes down the deed; when somebody else was faster, reads and decides again. Null when the case is not found
    /// for whoever does it. To renew a claim is no deed. Who has claimed enough is refused the next one, and that is written down.
    /// </summary>
    public async Task<Decision?> Change(string id, Deed deed, Func<Case, Task<Decision>> decide, CancellationToken cancellation)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Find(id, deed.By, cancellation) is not { } row)
                return null;
            var current = Read(row);
            var decision = await decide(current);
            if (decision is not Decision.Made made)
                return decision;
            var saved = await database.Write((connection, transaction) => CaseChange.Save(connection, transaction, current, made.Case, deed), cancellation);
            if (saved is Decision.Refused)
                await refusals.Write(deed with { Action = HeldCases.Refused }, Audit.Case(id));
            if (saved is not null)
                return saved;
        }
        throw new InvalidOperationException("A case changed each time it was to be saved; nothing was stored. Try again.");
    }

    /// <summary>What is no case of ours may be anything that somebody has typed.</summary>
    async Task<string> NameOf(string id) =>
        await database.Read(connection => ReportStore.IsThere(connection, null, id), CancellationToken.None) ? Audit.Case(id) : $"{Audit.OfCase}unknown";

    /// <summary>The case as the core decides about it; null when it is not found.</summary>
    public async Task<Case?> Look(string id, string me, CancellationToken cancellation) => await Find(id, me, cancellation) is { } row ? Read(row) : null;

    /// <summary>The case as the core decides about it.</summary>
    public static Case Read(CaseRow row) => new(
        row.Id,
        StoredStatus.Read(row.Status),
        (int)row.Urgency,
        row is { ClaimedBy: { } holder, ClaimUntil: { } until } ? new Claim(holder, DateTimeOffset.FromUnixTimeMilliseconds(until), row.ClaimFence) : null,
        row.Version)
    {
        Fence = row.ClaimFence,
        Verdict = row is { Verdict: { } verdict, VerdictOn: { } day } ? new Verdict(StoredStatus.Read(verdict), row.DecidedBy, day, row.DuplicateOf) : null,
        CanBeAnswered = row.ReporterKey is not null,
        WasAnswered = row.HasReply == 1 || row.ReplyTakenOn is not null,
    };
}
