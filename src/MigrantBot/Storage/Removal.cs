using System.Data.Common;
using Dapper;

namespace MigrantBot.Storage;

/// <summary>
/// Takes a moderator or an administrator away: whatever let them in or let them read goes at once. What they signed still holds, and so their public
/// signing key stays.
/// </summary>
sealed class Removal(Database database)
{
    const string Action = "remove";

    /// <summary>Workable cases that nobody else can open who is here.</summary>
    const string ReadByNobodyElse =
        """
        SELECT COUNT(*) FROM reports r
        JOIN envelopes e ON e.report_id = r.id AND e.direction = 0
        JOIN envelope_keys k ON k.envelope_id = e.id AND k.recipient_id = @id
        WHERE r.status IN ('open', 'waiting', 'accepted') AND NOT EXISTS (
            SELECT 1 FROM envelope_keys o JOIN moderators m ON m.id = o.recipient_id AND m.status = 'active'
            WHERE o.envelope_id = e.id AND o.recipient_id <> @id)
        """;

    /// <summary>False, and nothing changed, when there is no such active person.</summary>
    public async Task<bool> Remove(string moderatorId, string actorHandle, DateTimeOffset now, CancellationToken cancellation) =>
        await Finish(await database.Write(async (connection, transaction) =>
        {
            await database.HoldKeys(connection, transaction);
            return await Remove(connection, transaction, moderatorId, actorHandle, request: null, now);
        }, cancellation), cancellation);

    /// <summary>Does what somebody else asked for. What the second person may not do, or what is asked no longer, changes nothing.</summary>
    public async Task<Confirmation> Confirm(string request, string second, DateTimeOffset now, CancellationToken cancellation)
    {
        var confirmation = await database.Write(async (connection, transaction) =>
        {
            await database.HoldKeys(connection, transaction);
            var taken = await Approvals.Take(connection, transaction, Approvals.Removal, request, second, now);
            return taken is not Confirmation.Done done || await Remove(connection, transaction, done.Approval.Object, done.Second, Approvals.NameOf(request), now)
                ? taken
                : new Confirmation.Nothing();
        }, cancellation);
        await Finish(confirmation is Confirmation.Done, cancellation);
        return confirmation;
    }

    /// <summary>How many cases that are worked on nobody could open any more.</summary>
    public Task<long> WouldCloseForAll(string moderatorId, CancellationToken cancellation) =>
        database.Read(connection => connection.ExecuteScalarAsync<long>(ReadByNobodyElse, new { id = moderatorId }), cancellation);

    /// <summary>What a request that was on its way brought for somebody who was removed meanwhile. It opens nothing, but need not lie there.</summary>
    public static Task Sweep(DbConnection connection, DbTransaction transaction) => connection.ExecuteAsync(
        string.Join('\n', TablesOfAPerson.Select(table =>
            $"DELETE FROM {table} WHERE {ColumnOf(table)} IN (SELECT id FROM moderators WHERE status = 'removed');")), transaction: transaction);

    /// <summary>The same within a larger change that has asked for <see cref="Database.HoldKeys"/>.</summary>
    /// <param name="connection">Of the change.</param>
    /// <param name="transaction">Of the change, whose last statements these are.</param>
    /// <param name="id">Who is to go.</param>
    /// <param name="actor">Whose deed it is.</param>
    /// <param name="request">What it was asked for by, as the audit calls it.</param>
    /// <param name="now">The day is kept.</param>
    public static async Task<bool> Remove(DbConnection connection, DbTransaction transaction, string id, string actor, string? request, DateTimeOffset now)
    {
        var removed = new { id, none = Array.Empty<byte>(), today = DateOnly.FromDateTime(now.UtcDateTime) };
        var handle = await connection.QuerySingleOrDefaultAsync<string>(
            """
            UPDATE moderators SET status = 'removed', removed_on = @today, wrapped_keys = @none, kdf_salt = @none, version = version + 1
            WHERE id = @id AND status = 'active' RETURNING handle
            """, removed, transaction);
        if (handle is null)
            return false;
        await connection.ExecuteAsync("UPDATE reports SET claimed_by = NULL, claim_until = NULL, version = version + 1 WHERE claimed_by = @id", removed, transaction);
        foreach (var table in TablesOfAPerson.Append("envelope_keys"))
            await connection.ExecuteAsync($"DELETE FROM {table} WHERE {ColumnOf(table)} = @id", removed, transaction);
        await connection.ExecuteAsync("DELETE FROM approvals WHERE asked_by = @id OR object = @id", removed, transaction);
        await Audit.Append(connection, transaction, actor, Action, request is null ? handle : $"{handle}, {request}", now);
        return true;
    }

    /// <summary>The bytes go too; where somebody reads at this moment, the housekeeping goes on trying.</summary>
    async Task<bool> Finish(bool isRemoved, CancellationToken cancellation)
    {
        if (isRemoved)
            await database.Expunge(cancellation);
        return isRemoved;
    }

    /// <summary>Small tables, whose rows are one person's. The passkeys before the sessions, as in signing in: the two would else wait for each other.</summary>
    static readonly string[] TablesOfAPerson = ["passkeys", "sessions", "links", "ceremonies", "drafts", "openings", "queue"];

    static string ColumnOf(string table) => table is "queue" or "envelope_keys" ? "recipient_id" : "moderator_id";
}
