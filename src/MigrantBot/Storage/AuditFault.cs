namespace MigrantBot.Storage;

/// <summary>How a chain can be broken.</summary>
enum AuditWrong
{
    /// <summary>A row does not have the hash of its content: it was edited, or moved to another number.</summary>
    Changed,

    /// <summary>Rows in the midst are gone.</summary>
    Missing,

    /// <summary>A row fits its own hash, but not the row after it: it was written anew, with a fresh hash.</summary>
    Rewritten,

    /// <summary>The last rows are gone.</summary>
    Cut,

    /// <summary>The first rows are gone, and no night has written down that it deleted them for their age.</summary>
    CutAtFront,

    /// <summary>What somebody noted of this row is not what stands there: the chain was written anew from there or before.</summary>
    NotAsNoted,
}

/// <summary>What is wrong with the audit.</summary>
/// <param name="Wrong">How.</param>
/// <param name="Row">The row, or the first of those that are gone.</param>
/// <param name="Last">The last of them; the same where it is one.</param>
sealed record AuditFault(AuditWrong Wrong, long Row, long Last)
{
    public AuditFault(AuditWrong wrong, long row) : this(wrong, row, row) { }

    string Rows => Row == Last ? $"Row {Row} is" : $"Rows {Row} to {Last} are";

    /// <summary>One sentence for the operator.</summary>
    public override string ToString() => Wrong switch
    {
        AuditWrong.Changed => $"Row {Row} was changed, or moved there, after it had been written.",
        AuditWrong.Missing => $"{Rows} missing: deleted after they had been written.",
        AuditWrong.Rewritten => $"Row {Row} was written anew: the row after it is bound to another one.",
        AuditWrong.Cut => $"{Rows} missing at the end: cut off after they had been written.",
        AuditWrong.CutAtFront => $"{Rows} missing at the beginning, and no nightly deletion says that it took them away for their age.",
        AuditWrong.NotAsNoted => $"Row {Row} is not the one that was noted: the chain was written anew, from there or from before.",
        _ => throw new ArgumentOutOfRangeException(nameof(Wrong), Wrong, "Say this in words here."),
    };
}
