using MigrantBot.Sealing;

namespace MigrantBot.Custody;

/// <summary>What a list changes against the one before, said to the person who answers for it.</summary>
sealed record ListChange(IReadOnlyList<string> Lines, IReadOnlyList<string> Refusals)
{
    public static ListChange Between(RecipientList? previous, RecipientList next, IReadOnlyDictionary<string, string> names)
    {
        string Name(Listed one) => one.IsRecovery ? one.Id : $"{names.GetValueOrDefault(one.Id, "(no name)")} {one.Id}";
        var (before, after) = (previous?.Recipients.ToDictionary(one => one.Id) ?? [], next.Recipients.ToDictionary(one => one.Id));
        List<string> lines = [], refusals = [];
        foreach (var one in next.Recipients)
            if (!before.TryGetValue(one.Id, out var old))
                lines.Add($"new        {FingerprintOf(one)}  {Name(one)}  {string.Join(' ', one.Languages)}");
            else if (HasKeysOf(one, old))
                lines.Add($"{(one.Languages.SequenceEqual(old.Languages) ? "as before " : "languages ")} {FingerprintOf(one)}  {Name(one)}  {string.Join(' ', one.Languages)}");
            else if (one.IsRecovery)
                lines.Add($"OTHER KEY  {FingerprintOf(one)}  {Name(one)}, before: {FingerprintOf(old)}");
            else
                refusals.Add(
                    $"{Name(one)} has other keys than on list {previous!.Version}: {FingerprintOf(one)}, before {FingerprintOf(old)}. A moderator's keys never change, "
                    + "so somebody may have written to the database. Whoever lost a passcode is removed (keys remove) and invited anew.");
        lines.AddRange(previous?.Recipients.Where(one => !after.ContainsKey(one.Id)).Select(one => $"GONE       {FingerprintOf(one)}  {Name(one)}") ?? []);
        return new(lines, refusals);
    }

    public static string FingerprintOf(Listed one) => Fingerprint.Of(one.Box, one.Sign);

    static bool HasKeysOf(Listed one, Listed other) => one.Box.AsSpan().SequenceEqual(other.Box) && one.Sign.AsSpan().SequenceEqual(other.Sign);
}
