using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Signed-in browsers.</summary>
sealed class SessionStore(Database database)
{
    /// <summary>Opens a session within a larger change, and drops those that are over.</summary>
    public static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, Session session, DateTimeOffset now)
    {
        await connection.ExecuteAsync(
            "DELETE FROM sessions WHERE idle_until <= @now OR ends_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
        return await connection.ExecuteAsync(
            "INSERT INTO sessions (token_hash, moderator_id, idle_until, ends_at) VALUES (@TokenHash, @ModeratorId, @IdleUntil, @EndsAt)",
            session, transaction) == 1;
    }

    /// <summary>Whose session this is; null when it is over, or when its moderator is no longer active.</summary>
    public Task<SignedIn?> Find(string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<SignedIn>(
            """
            SELECT s.moderator_id, m.handle, m.role, s.idle_until, s.ends_at
            FROM sessions s JOIN moderators m ON m.id = s.moderator_id AND m.status = 'active'
            WHERE s.token_hash = @tokenHash AND s.idle_until > @now AND s.ends_at > @now
            """, new { tokenHash, now = now.ToUnixTimeMilliseconds() }), cancellation);

    /// <summary>Puts off the end by idleness; a session that is over stays over.</summary>
    public Task<int> Prolong(string tokenHash, DateTimeOffset idleUntil, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(
            "UPDATE sessions SET idle_until = @idleUntil WHERE token_hash = @tokenHash AND idle_until > @now AND ends_at > @now",
            new { tokenHash, idleUntil = idleUntil.ToUnixTimeMilliseconds(), now = now.ToUnixTimeMilliseconds() }, transaction), cancellation);

    /// <summary>Ends it at once; ending it again changes nothing.</summary>
    public Task<int> End(string tokenHash, CancellationToken cancellation) =>
        database.Write((connection, transaction) => connection.ExecuteAsync(
            "DELETE FROM sessions WHERE token_hash = @tokenHash", new { tokenHash }, transaction), cancellation);

    /// <summary>Ends all of them, wherever they were opened and whoever holds the cookies now; says how many.</summary>
    public Task<int> EndAll(string moderator, string handle, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var ended = await connection.ExecuteAsync("DELETE FROM sessions WHERE moderator_id = @moderator", new { moderator }, transaction);
            await Audit.Append(connection, transaction, handle, "sign-out-everywhere", $"sessions: {ended}", now);
            return ended;
        }, cancellation);
}
