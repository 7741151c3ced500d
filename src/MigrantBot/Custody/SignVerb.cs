using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>
/// The verb <c>keys sign DRAFT --root FILE</c>, for a computer without a network. It believes nothing of the draft: what changes is worked out here,
/// against the list that this very root key signed before.
/// </summary>
static class SignVerb
{
    /// <summary>Where the signed list goes.</summary>
    public static string SignedOf(string draft) => $"{Path.ChangeExtension(draft, null)}.signed.json";

    public static Outcome Sign(string draftFile, string rootFile)
    {
        var (draft, unread) = Papers.Read<DraftList>(draftFile, "keys draft");
        if (draft is null)
            return unread!;
        var (root, unopened) = RootFile.Open(rootFile);
        if (root is null)
            return unopened!;
        using (root)
            return Sign(draft, root, draftFile, rootFile);
    }

    static Outcome Sign(DraftList draft, ECDsa root, string draftFile, string rootFile)
    {
        if (RecipientList.Read(draft.Body) is not { } next || !next.Moderators.Any())
            return Outcome.ToMend($"{draftFile} holds no list of recipients with a moderator on it. Make the draft anew: keys draft");
        if (Previous(draft, root) is not (var previous, null))
            return Previous(draft, root).Refused!;
        if (next.Version != (previous?.Version ?? 0) + 1 || (previous is not null && next.Prev != RecipientList.HashOf(draft.Previous!.Body)))
            return Outcome.NotDone($"This draft is list {next.Version}, but does not follow the list that came with it. Make the draft anew: keys draft");
        var change = ListChange.Between(previous, next, draft.Names);
        if (change.Refusals.Count > 0)
            return Outcome.NotDone(string.Join('\n', change.Refusals));
        var (log, unread) = SignedBefore.Open(rootFile);
        if (log is null)
            return unread!;
        var signed = SignedOf(draftFile);
        if (OwnFile.Write(signed, Papers.Write(new SignedList(draft.Body, RootKey.Sign(root, draft.Body)))) is { } refused)
            return refused;
        var warning = log.Warning(next.Version);
        log.Add(next.Version, draft.Body);
        return Outcome.Done(
            $"List {next.Version}\n{string.Join('\n', change.Lines)}\n",
            $"{warning}Signed: {signed}\nBefore it is loaded, call each who is new and compare the fingerprint by voice: theirs is on their page of settings. Then, on the server: keys load {Path.GetFileName(signed)}");
    }

    static (RecipientList? Previous, Outcome? Refused) Previous(DraftList draft, ECDsa root) =>
        draft.Previous is not { } stated ? (null, null)
        : RootKey.Of(root).HasSigned(stated.Body, stated.Signature) && RecipientList.Read(stated.Body) is { } previous ? (previous, null)
        : (null, Outcome.NotDone(
            "The list that came with this draft as the one in force was not signed by this root key. Either this is another root key, or somebody has changed the draft or the database."));
}
