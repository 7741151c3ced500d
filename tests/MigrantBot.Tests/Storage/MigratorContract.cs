using Dapper;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public abstract class MigratorContract(TestDatabase home) : StorageContract(home)
{
    static readonly Migration[] Steps = [new(1, "CREATE TABLE first (id TEXT NOT NULL)"), new(2, "CREATE TABLE second (id TEXT NOT NULL); INSERT INTO second VALUES ('a');")];

    /// <summary>Opened, but not yet migrated.</summary>
    public override async Task InitializeAsync() => await OpenEmpty();

    [Fact]
    public async Task Migrating_twice_is_migrating_once()
    {
        await Migrator.Migrate(Database, Steps, CancellationToken.None);
        await Migrator.Migrate(Database, Steps, CancellationToken.None);

        Assert.Equal((2, 1), (await Count("migrations"), await Count("second")));
    }

    [Fact]
    public async Task A_later_version_adds_only_what_is_missing()
    {
        await Migrator.Migrate(Database, Steps[..1], CancellationToken.None);
        await Migrator.Migrate(Database, Steps, CancellationToken.None);

        Assert.Equal((2, 1), (await Count("migrations"), await Count("second")));
    }

    [Fact]
    public async Task Processes_that_start_together_migrate_once()
    {
        var processes = new[] { Database, await Another(), await Another(), await Another() };

        await Task.WhenAll(processes.Select(process => Task.Run(() => Migrator.Migrate(process, Steps, CancellationToken.None))));

        Assert.Equal((2, 1), (await Count("migrations"), await Count("second")));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_with_a_mend()
    {
        await Database.Write((connection, transaction) => connection.ExecuteAsync("CREATE TABLE first (other TEXT)", transaction: transaction), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator.Migrate(Database, Steps, CancellationToken.None));

        Assert.Contains("let Database__ConnectionString name an empty one", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_of_itself_and_keeps_the_steps_before()
    {
        var broken = Steps[0..1].Append(new Migration(2, "CREATE TABLE second (id TEXT NOT NULL); INSERT INTO missing VALUES ('a');")).ToArray();

        await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator.Migrate(Database, broken, CancellationToken.None));
        Assert.Equal(1, await Count("migrations"));

        await Migrator.Migrate(Database, Steps, CancellationToken.None);
        Assert.Equal(1, await Count("second"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused_and_left_alone()
    {
        await Migrator.Migrate(Database, Steps, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<UnusableDatabaseException>(() => Migrator.Migrate(Database, Steps[..1], CancellationToken.None));

        Assert.Contains("migration 2", refusal.Message);
        Assert.Contains("start the newer version", refusal.Message);
        Assert.Equal(2, await Count("migrations"));
    }

    [Fact]
    public async Task A_step_whose_text_was_changed_afterwards_is_refused()
    {
        await Migrator.Migrate(Database, Steps, CancellationToken.None);

        var refusal = await Assert.ThrowsAsync<UnusableDatabaseException>(() =>
            Migrator.Migrate(Database, [new(1, "CREATE TABLE first (id BIGINT)"), Steps[1]], CancellationToken.None));

        Assert.Contains("Migration 1", refusal.Message);
        Assert.Contains("start the version of the program that made it", refusal.Message);
    }
}

public sealed class MigratorOnSqliteTests() : MigratorContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class MigratorOnPostgresTests(PostgresServer server) : MigratorContract(new PostgresTestDatabase(server));
