using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Passkeys, and the sessions that they open.</summary>
sealed class PasskeyStore(Database database)
{
    /// <summary>The oldest first.</summary>
    public Task<IReadOnlyList<Passkey>> Of(string moderator, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Passkey>>(async connection =>
            [.. await connection.QueryAsync<Passkey>(
                "SELECT * FROM passkeys WHERE moderator_id = @moderator ORDER BY created_on, credential_id", new { moderator })], cancellation);

    /// <summary>Whoever it belongs to, whatever their status; null when there is none.</summary>
    public Task<Passkey?> Find(string credential, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<Passkey>(
            "SELECT * FROM passkeys WHERE credential_id = @credential", new { credential }), cancellation);

    /// <summary>
    /// Opens the session, ends the one that this browser had, and keeps how far the passkey counts. False, and nothing changed, when the passkey or its
    /// owner has gone since it was looked at, or when somebody has counted further with it.
    /// </summary>
    public Task<bool> SignIn(Passkey passkey, string handle, Session session, string? before, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var used = await connection.ExecuteAsync(
                """
                UPDATE passkeys SET data = @Data, sign_count = @SignCount, used_on = @today
                WHERE credential_id = @CredentialId AND moderator_id = @ModeratorId AND (sign_count < @SignCount OR sign_count = 0 AND @SignCount = 0)
                AND EXISTS (SELECT 1 FROM moderators WHERE id = @ModeratorId AND status = 'active')
                """,
                new { passkey.Data, passkey.SignCount, passkey.CredentialId, passkey.ModeratorId, today = DateOnly.FromDateTime(now.UtcDateTime) }, transaction);
            if (used == 0)
                return false;
            await connection.ExecuteAsync("DELETE FROM sessions WHERE token_hash = @before", new { before }, transaction);
            await SessionStore.Insert(connection, transaction, session, now);
            await Audit.Append(connection, transaction, handle, "sign-in", passkey.Brief, now);
            return true;
        }, cancellation);

    /// <summary>False when the passkey is known already.</summary>
    public Task<bool> Add(Passkey passkey, string handle, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            if (!await Insert(connection, transaction, passkey))
                return false;
            await Audit.Append(connection, transaction, handle, "passkey-add", passkey.Brief, now);
            return true;
        }, cancellation);

    /// <summary>False, and nothing changed, when it is not theirs or the only one they have.</summary>
    public Task<bool> Remove(string credential, string moderator, string handle, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            // Changes nothing, but makes two removals at once stand in line: else each would leave the other's passkey.
            await connection.ExecuteAsync("UPDATE moderators SET version = version WHERE id = @moderator", new { moderator }, transaction);
            var removed = await connection.ExecuteAsync(
                """
                DELETE FROM passkeys WHERE credential_id = @credential AND moderator_id = @moderator
                AND EXISTS (SELECT 1 FROM passkeys other WHERE other.moderator_id = @moderator AND other.credential_id <> @credential)
                """, new { credential, moderator }, transaction);
            if (removed == 0)
                return false;
            await Audit.Append(connection, transaction, handle, "passkey-remove", new Passkey { CredentialId = credential }.Brief, now);
            return true;
        }, cancellation);

    /// <summary>Adds it within a larger change; false when it is known already.</summary>
    public static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, Passkey passkey) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO passkeys (credential_id, moderator_id, label, data, sign_count, created_on, used_on)
            VALUES (@CredentialId, @ModeratorId, @Label, @Data, @SignCount, @CreatedOn, @UsedOn)
            ON CONFLICT DO NOTHING
            """, passkey, transaction) == 1;
}
