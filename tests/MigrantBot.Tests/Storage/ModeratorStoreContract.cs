using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

public abstract class ModeratorStoreContract(TestDatabase home) : StorageContract(home)
{
    ModeratorStore Store => new(Database);

    [Fact]
    public async Task Nobody_enrolled_means_no_recipients()
    {
        Assert.Empty(await Store.Recipients(CancellationToken.None));
        Assert.Null(await Store.Find("m-1", CancellationToken.None));
    }

    [Fact]
    public async Task Active_moderators_are_recipients_and_removed_ones_are_not()
    {
        await Store.Insert(Some.Moderator(), CancellationToken.None);
        await Store.Insert(Some.Moderator("m-2", "bek") with { Status = "removed" }, CancellationToken.None);

        var recipient = Assert.Single(await Store.Recipients(CancellationToken.None));

        Assert.Equal(("m-1", "0401"), (recipient.Id, Convert.ToHexString(recipient.BoxKey)));
        Assert.Equal((true, true, false), (recipient.Reads("uz"), recipient.Reads("uz-Cyrl"), recipient.Reads("Cyrl")));
    }

    [Fact]
    public async Task An_administrator_is_never_a_recipient()
    {
        await Store.Insert(Some.Administrator(), CancellationToken.None);

        Assert.Empty(await Store.Recipients(CancellationToken.None));
        Assert.Equivalent(Some.Administrator(), await Store.FindActive("zarina", CancellationToken.None), strict: true);
    }

    [Fact]
    public async Task A_moderator_is_found_as_enrolled()
    {
        await Store.Insert(Some.Moderator(), CancellationToken.None);

        Assert.Equivalent(Some.Moderator(), await Store.Find("m-1", CancellationToken.None), strict: true);
    }

    [Theory]
    [InlineData("m-1", "bek")]
    [InlineData("m-2", "amina")]
    public async Task A_taken_id_or_handle_changes_nothing(string id, string handle)
    {
        await Store.Insert(Some.Moderator(), CancellationToken.None);

        Assert.False(await Store.Insert(Some.Moderator(id, handle), CancellationToken.None));

        Assert.Equal(1, await Count("moderators"));
    }
}

public sealed class ModeratorStoreOnSqliteTests() : ModeratorStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ModeratorStoreOnPostgresTests(PostgresServer server) : ModeratorStoreContract(new PostgresTestDatabase(server));
