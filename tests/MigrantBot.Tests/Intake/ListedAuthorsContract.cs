using MigrantBot.Intake;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Custody;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>With a root key a reply is shown only if a signed list ever named its author: whoever writes to the table of moderators makes no author.</summary>
public abstract class ListedAuthorsContract(TestDatabase home) : StorageContract(home), IDisposable
{
    const string ReportId = "0da35d055f722ee8a2fb8d5c04e7f189";

    readonly SigningRoot root = new();
    readonly Author amina = new("m-1");
    readonly Author eve = new("m-2");
    readonly ReceiptKeys reporter = ReceiptKeys.Derive(new(new byte[Pepper.Length]), "00000000000000005724");
    readonly Logbook<ReturningReplies> log = new();

    public void Dispose()
    {
        root.Dispose();
        amina.Dispose();
        eve.Dispose();
        reporter.Dispose();
        GC.SuppressFinalize(this);
    }

    Task<IReadOnlyList<Core.Reporting.Reply>> Shown()
    {
        var roster = new Roster(new ModeratorStore(Database), new RecipientListStore(Database), new RosterOptions(root.Key), new Logbook<Roster>());
        return new ReturningReplies(new ReceiptStore(Database), roster, log).Open(ReportId, reporter.Pair, CancellationToken.None);
    }

    async Task Replies()
    {
        await new ReportStore(Database).Insert(Some.Report(ReportId) with { ReceiptLookup = reporter.Lookup, ReporterKey = reporter.PublicKey }, CancellationToken.None);
        foreach (var (author, number, words) in new[] { (amina, 1, "Do not sign."), (eve, 2, "Come to this address.") })
        {
            await author.Enrol(Database);
            await Database.Write(async (connection, transaction) =>
            {
                await EnvelopeStore.Insert(connection, transaction, author.Reply(ReportId, $"{number:D32}", words, reporter.PublicKey));
                return true;
            }, CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_reply_of_who_is_only_in_the_table_is_not_shown_and_is_an_alarm()
    {
        await Replies();
        await Database.Put(root.Next(SigningRoot.Of(amina.Row)));

        Assert.Equal("Do not sign.", Assert.Single(await Shown()).Words.Reveal());
        Assert.StartsWith("Critical: A reply in the database was not signed by a moderator", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_is_shown_also_when_its_author_is_on_no_list_any_more_nor_in_the_table_with_that_key()
    {
        await Replies();
        await Database.Put(root.Next(SigningRoot.Of(amina.Row)));
        await Database.Put(root.Next(SigningRoot.Of(eve.Row)));
        await Database.Meddle("UPDATE moderators SET status = 'removed', sign_key = @SignKey WHERE id = 'm-1'", eve.Row);

        Assert.Equal(["Do not sign.", "Come to this address."], (await Shown()).Select(reply => reply.Words.Reveal()));
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task While_no_signed_list_is_there_no_reply_is_shown()
    {
        await Replies();
        await Database.Put(root.Next(SigningRoot.Of(amina.Row)) with { Signature = new byte[64] });

        Assert.Empty(await Shown());
    }
}

public sealed class ListedAuthorsOnSqliteTests() : ListedAuthorsContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ListedAuthorsOnPostgresTests(PostgresServer server) : ListedAuthorsContract(new PostgresTestDatabase(server));
