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
}

/// <summary>The newest list that this process has believed: what comes later must not be older.</summary>
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
            "the database has an older list of recipients than this process has seen. Somebody may have set it back to bring in somebody who was removed: compare with a backup, load the newest signed list again.",
        ListFault.Exchanged => "the database has another list of recipients under a number that this process has seen. Find out who signed twice, then sign and load the next one.",
        ListFault.Empty => "the list of recipients names no moderator. Sign and load one that does.",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}
