namespace MigrantBot.Storage.Rows;

sealed record AppliedMigration
{
    public long Number { get; init; }
    public string Sha256 { get; init; } = "";
}
