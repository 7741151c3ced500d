namespace MigrantBot.Storage.Dumping;

/// <summary>A table that goes into backups.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Order">Its key: rows go out by it, which says nothing of when they came.</param>
/// <param name="Since">The migration that made it.</param>
sealed record DumpTable(string Name, string Order, long Since)
{
    /// <summary>In the order in which they go out.</summary>
    public static readonly IReadOnlyList<DumpTable> Kept =
    [
        new(Moderators, "id", 1),
        new("passkeys", "credential_id", 3),
        new("recipient_lists", "version", 3),
        new("house", "mark", 4),
        new("housekeeping", "job", 2),
        new("reports", "id", 1),
        new("report_facets", "report_id", 1),
        new("envelopes", "id", 1),
        new("envelope_keys", "envelope_id, recipient_id", 1),
        new("withdrawn", "report_id", 2),
        new("queue", "recipient_id, report_id", 3),
        new("drafts", "moderator_id, report_id", 3),
        new("openings", "moderator_id, day, report_id", 3),
        new("counted", "report_id", 4),
        new("publications", "kind, period", 4),
        new("errata", "id", 4),
        new("ngo_keys", "id", 4),
        new("audit", "seq", 3),
        new("audit_head", "mark", 3),
    ];

    /// <summary>What must not come alive again: whoever was signed in, held a link or had asked for something is not, does not and has not after a restore.</summary>
    public static readonly IReadOnlyList<string> LeftOut = ["sessions", "links", "ceremonies", "approvals"];

    /// <summary>Who is on the team.</summary>
    public const string Moderators = "moderators";

    /// <summary>What the database was made by; it goes out before all tables.</summary>
    public const string Migrations = "migrations";
}
