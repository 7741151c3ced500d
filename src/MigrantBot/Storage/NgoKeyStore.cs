using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>The keys of NGOs: who has one, what for, and since when it is void.</summary>
sealed class NgoKeyStore(Database database)
{
    /// <summary>How the audit calls a key: by the part of it that opens nothing.</summary>
    public static string NameOf(string prefix) => $"key {prefix}";

    /// <summary>The newest first.</summary>
    public Task<IReadOnlyList<NgoKeyRow>> All(CancellationToken cancellation) =>
        database.Read<IReadOnlyList<NgoKeyRow>>(async connection =>
            [.. await connection.QueryAsync<NgoKeyRow>("SELECT * FROM ngo_keys ORDER BY created_on DESC, ngo, prefix")], cancellation);

    /// <summary>Also one that was revoked; null when there is none.</summary>
    public Task<NgoKeyRow?> Find(string prefix, CancellationToken cancellation) =>
        database.Read(connection => connection.QuerySingleOrDefaultAsync<NgoKeyRow>("SELECT * FROM ngo_keys WHERE prefix = @prefix", new { prefix }), cancellation);

    /// <summary>False, and nothing changed, when its prefix is taken.</summary>
    public Task<bool> Issue(NgoKeyRow key, string actor, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var issued = await connection.ExecuteAsync(
                """
                INSERT INTO ngo_keys (id, ngo, prefix, key_sha256, scopes, created_on)
                VALUES (@Id, @Ngo, @Prefix, @KeySha256, @Scopes, @CreatedOn)
                ON CONFLICT DO NOTHING
                """, key, transaction);
            if (issued == 0)
                return false;
            await Audit.Append(connection, transaction, actor, "key-issue", NameOf(key.Prefix), now);
            return true;
        }, cancellation);

    /// <summary>False, and nothing changed, when there is no such key or it is revoked already.</summary>
    public Task<bool> Revoke(string prefix, string actor, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            var today = DateOnly.FromDateTime(now.UtcDateTime);
            if (await connection.ExecuteAsync("UPDATE ngo_keys SET revoked_on = @today WHERE prefix = @prefix AND revoked_on IS NULL", new { prefix, today }, transaction) == 0)
                return false;
            await Audit.Append(connection, transaction, actor, "key-revoke", NameOf(prefix), now);
            return true;
        }, cancellation);

    /// <summary>Keeps the day on which it was last used.</summary>
    public Task Use(NgoKeyRow key, DateOnly today, CancellationToken cancellation) =>
        key.UsedOn >= today
            ? Task.CompletedTask
            : database.Write((connection, transaction) => connection.ExecuteAsync(
                "UPDATE ngo_keys SET used_on = @today WHERE id = @Id AND (used_on IS NULL OR used_on < @today)", new { key.Id, today }, transaction), cancellation);
}
