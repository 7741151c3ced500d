using MigrantBot.Sealing;
using MigrantBot.Storage;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys list</c>, on the server: who may read now, with fingerprints and public keys.</summary>
sealed class ListVerb(Roster roster, ModeratorStore moderators)
{
    public async Task<Outcome> List(CancellationToken cancellation)
    {
        var inForce = await roster.Now(cancellation);
        if (inForce.Fault != ListFault.None)
            return Outcome.NotDone($"Nobody may read, and reporting is closed: {Trust.Words(inForce.Fault)}");
        var listed = inForce.Readers.Select(one => one.Id).ToHashSet();
        var others = (await moderators.Recipients(cancellation)).Where(one => !listed.Contains(one.Id));
        return Outcome.Done(
            string.Concat(
                new[] { roster.IsTrial ? "TRIAL: there is no Keys__Root, so the database alone says who may read" : $"List {inForce.Version}" }
                    .Concat(inForce.Sealed(inForce.Readers).Select(one => $"{Fingerprint.Of(one.BoxKey, one.SignKey)}  {one.Handle}  {one.Languages}\n    {KeysOf(one)}"))
                    .Concat(others.Select(one => $"NOT LISTED           {one.Handle}: gets nothing until a list with them is signed and loaded"))
                    .Select(line => line + "\n")),
            inForce.Recovery is null && !roster.IsTrial ? "There is no recovery key." : "");
    }

    /// <summary>Both public keys in base64, as <c>keys recover --to</c> takes them: so that it can show the fingerprint.</summary>
    public static string KeysOf(Recipient one) => Convert.ToBase64String([.. one.BoxKey, .. one.SignKey]);
}
