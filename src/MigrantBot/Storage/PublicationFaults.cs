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
    public static IEnumerable<PublicationFault> Of(PublicationRow row, Evidence evidence)
    {
        PublicationFault Fault(PublicationWrong wrong, AuditRow? told = null) => new(wrong, row.Kind, row.Period, told?.Seq ?? 0);

        if (PublicationStore.HashOf(row.Json) != row.JsonSha256)
            yield return Fault(PublicationWrong.Json);
        if (PublicationStore.HashOf(row.Csv) != row.CsvSha256)
            yield return Fault(PublicationWrong.Csv);
        var told = evidence.Told.FirstOrDefault(one => one.Action == PublicationStore.Action && IsAbout(one, row));
        // Of its first time a backup of before knows nothing, the blind with which the head stands in the file neither.
        var isAgain = told?.Object == row.Mark + PublicationStore.Again;
        if (!isAgain && !row.Json.Contains($"\"{BlindedHead.Of(row.AuditHead, row.HeadBlind)}\"", StringComparison.Ordinal))
            yield return Fault(PublicationWrong.HeadBeside);
        if (told is null && !(row.PublishedOn < evidence.Oldest))
            yield return Fault(PublicationWrong.Untold);
        if (told is not null && told.Object != row.Mark && !isAgain)
            yield return Fault(PublicationWrong.Hashes, told);
        if (told is not null && !Held(row.AuditHead, told, evidence))
            yield return Fault(PublicationWrong.HeadGone, told);
    }

    public static IEnumerable<PublicationFault> Of(IEnumerable<ErratumRow> errata, Evidence evidence) => errata
        .Where(erratum => !(erratum.Day < evidence.Oldest) && !evidence.Told.Any(one => one.Action == PublicationStore.ErratumAction && one.Object == erratum.Mark))
        .Select(erratum => new PublicationFault(PublicationWrong.Erratum, erratum.Kind, erratum.Period, Detail: $"{erratum.Day:yyyy-MM-dd}"));

    public static IEnumerable<PublicationFault> Gone(Evidence evidence, IReadOnlyList<PublicationRow> published, IReadOnlyList<ErratumRow> errata) => evidence.Told
        .Where(one => one.Action == PublicationStore.Action
            ? !published.Any(row => IsAbout(one, row))
            : !errata.Any(erratum => one.Object == erratum.Mark))
        .Select(one => (Row: one, About: one.Object.Split(' ')))
        .Select(one => new PublicationFault(PublicationWrong.Gone, one.About[0], one.About.ElementAtOrDefault(1) ?? "", one.Row.Seq, $"{one.Row.Action}: {one.Row.Object}"));

    static bool IsAbout(AuditRow told, PublicationRow row) => told.Object.StartsWith($"{row.Kind} {row.Period} ", StringComparison.Ordinal);

    static bool Held(string head, AuditRow told, Evidence evidence) =>
        head.Length == 0 ? told.Seq == 1
        : evidence.Heads.TryGetValue(head, out var seq) ? seq < told.Seq
        // It was at most a moment older than the row, and rows of that day were deleted.
        : string.CompareOrdinal(told.Hour[..10], $"{evidence.Oldest:yyyy-MM-dd}") <= 0;
}
