using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Challenges that wait for their signature. Each is good once and for a time.</summary>
sealed class CeremonyStore(Database database)
{
    /// <summary>Anybody may begin to sign in; more than this many at a time begin nothing, so that nobody fills the disk with beginnings.</summary>
    public const int MostSignIns = 5_000;

    /// <summary>Keeps the challenge; those that have expired are gone. False when too many wait already.</summary>
    public Task<bool> Begin(Ceremony ceremony, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM ceremonies WHERE expires_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
            if (ceremony.Kind == Ceremony.SignIn && await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM ceremonies WHERE kind = @SignIn", new { Ceremony.SignIn }, transaction) >= MostSignIns)
                return false;
            return await connection.ExecuteAsync(
                "INSERT INTO ceremonies (token_hash, kind, moderator_id, state, expires_at) VALUES (@TokenHash, @Kind, @ModeratorId, @State, @ExpiresAt)",
                ceremony, transaction) == 1;
        }, cancellation);

    /// <summary>Uses the challenge up, whatever becomes of it; null when it is unknown, used, expired or of another kind.</summary>
    public async Task<Ceremony?> Take(string tokenHash, string kind, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await database.Write((connection, transaction) => connection.QuerySingleOrDefaultAsync<Ceremony>(
            "DELETE FROM ceremonies WHERE token_hash = @tokenHash RETURNING *", new { tokenHash }, transaction), cancellation);
        return taken is not null && taken.Kind == kind && taken.ExpiresAt > now.ToUnixTimeMilliseconds() ? taken : null;
    }
}
