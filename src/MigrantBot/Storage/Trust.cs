using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>Why the newest list of recipients is not to be believed.</summary>
enum ListFault
{
    None,
    NotLoaded,
    NotSigned,
    NotWellMade,
    SetBack,
    Exchanged,
    Empty,
    NotRemembered,
}

/// <summary>The newest list that was ever believed here: what comes later must not be older.</summary>
sealed record SeenList(long Version, string Hash);

/// <summary>Whether a list of recipients from the database is to be believed. Whoever can write to the database can put anything there.</summary>
static class Trust
{
    /// <summary>The list, where it holds; else why it does not.</summary>
    /// <param name="root">Whose signature counts.</param>
    /// <param name="stored">The list with the highest number, if there is any.</param>
    /// <param name="seen">What had been believed before the database was asked.</param>
    public static (RecipientList? List, ListFault Fault) Judge(RootKey root, StoredList? stored, SeenList? seen)
    {
        if (stored is null)
            return (null, seen is null ? ListFault.NotLoaded : ListFault.SetBack);
        if (!root.HasSigned(stored.Body, stored.Signature))
            return (null, ListFault.NotSigned);
        if (RecipientList.Read(stored.Body) is not { } list || list.Version != stored.Version)
            return (null, ListFault.NotWellMade);
        if (seen is not null && list.Version < seen.Version)
            return (null, ListFault.SetBack);
        if (seen is not null && list.Version == seen.Version && RecipientList.HashOf(stored.Body) != seen.Hash)
            return (null, ListFault.Exchanged);
        return list.Moderators.Any() ? (list, ListFault.None) : (null, ListFault.Empty);
    }

    /// <summary>Every list of these that the root key signed, the newest first.</summary>
    public static IReadOnlyList<(StoredList Stored, RecipientList List)> Signed(RootKey root, IEnumerable<StoredList> all) =>
    [
        .. from stored in all
           where root.HasSigned(stored.Body, stored.Signature)
           let list = RecipientList.Read(stored.Body)
           where list is not null && list.Version == stored.Version
           orderby stored.Version descending
           select (stored, list),
    ];

    public static string Words(ListFault fault) => fault switch
    {
        ListFault.None => "The list of recipients holds.",
        ListFault.NotLoaded => "Keys__Root is set, but no list of recipients was loaded. Make the first one: keys draft, keys sign (offline), keys load.",
        ListFault.NotSigned =>
            "the newest list of recipients in the database was not signed by the key in Keys__Root. Either that setting is another key's, or somebody has written to the database: "
            + "find out who can. Loading the next list (keys load) takes out what was not signed.",
        ListFault.NotWellMade => "the newest list of recipients in the database is signed, but not written as this program writes it, or stored under another number. Sign and load the next one.",
        ListFault.SetBack =>
            "the database has an older list of recipients than was in force here before, or none. Either a backup was put back, or somebody has set it back to bring in somebody who was removed: "
            + "find out which, and load the signed lists that came later once more, in their order (keys load). Only where this root key begins anew with an empty database: delete the file that "
            + "remembers the list (the name in Pepper__File with .list behind it) and start again.",
        ListFault.Exchanged => "the database has another list of recipients under a number that was in force here before. Find out who signed twice, then sign and load the next one.",
        ListFault.NotRemembered =>
            "the file that remembers the newest list of recipients (the name in Pepper__File with .list behind it) cannot be read or written, or is not as this program wrote it. Let this user read and "
            + "write it, in a folder with room. Only where it is broken, delete it, and see with keys list that the number is then that of the newest signed list that you keep.",
        ListFault.Empty => "the list of recipients names no moderator. Sign and load one that does.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
