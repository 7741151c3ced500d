using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>What the audit says about publications.</summary>
/// <param name="Told">Its rows about publications and errata.</param>
/// <param name="Heads">The numbers of the rows whose hashes publications bear.</param>
/// <param name="Oldest">The day of its first row, where older ones were deleted for their age: of what is older nobody can tell.</param>
sealed record Evidence(IReadOnlyList<AuditRow> Told, IReadOnlyDictionary<string, long> Heads, DateOnly? Oldest);

/// <summary>
/// Whether what stands among the publications is what was published: each file by its hash, the hashes by the row of the audit that tells of them, and the
/// head by the chain before that row.
/// </summary>
static class PublicationFaults
{
    public static IEnumerable<string> Of(PublicationRow row, Evidence evidence)
    {
        var name = $"{row.Kind} {row.Period}";
        if (PublicationStore.HashOf(row.Json) != row.JsonSha256)
            yield return $"The JSON file of {name} is not the one that was published.";
        if (PublicationStore.HashOf(row.Csv) != row.CsvSha256)
            yield return $"The CSV file of {name} is not the one that was published.";
        var told = evidence.Told.FirstOrDefault(one => one.Action == PublicationStore.Action && IsAbout(one, name));
        // Of its first time a backup of before knows nothing, the blind with which the head stands in the file neither.
        var isAgain = told?.Object == row.Mark + PublicationStore.Again;
        if (!isAgain && !row.Json.Contains($"\"{BlindedHead.Of(row.AuditHead, row.HeadBlind)}\"", StringComparison.Ordinal))
            yield return $"The head of the audit beside {name} is not the one in its file.";
        if (told is null && !(row.PublishedOn < evidence.Oldest))
            yield return $"No row of the audit tells of {name}: it was put there by hand, or its day was changed.";
        if (told is not null && told.Object != row.Mark && !isAgain)
            yield return $"The hashes of {name} are not those that row {told.Seq} of the audit tells of.";
        if (told is not null && !Held(row.AuditHead, told, evidence))
            yield return $"The head of the audit that {name} was published with stands nowhere in it before row {told.Seq}: the audit was cut, or written anew.";
    }

    public static IEnumerable<string> Of(IEnumerable<ErratumRow> errata, Evidence evidence) => errata
        .Where(erratum => !(erratum.Day < evidence.Oldest) && !evidence.Told.Any(one => one.Action == PublicationStore.Erratum && one.Object == erratum.Mark))
        .Select(erratum => $"The erratum of {erratum.Day:yyyy-MM-dd} about {erratum.Kind} {erratum.Period} is not told of by the audit: it was put there by hand, or changed.");

    public static IEnumerable<string> Gone(Evidence evidence, IReadOnlyList<PublicationRow> published, IReadOnlyList<ErratumRow> errata) => evidence.Told
        .Where(one => one.Action == PublicationStore.Action
            ? !published.Any(row => IsAbout(one, $"{row.Kind} {row.Period}"))
            : !errata.Any(erratum => one.Object == erratum.Mark))
        .Select(one => $"What row {one.Seq} of the audit tells of ({one.Action}: {one.Object}) is not there any more.");

    static bool IsAbout(AuditRow row, string name) => row.Object.StartsWith($"{name} ", StringComparison.Ordinal);

    static bool Held(string head, AuditRow told, Evidence evidence) =>
        head.Length == 0 ? told.Seq == 1
        : evidence.Heads.TryGetValue(head, out var seq) ? seq < told.Seq
        // It was at most a moment older than the row, and rows of that day were deleted.
        : string.CompareOrdinal(told.Hour[..10], $"{evidence.Oldest:yyyy-MM-dd}") <= 0;
}
