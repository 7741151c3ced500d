using MigrantBot.Sealing;
using MigrantBot.Storage;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys draft</c>, on the server: the next list, of the active moderators and the recovery key, to be carried to the root key.</summary>
sealed class DraftVerb(ModeratorStore moderators, RecipientListStore lists, RosterOptions options)
{
    /// <param name="recovery">Public half of a recovery key in base64; null for that of the list before.</param>
    /// <param name="cancellation">Ends the waiting for the database.</param>
    public async Task<Outcome> Draft(string? recovery, CancellationToken cancellation)
    {
        if (options.Root is not { } root)
            return Outcome.ToMend(NoRoot);
        if (recovery is not null && KeyOf(recovery) is null)
            return Outcome.ToMend("PUBLICKEY is no public key: copy the line that “keys recovery FOLDER” printed, 88 letters.");
        var (stored, previous) = Trust.Signed(root, await lists.All(cancellation)) is [var newest, ..] ? newest : default;
        var active = await moderators.Recipients(cancellation);
        List<string> remarks = [];
        IReadOnlyList<Listed> next = [.. active.Select(one => Listed(one, previous, remarks)).OfType<Listed>(), .. Recovery(recovery, previous, remarks)];
        if (!next.Any(one => !one.IsRecovery))
            return Outcome.NotDone("There is no active moderator with keys. Invite one first: keys invite NAME");
        var version = (previous?.Version ?? 0) + 1;
        var list = new RecipientList(version, stored is null ? "" : RecipientList.HashOf(stored.Body), next);
        if (previous is not null && (previous with { Version = 1, Prev = "" }).Write().AsSpan().SequenceEqual((list with { Version = 1, Prev = "" }).Write()))
            return Outcome.NotDone($"There is nothing to sign: list {previous.Version} says the same.");
        var body = list.Write();
        if (RecipientList.Read(body) is null)
            return Outcome.NotDone("Two recipients have one key in common. Somebody may have written to the database: compare fingerprints by voice (keys list).");
        var names = active.ToDictionary(one => one.Id, one => one.Handle);
        return Outcome.Done(
            Papers.Write(new DraftList(body, stored is null ? null : new(stored.Body, stored.Signature), names)),
            string.Join('\n', [$"This is the draft of list {version}. Carry it to the computer with the root key: keys sign DRAFT --root FILE", .. remarks]));
    }

    public const string NoRoot = "Keys__Root is not set. Make a root key on a computer without a network (keys root FILE), and give the line that it prints to the server as a setting.";

    public static byte[]? KeyOf(string base64)
    {
        var bytes = new byte[P256.PublicKeyLength];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length == bytes.Length && P256.IsPublicKey(bytes) ? bytes : null;
    }

    /// <summary>Whoever stands on the list keeps the keys of the list, whatever the database says now.</summary>
    static Listed? Listed(Recipient one, RecipientList? previous, List<string> remarks)
    {
        string[] languages = [.. one.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal)];
        var listed = new Listed(one.Id, one.BoxKey, one.SignKey, languages);
        if (previous?.Moderators.FirstOrDefault(before => before.Id == one.Id) is { } before && !(before.Box.AsSpan().SequenceEqual(one.BoxKey) && before.Sign.AsSpan().SequenceEqual(one.SignKey)))
        {
            remarks.Add($"{one.Handle} has other keys in the database than on list {previous.Version}; the draft keeps those of the list. Somebody may have written to the database.");
            listed = listed with { Box = before.Box, Sign = before.Sign };
        }
        if (listed.IsWellMade && !listed.IsRecovery)
            return listed;
        remarks.Add($"{one.Handle} is left out: the database has no valid keys for them. Remove and invite them anew.");
        return null;
    }

    static IEnumerable<Listed> Recovery(string? recovery, RecipientList? previous, List<string> remarks)
    {
        if (recovery is not null)
            return [new(Sealing.Listed.Recovery, KeyOf(recovery)!, [], [])];
        if (previous?.Recovery is { } before)
            return [before];
        remarks.Add("There is no recovery key on it: what is sealed to moderators who all lose their passcodes is lost. Make one (keys recovery FOLDER) and draft again with --recovery PUBLICKEY");
        return [];
    }
}
