using System.Data.Common;

namespace MigrantBot.Storage;

/// <summary>What a moderator does at a moment, as it is written down: by their id in the tables, by their handle in the audit.</summary>
sealed record Deed(string By, string Handle, string Action, DateTimeOffset At)
{
    public DateOnly Day => DateOnly.FromDateTime(At.UtcDateTime);
    public long Instant => At.ToUnixTimeMilliseconds();

    /// <summary>The last statement of the change: see <see cref="Audit.Append"/>.</summary>
    public Task Append(DbConnection connection, DbTransaction transaction, string about) => Audit.Append(connection, transaction, Handle, Action, about, At);
}
