using Dapper;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>How far the night is.</summary>
/// <param name="IsCleared">Whether what grew too old was deleted today: a backup that is made before would keep it for another 14 days.</param>
/// <param name="Counted">The day that ages are counted by; it never leaps.</param>
/// <param name="IsMade">Whether today's backup was made, by this process or another.</param>
sealed record BackupNight(bool IsCleared, DateOnly Counted, bool IsMade);

/// <summary>What the database knows of backups: whether tonight's was made, and by whom each was.</summary>
sealed class BackupNights(Database database)
{
    /// <summary>Its row in <c>housekeeping</c>.</summary>
    public const string Job = "backup";

    const string Action = "backup";

    /// <summary>Null before the very first night.</summary>
    public Task<BackupNight?> Look(DateOnly today, CancellationToken cancellation) => database.Read(async connection =>
    {
        var jobs = (await connection.QueryAsync<JobRow>("SELECT job, ran_on, counted_on FROM housekeeping")).ToList();
        return jobs.Find(job => job.Job == Purge.Job) is { } night
            ? new BackupNight(night.RanOn == Text(today), night.CountedOn, jobs.Exists(job => job.Job == Job && job.RanOn == Text(today)))
            : null;
    }, cancellation);

    /// <summary>Tonight's is made. False, and nothing is written down, where another process has said so before.</summary>
    public Task<bool> Made(DateOnly today, string about, DateTimeOffset now, CancellationToken cancellation) => database.Write(async (connection, transaction) =>
    {
        await connection.ExecuteAsync(
            "INSERT INTO housekeeping (job, ran_on, counted_on) VALUES (@Job, '', @today) ON CONFLICT (job) DO NOTHING", new { Job, today }, transaction);
        if (await connection.ExecuteAsync(
            "UPDATE housekeeping SET ran_on = @today, counted_on = @today WHERE job = @Job AND ran_on <> @today", new { Job, today }, transaction) == 0)
            return false;
        await Audit.Append(connection, transaction, AuditRow.System, Action, about, now);
        return true;
    }, cancellation);

    /// <summary>Somebody at the server makes one.</summary>
    public Task WriteDown(string about, DateTimeOffset now, CancellationToken cancellation) => database.Write(async (connection, transaction) =>
    {
        await Audit.Append(connection, transaction, AuditRow.Operator, Action, about, now);
        return true;
    }, cancellation);

    static string Text(DateOnly day) => $"{day:yyyy-MM-dd}";

    sealed record JobRow
    {
        public string Job { get; init; } = "";
        public string RanOn { get; init; } = "";
        public DateOnly CountedOn { get; init; }
    }
}
