using System.Data;
using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>One-time links. Each is good once and for a time; a newer link for the same handle voids the older.</summary>
sealed class LinkStore(Database database)
{
    /// <summary>
    /// Adds the link; older ones of its handle, and all that have expired, are gone. It is written down <paramref name="by"/> whom, but for the link of the
    /// very first moderator (null), which is made anew at every start.
    /// </summary>
    public Task<int> Replace(Link link, string? by, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(
                "DELETE FROM links WHERE handle = @Handle OR expires_at <= @now",
                new { link.Handle, now = now.ToUnixTimeMilliseconds() }, transaction);
            var added = await connection.ExecuteAsync(
                "INSERT INTO links (token_hash, handle, role, moderator_id, expires_at) VALUES (@TokenHash, @Handle, @Role, @ModeratorId, @ExpiresAt)",
                link, transaction);
            if (by is not null)
                await Audit.Append(connection, transaction, by, "invite", $"{link.Role} {link.Handle}", now);
            return added;
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

    /// <summary>
    /// Uses the link up, adds the passkey to whom the link is for, and opens the session. False, and nothing changed, when it is no link of this person any
    /// more, or the passkey is known already.
    /// </summary>
    public Task<bool> Return(Passkey passkey, string handle, Session session, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            // Who changes somebody's passkeys stands in line by their row; what is asked after that holds until the change is done.
            var isActive = await connection.ExecuteAsync(
                "UPDATE moderators SET version = version WHERE id = @ModeratorId AND status = 'active'", new { passkey.ModeratorId }, transaction) == 1;
            if (!isActive || !await Opens(connection, transaction, handle, passkey.ModeratorId, tokenHash, now)
                || !await PasskeyStore.Insert(connection, transaction, passkey))
                return false;
            await Use(connection, transaction, tokenHash);
            await SessionStore.Insert(connection, transaction, session, now);
            await Audit.Append(connection, transaction, handle, "passkey-add", passkey.Brief, now);
            await Audit.Append(connection, transaction, handle, "sign-in", passkey.Brief, now);
            return true;
        }, cancellation);

    /// <summary>
    /// Uses the link up, adds the person with their passkey and opens the session; false, and nothing changed, when one of them cannot be. The audit keeps
    /// what it is <paramref name="about"/>: role and fingerprint of the keys.
    /// </summary>
    public Task<bool> Enrol(Moderator moderator, Passkey passkey, string about, Session session, string tokenHash, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            if (!await Opens(connection, transaction, moderator.Handle, null, tokenHash, now) || !await ModeratorStore.Insert(connection, transaction, moderator))
                return false;
            if (!await PasskeyStore.Insert(connection, transaction, passkey))
                throw new DBConcurrencyException("The passkey was registered by somebody else in this very moment; nothing was stored.");
            await Use(connection, transaction, tokenHash);
            await SessionStore.Insert(connection, transaction, session, now);
            await Audit.Append(connection, transaction, moderator.Handle, "enrol", about, now);
            return true;
        }, cancellation);

    static async Task<bool> Opens(DbConnection connection, DbTransaction transaction, string handle, string? moderator, string tokenHash, DateTimeOffset now) =>
        await connection.ExecuteScalarAsync<long>(
            "SELECT COUNT(*) FROM links WHERE token_hash = @tokenHash AND handle = @handle AND COALESCE(moderator_id, '') = @moderator AND expires_at > @now",
            new { tokenHash, handle, moderator = moderator ?? "", now = now.ToUnixTimeMilliseconds() }, transaction) == 1;

    static async Task Use(DbConnection connection, DbTransaction transaction, string tokenHash)
    {
        if (await connection.ExecuteAsync("DELETE FROM links WHERE token_hash = @tokenHash", new { tokenHash }, transaction) == 0)
            throw new DBConcurrencyException("The link was used by somebody else in this very moment; nothing was stored.");
    }
}
