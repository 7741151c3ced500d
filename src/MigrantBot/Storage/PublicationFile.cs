namespace MigrantBot.Storage;

/// <summary>The two files of one publication: once stored, nobody changes a byte of them.</summary>
sealed record PublicationFile(string Json, string Csv)
{
    /// <summary>Where they were drawn before, and the database has forgotten it: what they say of themselves.</summary>
    public Earlier? Earlier { get; init; }
}

/// <summary>What a file that appears again says of its first time.</summary>
/// <param name="AuditHead">Where the audit stood then.</param>
/// <param name="PublishedOn">The day.</param>
sealed record Earlier(string AuditHead, DateOnly PublishedOn);
