using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void The_program_carries_its_migrations_numbered_without_a_gap()
    {
        var migrations = Migration.Embedded();

        Assert.NotEmpty(migrations);
        Assert.Equal(Enumerable.Range(1, migrations.Count).Select(number => (long)number), migrations.Select(migration => migration.Number));
        Assert.Contains("CREATE TABLE reports", migrations[0].Sql);
    }

    [Fact]
    public void A_migration_is_known_by_the_hash_of_its_text() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", new Migration(1, "abc").Sha256);
}
