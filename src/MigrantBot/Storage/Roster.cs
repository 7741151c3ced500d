using MigrantBot.Sealing;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Storage;

/// <summary>
/// The one answer to who may read reports. With a root key: who is active and on the newest signed list, verified anew each time; where no list holds, nobody.
/// Without one it is a trial: whoever the database calls an active moderator.
/// </summary>
sealed partial class Roster(ModeratorStore moderators, RecipientListStore lists, RosterOptions options, ILogger<Roster> log)
{
    /// <summary>After so many alarms one more says nothing new.</summary>
    const int MostAlarms = 1000;

    readonly Lock gate = new();
    readonly HashSet<string> alarmed = [];
    readonly SeenListFile? kept = options is { Root: { } root, SeenFile: { } file } ? new(file, root) : null;
    bool isRecalled;
    SeenList? seen;
    ListFault said;

    public bool IsTrial => options.Root is null;

    public async Task<InForce> Now(CancellationToken cancellation)
    {
        if (options.Root is not { } root)
            return new(0, await moderators.Recipients(cancellation), null, ListFault.None);
        if (!Recall())
            return NobodyReads(ListFault.NotRemembered);
        // Taken before the database is asked: whoever is faster meanwhile does not make our answer look old.
        var before = Volatile.Read(ref seen);
        var stored = await lists.Newest(cancellation);
        var (list, fault) = Trust.Judge(root, stored, before);
        if (list is null)
            return NobodyReads(fault);
        if (!Remember(new(list.Version, RecipientList.HashOf(stored!.Body))))
            return NobodyReads(ListFault.NotRemembered);
        Tell(ListFault.None);
        var active = await moderators.Recipients(cancellation);
        foreach (var one in active)
            if (list.Moderators.FirstOrDefault(listed => listed.Id == one.Id) is { } listed && !HasKeysOf(one, listed) && IsNews(one.Id))
                OtherKeys(log);
        return InForce.Of(list, active);
    }

    /// <summary>Asked for only where there is something signed: it reads every list there ever was.</summary>
    public async Task<Signers> Signers(CancellationToken cancellation) => new(options.Root is { } root
        ? Trust.Signed(root, await lists.All(cancellation)).SelectMany(one => one.List.Moderators).ToLookup(one => one.Id, one => one.Sign)
        : null);

    static bool HasKeysOf(Recipient one, Listed listed) => one.BoxKey.AsSpan().SequenceEqual(listed.Box) && one.SignKey.AsSpan().SequenceEqual(listed.Sign);

    InForce NobodyReads(ListFault fault)
    {
        Tell(fault);
        return new(0, [], null, fault);
    }

    /// <summary>What earlier processes have believed; false while that cannot be known.</summary>
    bool Recall()
    {
        lock (gate)
        {
            if (isRecalled || kept is null)
                return true;
            isRecalled = kept.TryRead(out seen);
            return isRecalled;
        }
    }

    /// <summary>False where a newer list cannot be kept for later processes: it is not believed before.</summary>
    bool Remember(SeenList believed)
    {
        lock (gate)
        {
            if (seen is not null && seen.Version >= believed.Version)
                return true;
            if (kept?.TryKeep(believed) == false)
                return false;
            seen = believed;
            return true;
        }
    }

    /// <summary>Says a fault once, and that it is mended.</summary>
    void Tell(ListFault fault)
    {
        lock (gate)
        {
            if (fault == said)
                return;
            said = fault;
        }
        if (fault == ListFault.None)
            HoldsAgain(log);
        else
            IsClosed(log, Trust.Words(fault));
    }

    bool IsNews(string id)
    {
        lock (gate)
            return alarmed.Count < MostAlarms && alarmed.Add(id);
    }

    [LoggerMessage(LogLevel.Critical, "Reporting is closed: {Why}")]
    static partial void IsClosed(ILogger log, string why);

    [LoggerMessage(LogLevel.Information, "The list of recipients holds again; reporting is open to those on it.")]
    static partial void HoldsAgain(ILogger log);

    [LoggerMessage(LogLevel.Critical,
        "A moderator has other keys in the database than on the signed list. Reports are sealed to the keys of the list. Somebody may have written to the database: "
        + "find out who can, and compare fingerprints by voice (keys list).")]
    static partial void OtherKeys(ILogger log);
}
