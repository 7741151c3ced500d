using System.Data.Common;
using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Who comes into the console. To whose keys reports are sealed, <see cref="Roster"/> says.</summary>
sealed class ModeratorStore(Database database)
{
    /// <summary>All active moderators, never an administrator, always in the same order, with the keys that the database has for them.</summary>
    public Task<IReadOnlyList<Recipient>> Recipients(CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Recipient>>(async connection =>
            [.. await connection.QueryAsync<Recipient>(
                "SELECT id, handle, box_key, sign_key, languages FROM moderators WHERE status = @Active AND role = @ModeratorRole ORDER BY id",
                new { Moderator.Active, Moderator.ModeratorRole })], cancellation);

    /// <summary>Null when there is none, whatever the status.</summary>
    public Task<Moderator?> Find(string id, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<Moderator>("SELECT * FROM moderators WHERE id = @id", new { id }), cancellation);

    /// <summary>Whoever is active and bears this handle, or null.</summary>
    public Task<Moderator?> FindActive(string handle, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<Moderator>(
            "SELECT * FROM moderators WHERE handle = @handle AND status = 'active'", new { handle }), cancellation);

    /// <summary>False when the id or the handle is taken; then nothing changes.</summary>
    public Task<bool> Insert(Moderator moderator, CancellationToken cancellation) =>
        database.Write((connection, transaction) => Insert(connection, transaction, moderator), cancellation);

    /// <summary>The same within a larger change.</summary>
    public static async Task<bool> Insert(DbConnection connection, DbTransaction transaction, Moderator moderator) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO moderators (id, handle, status, role, box_key, sign_key, wrapped_keys, kdf_salt, kdf_iterations, languages, created_on, version)
            VALUES (@Id, @Handle, @Status, @Role, @BoxKey, @SignKey, @WrappedKeys, @KdfSalt, @KdfIterations, @Languages, @CreatedOn, @Version)
            ON CONFLICT DO NOTHING
            """, moderator, transaction) == 1;
}
