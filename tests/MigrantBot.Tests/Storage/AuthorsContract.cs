using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

/// <summary>What tells a moderator's browser who wrote an answer.</summary>
public abstract class AuthorsContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 13, 8, 0, 0, TimeSpan.Zero);

    CaseStore Store => new(Database);
    CaseworkStore Casework => new(Database);

    async Task<IReadOnlyList<DeliveredEnvelope>> Answered()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await new ReportStore(Database).Insert(Some.ReportWithReceipt(), CancellationToken.None);
        await Store.Change("report-1", "m-1", current => Moderating.Claim(current, "m-1", Now), new DateOnly(2026, 3, 13), CancellationToken.None);
        var fence = await Database.Fence("report-1");
        Assert.Null(await Casework.Reply(new("m-1", "amina", "reply", Now), fence, Some.Reply(), CancellationToken.None));
        return await Store.Deliver("report-1", "m-1", Now, CancellationToken.None);
    }

    [Fact]
    public async Task An_answer_comes_with_the_name_the_signature_and_the_key_of_its_author()
    {
        var reply = (await Answered())[^1];
        Assert.Equal(("m-1", "amina"), (reply.Author, reply.AuthorHandle));
        Assert.Equal(Some.Moderator().SignKey, reply.SignKey);
        Assert.Equal(Some.Reply().Signature, reply.Signature);
    }

    [Fact]
    public async Task A_report_has_no_author()
    {
        var report = (await Answered())[0];
        Assert.Equal((null, null, null, null), (report.Author, report.AuthorHandle, report.SignKey, report.Signature));
    }

    [Fact]
    public async Task A_text_is_known_by_its_id_whatever_it_is()
    {
        await Answered();
        Assert.True(await Casework.Knows(Some.Reply().Id, CancellationToken.None));
        Assert.True(await Casework.Knows("envelope-1", CancellationToken.None));
        Assert.False(await Casework.Knows("envelope-9", CancellationToken.None));
    }
}

public sealed class AuthorsOnSqliteTests() : AuthorsContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class AuthorsOnPostgresTests(PostgresServer server) : AuthorsContract(new PostgresTestDatabase(server));
