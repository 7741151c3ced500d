namespace MigrantBot.Storage;

/// <summary>The two files of one publication: once stored, nobody changes a byte of them.</summary>
sealed record PublicationFile(string Json, string Csv);
