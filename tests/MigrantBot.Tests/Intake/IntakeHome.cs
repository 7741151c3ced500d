using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;
using MigrantBot.Intake.Flooding;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Intake;

/// <summary>The intake with a real database, real words and one moderator who reads Uzbek; time is the test's.</summary>
sealed class IntakeHome : IAsyncDisposable
{
    readonly SqliteTestDatabase home;
    readonly Readers readers;

    IntakeHome(SqliteTestDatabase home, Database database, Reader reader, RootKey? root)
    {
        this.home = home;
        (Database, Reader, Limits) = (database, reader, new Limits(Time));
        var roster = new Roster(new ModeratorStore(database), new RecipientListStore(database), new RosterOptions(root), Log);
        readers = new Readers(roster);
        var (receipts, pepper) = (new ReceiptStore(database), new Pepper(new byte[Pepper.Length]));
        ReceiptKeys Derive(Receipt receipt) => ReceiptKeys.Derive(pepper, receipt.Reveal());
        var returning = new Returning(receipts, new ReturningReplies(receipts, roster, NullLogger<ReturningReplies>.Instance), Derive, Time);
        Conversations = new(readers, returning, new Submissions(database, roster, receipts, new Sealer(receipts, pepper), Derive, Limits, pepper, Time), pepper, Time);
    }

    public FakeTime Time { get; } = new();

    public Database Database { get; }

    public Reader Reader { get; }

    public Limits Limits { get; }

    public Logbook<Roster> Log { get; } = new();

    public Conversations Conversations { get; }

    public static async Task<IntakeHome> Open(bool withReader = true, RootKey? root = null)
    {
        var home = new SqliteTestDatabase();
        var database = await Database.Open(await home.Create(), CancellationToken.None);
        await Migrator.Migrate(database, CancellationToken.None);
        var intake = new IntakeHome(home, database, new Reader("m-1", "uz"), root);
        if (withReader)
            await intake.Reader.Enrol(database);
        await intake.Look();
        return intake;
    }

    public Task Look() => readers.Look(CancellationToken.None);

    public Task Leave() => Database.Write(
        (connection, transaction) => connection.ExecuteAsync("UPDATE moderators SET status = 'gone'", transaction: transaction), CancellationToken.None);

    public Task<Screen> Ask(Incoming incoming, Place? at = null, long? chat = null, Words? told = null) => Conversations.Answer(
        new(incoming) { Code = at is null ? null : PlaceCode.Write(at), Chat = chat is { } number ? ChatKey.Of(number) : null, Told = told }, RealWords.Catalogue, CancellationToken.None);

    public Task<Screen> Press(Place place, long? chat = null) => Ask(new Incoming.Opened(), place, chat);

    public Task<Screen> Type(string text, long chat) => Ask(new Incoming.Typed(new(text)), null, chat);

    /// <summary>A draft under way, at the question for words.</summary>
    public static ReportPlace.Telling Telling(UInt128 secret) => new(Language.UzbekLatin, new Draft(secret, new Facets { Who = Who.Self }));

    public Task<long> Count(string table) => PlainRows.Count(Database, table);

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        await home.DisposeAsync();
        Reader.Dispose();
    }
}
