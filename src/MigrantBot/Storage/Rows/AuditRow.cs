namespace MigrantBot.Storage.Rows;

/// <summary>One deed. Actor: a handle, <c>operator</c> for a verb of the command line, or <c>system</c> for the night.</summary>
sealed record AuditRow
{
    public const string System = "system";
    public const string Operator = "operator";
    public const string Purge = "purge";

    public long Seq { get; init; }
    public string Hour { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Action { get; init; } = "";
    public string Object { get; init; } = "";
    public string Prev { get; init; } = "";
    public string Hash { get; init; } = "";
}

/// <summary>A row of the chain, by its number and hash: the head, where the chain ends now; the anchor, the last row that was deleted by age; or what somebody noted.</summary>
sealed record AuditMark
{
    public long Seq { get; init; }
    public string Hash { get; init; } = "";

    public static AuditMark Of(AuditRow row) => new() { Seq = row.Seq, Hash = row.Hash };
}
