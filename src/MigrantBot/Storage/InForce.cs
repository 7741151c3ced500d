using MigrantBot.Sealing;
using Recipient = MigrantBot.Storage.Rows.Recipient;

namespace MigrantBot.Storage;

/// <summary>Who may read reports at this moment, with the keys to seal to.</summary>
/// <param name="Version">Of the signed list; 0 in a trial.</param>
/// <param name="Readers">Moderators, in the order of their ids; empty means that nobody could read a report.</param>
/// <param name="Recovery">The key on two sheets, to which everything is sealed besides.</param>
/// <param name="Fault">Why there is no list that holds.</param>
sealed record InForce(long Version, IReadOnlyList<Recipient> Readers, Recipient? Recovery, ListFault Fault)
{
    /// <summary>Those who are active and on the list, with the keys of the list.</summary>
    public static InForce Of(RecipientList list, IEnumerable<Recipient> active)
    {
        var listed = list.Moderators.ToDictionary(one => one.Id);
        return new(
            list.Version,
            [.. active.Where(one => listed.ContainsKey(one.Id)).Select(one => With(one, listed[one.Id]))],
            list.Recovery is { } recovery ? With(new() { Id = recovery.Id, Handle = recovery.Id }, recovery) : null,
            ListFault.None);
    }

    /// <summary>These and the recovery key, which is not counted among them.</summary>
    public IReadOnlyList<Recipient> Sealed(IEnumerable<Recipient> drawn) => Recovery is null ? [.. drawn] : [.. drawn, Recovery];

    /// <summary>For whom an answer or a note is sealed, the reporter aside: its author, whoever else of these holders may read, the recovery key.</summary>
    /// <returns>Null where the author may not read any more.</returns>
    public IReadOnlyList<Recipient>? ReadersOf(string author, IEnumerable<string> holders)
    {
        var all = holders.ToHashSet();
        return Readers.FirstOrDefault(one => one.Id == author) is { } self
            ? Sealed([self, .. Readers.Where(one => one.Id != author && all.Contains(one.Id))])
            : null;
    }

    static Recipient With(Recipient one, Listed keys) => one with { BoxKey = keys.Box, SignKey = keys.Sign, Languages = string.Join(' ', keys.Languages) };
}
