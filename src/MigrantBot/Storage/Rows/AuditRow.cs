namespace MigrantBot.Storage.Rows;

/// <summary>One deed. Actor: a handle, or <c>operator</c> for a verb of the command line.</summary>
sealed record AuditRow
{
    public long Seq { get; init; }
    public string Hour { get; init; } = "";
    public string Actor { get; init; } = "";
    public string Action { get; init; } = "";
    public string Object { get; init; } = "";
    public string Prev { get; init; } = "";
    public string Hash { get; init; } = "";
}

/// <summary>Where the chain ends now.</summary>
sealed record AuditHead
{
    public long Seq { get; init; }
    public string Hash { get; init; } = "";
}
