using Dapper;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class SessionStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    SessionStore Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await Open("s1", Now);
    }

    Task<bool> Open(string token, DateTimeOffset at) => Database.Write((connection, transaction) => SessionStore.Insert(connection, transaction, new Session
    {
        TokenHash = token,
        ModeratorId = "m-1",
        IdleUntil = at.AddMinutes(30).ToUnixTimeMilliseconds(),
        EndsAt = at.AddHours(8).ToUnixTimeMilliseconds(),
    }, at), CancellationToken.None);

    Task<SignedIn?> Find(DateTimeOffset at) => Store.Find("s1", at, CancellationToken.None);

    [Fact]
    public async Task A_session_ends_by_idleness_unless_it_is_prolonged()
    {
        Assert.Null(await Find(Now.AddMinutes(30)));

        await Store.Prolong("s1", Now.AddMinutes(50), Now.AddMinutes(20), CancellationToken.None);

        Assert.NotNull(await Find(Now.AddMinutes(49)));
        Assert.Null(await Find(Now.AddMinutes(50)));
    }

    [Fact]
    public async Task A_session_that_is_over_cannot_be_prolonged()
    {
        Assert.Equal(0, await Store.Prolong("s1", Now.AddHours(2), Now.AddMinutes(30), CancellationToken.None));
        Assert.Null(await Find(Now.AddMinutes(30)));
    }

    [Fact]
    public async Task No_prolonging_reaches_past_the_end()
    {
        await Store.Prolong("s1", Now.AddHours(20), Now, CancellationToken.None);
        Assert.NotNull(await Find(Now.AddHours(8).AddMilliseconds(-1)));
        Assert.Null(await Find(Now.AddHours(8)));
    }

    [Fact]
    public async Task Signing_out_ends_it_at_once()
    {
        await Store.End("s1", CancellationToken.None);
        Assert.Null(await Find(Now));
        Assert.Equal(0, await Store.End("s1", CancellationToken.None));
    }

    [Fact]
    public async Task The_sessions_of_a_removed_moderator_are_dead()
    {
        await Database.Write((connection, transaction) =>
            connection.ExecuteAsync("UPDATE moderators SET status = 'removed'", transaction: transaction), CancellationToken.None);
        Assert.Null(await Find(Now));
    }

    [Fact]
    public async Task A_new_session_sweeps_away_those_that_are_over()
    {
        await Open("s2", Now.AddHours(1));
        Assert.Equal(1, await Count("sessions"));
    }
}

public sealed class SessionStoreOnSqliteTests() : SessionStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class SessionStoreOnPostgresTests(PostgresServer server) : SessionStoreContract(new PostgresTestDatabase(server));
