using System.Data;
using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>One-time links. Each is good once and for a time; a newer link for the same handle voids the older.</summary>
sealed class LinkStore(Database database)
{
    /// <summary>Adds the link; older ones of its handle, and all that have expired, are gone.</summary>
    public Task<int> Replace(Link link, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "DELETE FROM links WHERE handle = @Handle OR expires_at <= @now",
                new { link.Handle, now = now.ToUnixTimeMilliseconds() }, transaction);
            return await connection.ExecuteAsync(
                "INSERT INTO links (token_hash, handle, moderator_id, expires_at) VALUES (@TokenHash, @Handle, @ModeratorId, @ExpiresAt)",
                link, transaction);
        }, cancellation);

    /// <summary>Looks without using the link up; null when it is unknown, used or expired.</summary>
    public Task<Link?> Find(string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<Link>(
            "SELECT * FROM links WHERE token_hash = @tokenHash AND expires_at > @now",
            new { tokenHash, now = now.ToUnixTimeMilliseconds() }), cancellation);

    /// <summary>True when somebody else than this handle has a link that still works.</summary>
    public Task<bool> AnyButOf(string handle, DateTimeOffset now, CancellationToken cancellation) =>
        database.Read(async connection => await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM links WHERE handle <> @handle AND expires_at > @now",
            new { handle, now = now.ToUnixTimeMilliseconds() }) > 0, cancellation);

    /// <summary>Uses the link up and opens the session. False, and nothing changed, when it is no link of this moderator any more.</summary>
    public Task<bool> SignIn(Session session, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var taken = await connection.ExecuteAsync(
                """
                DELETE FROM links WHERE token_hash = @tokenHash AND moderator_id = @ModeratorId AND expires_at > @now
                AND EXISTS (SELECT 1 FROM moderators WHERE id = @ModeratorId AND status = 'active')
                """,
                new { tokenHash, session.ModeratorId, now = now.ToUnixTimeMilliseconds() }, transaction);
            return taken == 1 && await SessionStore.Insert(connection, transaction, session, now);
        }, cancellation);

    /// <summary>Uses the link up, adds the moderator and opens the session; false, and nothing changed, when one of them cannot be.</summary>
    public Task<bool> Enrol(Moderator moderator, Session session, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            if (!await Opens(connection, transaction, moderator.Handle, tokenHash, now) || !await ModeratorStore.Insert(connection, transaction, moderator))
                return false;
            var taken = await connection.ExecuteAsync("DELETE FROM links WHERE token_hash = @tokenHash", new { tokenHash }, transaction);
            return taken == 1
                ? await SessionStore.Insert(connection, transaction, session, now)
                : throw new DBConcurrencyException("The link was used by somebody else in this very moment; nothing was stored.");
        }, cancellation);

    static async Task<bool> Opens(DbConnection connection, DbTransaction transaction, string handle, string tokenHash, DateTimeOffset now) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM links WHERE token_hash = @tokenHash AND handle = @handle AND moderator_id IS NULL AND expires_at > @now",
            new { tokenHash, handle, now = now.ToUnixTimeMilliseconds() }, transaction) == 1;
}
