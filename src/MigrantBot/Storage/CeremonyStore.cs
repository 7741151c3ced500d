using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Challenges that wait for their signature. Each is good once and for a time.</summary>
sealed class CeremonyStore(Database database)
{
    /// <summary>Anybody may begin to sign in; no more than this many beginnings are kept, so that nobody fills the disk with them.</summary>
    public const int MostSignIns = 5_000;

    const string MakeRoom =
        """
        DELETE FROM ceremonies WHERE token_hash IN (
            SELECT token_hash FROM ceremonies WHERE kind = @SignIn ORDER BY expires_at DESC, token_hash LIMIT 1000000 OFFSET @kept)
        """;

    /// <summary>
    /// Keeps the challenge; those that have expired are gone. Where too many wait to sign in, the oldest make room: who would keep the others out must be
    /// faster than a person with a passkey in hand, and not merely have come first.
    /// </summary>
    public Task<int> Begin(Ceremony ceremony, DateTimeOffset now, CancellationToken cancellation) =>
        database.Write(async (connection, transaction) =>
        {
            await connection.ExecuteAsync("DELETE FROM ceremonies WHERE expires_at <= @now", new { now = now.ToUnixTimeMilliseconds() }, transaction);
            if (ceremony.Kind == Ceremony.SignIn)
                await connection.ExecuteAsync(MakeRoom, new { Ceremony.SignIn, kept = MostSignIns - 1 }, transaction);
            return await connection.ExecuteAsync(
                "INSERT INTO ceremonies (token_hash, kind, moderator_id, state, expires_at) VALUES (@TokenHash, @Kind, @ModeratorId, @State, @ExpiresAt)",
                ceremony, transaction);
        }, cancellation);

    /// <summary>Uses the challenge up, whatever becomes of it; null when it is unknown, used, expired or of another kind.</summary>
    public async Task<Ceremony?> Take(string tokenHash, string kind, DateTimeOffset now, CancellationToken cancellation)
    {
        var taken = await database.Write((connection, transaction) => connection.QuerySingleOrDefaultAsync<Ceremony>(
            "DELETE FROM ceremonies WHERE token_hash = @tokenHash RETURNING *", new { tokenHash }, transaction), cancellation);
        return taken is not null && taken.Kind == kind && taken.ExpiresAt > now.ToUnixTimeMilliseconds() ? taken : null;
    }
}
