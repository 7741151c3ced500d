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
    SeenList? seen;
    ListFault said;

    public bool IsTrial => options.Root is null;

    public async Task<InForce> Now(CancellationToken cancellation)
    {
        if (options.Root is not { } root)
            return new(0, await moderators.Recipients(cancellation), null, ListFault.None);
        // Taken before the database is asked: whoever is faster meanwhile does not make our answer look old.
        var before = Volatile.Read(ref seen);
        var stored = await lists.Newest(cancellation);
        var (list, fault) = Trust.Judge(root, stored, before);
        Tell(fault);
        if (list is null)
            return new(0, [], null, fault);
        Remember(new(list.Version, RecipientList.HashOf(stored!.Body)));
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

    void Remember(SeenList believed)
    {
        lock (gate)
            if (seen is null || seen.Version < believed.Version)
                seen = believed;
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
            NobodyReads(log, Trust.Words(fault));
    }

    bool IsNews(string id)
    {
        lock (gate)
            return alarmed.Count < MostAlarms && alarmed.Add(id);
    }

    [LoggerMessage(LogLevel.Critical, "Reporting is closed: {Why}")]
    static partial void NobodyReads(ILogger log, string why);

    [LoggerMessage(LogLevel.Information, "The list of recipients holds again; reporting is open to those on it.")]
    static partial void HoldsAgain(ILogger log);

    [LoggerMessage(LogLevel.Critical,
        "A moderator has other keys in the database than on the signed list. Reports are sealed to the keys of the list. Somebody may have written to the database: "
        + "find out who can, and compare fingerprints by voice (keys list).")]
    static partial void OtherKeys(ILogger log);
}
