using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Custody;

/// <summary>The verb <c>keys load FILE</c>, on the server: a signed list comes into force.</summary>
sealed class LoadVerb(RecipientListStore lists, RosterOptions options, TimeProvider clock)
{
    public async Task<Outcome> Load(string path, CancellationToken cancellation)
    {
        if (options.Root is not { } root)
            return Outcome.ToMend(DraftVerb.NoRoot);
        var (paper, unread) = Papers.Read<SignedList>(path, "keys sign");
        if (paper is null)
            return unread!;
        var all = await lists.All(cancellation);
        var signed = Trust.Signed(root, all);
        var (latest, previous) = signed is [var newest, ..] ? newest : default;
        if (Objection(root, paper, previous, latest?.Body) is { } objection)
            return objection;
        var list = RecipientList.Read(paper.Body)!;
        IReadOnlyList<StoredList> forged = [.. all.Except(signed.Select(one => one.Stored))];
        var isNew = await lists.Insert(new() { Version = list.Version, Body = paper.Body, Signature = paper.Signature }, forged, clock.GetUtcNow(), cancellation);
        return Outcome.Done(
            $"{(isNew ? $"List {list.Version} is in force" : $"List {list.Version} was in force already")}: {list.Moderators.Count()} who may read, {(list.Recovery is null ? "without" : "with")} a recovery key.\n",
            forged.Count == 0 ? "" : $"Taken out, for the root key had not signed: {string.Join(", ", forged.Select(one => $"list {one.Version}"))}. Somebody has written to the database: find out who can.");
    }

    /// <summary>Null for the list that follows, and for the one in force once more.</summary>
    static Outcome? Objection(RootKey root, SignedList paper, RecipientList? previous, byte[]? previousBody)
    {
        if (!root.HasSigned(paper.Body, paper.Signature))
            return Outcome.NotDone("This list was not signed by the key in Keys__Root, or was changed since. Nothing was loaded.");
        if (RecipientList.Read(paper.Body) is not { } list || !list.Moderators.Any())
            return Outcome.NotDone("This list is signed, but names no moderator or is not written as this program writes it. Nothing was loaded; make the draft anew: keys draft");
        if (previousBody is not null && paper.Body.AsSpan().SequenceEqual(previousBody))
            return null;
        if (list.Version <= (previous?.Version ?? 0))
            return Outcome.NotDone($"This is list {list.Version}, but list {previous!.Version} is in force. A list is never followed by an older one; to take something back, draft and sign the next one.");
        if (list.Version != (previous?.Version ?? 0) + 1 || list.Prev != (previousBody is null ? "" : RecipientList.HashOf(previousBody)))
            return Outcome.NotDone(
                $"This is list {list.Version}, and it does not follow {(previous is null ? "anything: there is no list here" : $"list {previous.Version} as it is here")}. "
                + "Load the lists between first; if they were loaded before, somebody has set the database back.");
        return ListChange.Between(previous, list, new Dictionary<string, string>()).Refusals is [var first, ..] ? Outcome.NotDone(first) : null;
    }
}
