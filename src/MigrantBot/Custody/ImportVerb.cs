using MigrantBot.Sealing;
using MigrantBot.Storage;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys import FILE --to HANDLE</c>, on the server: a moderator gets the cases that the sheets opened.</summary>
sealed class ImportVerb(Roster roster, RecoveryStore recovery, TimeProvider clock)
{
    public async Task<Outcome> Import(string path, string handle, CancellationToken cancellation)
    {
        var (paper, unread) = Papers.Read<Resealed>(path, "keys recover");
        if (paper is null)
            return unread!;
        var inForce = await roster.Now(cancellation);
        if (inForce.Readers.FirstOrDefault(one => one.Handle == handle) is not { } target)
            return Outcome.NotDone(inForce.Fault == ListFault.None
                ? $"{handle} is not among those who may read now. Their handle, and whether they are on the list, says: keys list"
                : $"Nobody may read: {Trust.Words(inForce.Fault)}");
        if (!paper.To.AsSpan().SequenceEqual(target.BoxKey))
            return Outcome.NotDone($"This file was sealed to another key than {handle}'s. Recover once more with the line under {handle} that “keys list” prints.");
        if (paper.Envelopes.Any(one => !SealedShape.IsKey(one.Key)))
            return Outcome.ToMend($"{path} is not what “keys recover” writes, or was changed on the way. Carry it over once more.");
        var given = await recovery.Import(target.Id, [.. paper.Envelopes.Select(one => new Storage.Rows.SealedKeyOf(one.Id, one.Key))], clock.GetUtcNow(), cancellation);
        return given switch
        {
            null => Outcome.NotDone($"{handle} was removed at this moment. Nothing was imported."),
            0 => Outcome.NotDone($"{handle} got nothing: they can read these cases already, or the cases are gone."),
            _ => Outcome.Done($"{handle} can read {given} more {(given == 1 ? "case" : "cases")}.\n"),
        };
    }
}
