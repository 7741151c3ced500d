namespace MigrantBot.Storage;

/// <summary>The two files of one publication: once stored, nobody changes a byte of them.</summary>
sealed record PublicationFile(string Json, string Csv)
{
    /// <summary>Where they were drawn before, and the database has forgotten it: the day that they bear.</summary>
    public DateOnly? FirstOn { get; init; }
}
