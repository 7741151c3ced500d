using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Who works here, and who is expected.</summary>
sealed class TeamStore(Database database)
{
    public const string Active =
        "SELECT id, handle, role, box_key, sign_key, languages, created_on FROM moderators WHERE status = 'active' ORDER BY handle, id";

    /// <summary>All who are active, by name.</summary>
    public Task<IReadOnlyList<TeamMember>> People(CancellationToken cancellation) =>
        database.Read<IReadOnlyList<TeamMember>>(async connection => [.. await connection.QueryAsync<TeamMember>(Active)], cancellation);

    /// <summary>Whose link to enrol still works, the next to expire first.</summary>
    public Task<IReadOnlyList<Awaited>> Expected(DateTimeOffset now, CancellationToken cancellation) =>
        database.Read<IReadOnlyList<Awaited>>(async connection => [.. await connection.QueryAsync<Awaited>(
            "SELECT handle, role, expires_at FROM links WHERE moderator_id IS NULL AND expires_at > @now ORDER BY expires_at, handle",
            new { now = now.ToUnixTimeMilliseconds() })], cancellation);
}
