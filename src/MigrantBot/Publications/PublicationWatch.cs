using MigrantBot.Storage;

namespace MigrantBot.Publications;

/// <summary>
/// Looks at what was published when the process starts, and every hour: at all that the verb <c>audit verify</c> looks at. A file that was touched stays
/// where it is, for nobody here can tell what was there; but it is said loudly, here and in the console.
/// </summary>
sealed partial class PublicationWatch(PublicationCheck inDatabase, CopiesCheck copies, TimeProvider time, ILogger<PublicationWatch> log) : Rounds(Every, time)
{
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>As many as a line of the log names; the verb names them all.</summary>
    const int MostNamed = 5;

    IReadOnlyList<PublicationFault> faults = [];

    /// <summary>What the last look has found; none when all was whole, or was not looked at yet.</summary>
    public IReadOnlyList<PublicationFault> Faults => Volatile.Read(ref faults);

    protected override async Task Work(CancellationToken cancellation)
    {
        var found = await inDatabase.Faults(cancellation);
        if (found.Count == 0)
            found = await copies.Faults(cancellation);
        if (found.Count > 0)
        {
            var (named, more) = (string.Join(' ', found.Take(MostNamed)), found.Count - MostNamed);
            IsTouched(log, more > 0 ? $"{named} And {more} more." : named);
        }
        Volatile.Write(ref faults, found);
    }

    protected override void NotDone(Exception trouble) => NotDone(log, trouble.GetType().Name);

    [LoggerMessage(Level = LogLevel.Critical, Message =
        "What was published is not as it was. {Faults} Somebody with access to the database, or to the folder of copies, has changed it: keep both as they are, run “audit verify”, which names all of it and says what to do, and find out who had access.")]
    static partial void IsTouched(ILogger log, string faults);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What was published could not be verified ({Kind}); it is tried again in an hour. See that the database answers.")]
    static partial void NotDone(ILogger log, string kind);
}
