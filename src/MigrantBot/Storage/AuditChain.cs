using MigrantBot.Storage.Rows;

namespace MigrantBot.Storage;

/// <summary>
/// Whether rows of the audit are as they were written. Who can write to the database can bind a whole chain anew, so what proves most is a mark that
/// somebody noted elsewhere.
/// </summary>
static class AuditChain
{
    /// <summary>As many letters of a hash as people note; more are compared where they are given.</summary>
    public const int NotedLetters = 16;

    /// <summary>What the night writes down when it has deleted rows up to this one.</summary>
    public static string Deleted(long seq) => $"audit to {seq}";

    /// <summary>The first fault of rows in their order, of which the first follows <paramref name="anchor"/>; null when they are whole.</summary>
    public static AuditFault? Verify(IEnumerable<AuditRow> rows, AuditMark anchor)
    {
        var before = anchor;
        foreach (var row in rows)
        {
            if (Fault(row, before, isFirst: ReferenceEquals(before, anchor)) is { } fault)
                return fault;
            before = AuditMark.Of(row);
        }
        return null;
    }

    /// <summary>Whether the chain, whose last row is <paramref name="last"/>, ends where its head says.</summary>
    public static AuditFault? VerifyEnd(AuditMark last, AuditMark head) =>
        last.Seq < head.Seq ? new(AuditWrong.Cut, last.Seq + 1, head.Seq)
        : last.Seq > head.Seq ? new(AuditWrong.Rewritten, head.Seq + 1)
        : last.Hash != head.Hash ? new(AuditWrong.Rewritten, last.Seq)
        : null;

    /// <summary>Whether the chain still holds what was noted of it.</summary>
    /// <param name="noted">The number and at least the first letters of the hash.</param>
    /// <param name="row">The row with this number; null where there is none.</param>
    /// <param name="head">Where the chain ends.</param>
    public static AuditFault? VerifyNoted(AuditMark noted, AuditRow? row, AuditMark head) =>
        noted.Seq > head.Seq ? new(AuditWrong.Cut, head.Seq + 1, noted.Seq)
        : row is null || !row.Hash.StartsWith(noted.Hash, StringComparison.Ordinal) ? new(AuditWrong.NotAsNoted, noted.Seq)
        : null;

    static AuditFault? Fault(AuditRow row, AuditMark before, bool isFirst)
    {
        if (row.Seq != before.Seq + 1)
            return new(isFirst && before.Seq == 0 ? AuditWrong.CutAtFront : AuditWrong.Missing, before.Seq + 1, Math.Max(row.Seq - 1, before.Seq + 1));
        if (!HasItsHash(row))
            return new(AuditWrong.Changed, row.Seq);
        return row.Prev == before.Hash ? null : new(AuditWrong.Rewritten, isFirst ? row.Seq : before.Seq);
    }

    static bool HasItsHash(AuditRow row) =>
        row.Prev.Length % 2 == 0 && row.Prev.All(char.IsAsciiHexDigitLower) && row.Hash == Audit.HashOf(row);
}
