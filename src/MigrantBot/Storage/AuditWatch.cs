namespace MigrantBot.Storage;

/// <summary>
/// Verifies the whole audit when the process starts, and every hour. A broken chain stops nothing, for people wait for answers; but it is said loudly,
/// here and in the console.
/// </summary>
sealed partial class AuditWatch(AuditLog audit, TimeProvider time, ILogger<AuditWatch> log) : Rounds(Every, time)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    AuditFault? fault;

    /// <summary>What the last look has found; null when the chain was whole, or has not been looked at yet.</summary>
    public AuditFault? Fault => Volatile.Read(ref fault);

    protected override async Task Work(CancellationToken cancellation)
    {
        var found = await audit.Check(cancellation);
        if (found is not null)
            IsBroken(log, found);
        Volatile.Write(ref fault, found);
    }

    protected override void NotDone(Exception trouble) => NotDone(log, trouble.GetType().Name);

    [LoggerMessage(Level = LogLevel.Critical, Message =
        "The audit is broken. {Fault} Somebody with access to the database has changed what it says was done: keep a copy of the database as it is, compare it with the newest backup, and find out who had access. Reports are taken in as before.")]
    static partial void IsBroken(ILogger log, AuditFault fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit could not be verified ({Kind}); it is tried again in an hour. See that the database answers.")]
    static partial void NotDone(ILogger log, string kind);
}
