using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class CeremonyStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    static readonly Ceremony SignIn = new() { TokenHash = "t1", Kind = Ceremony.SignIn, State = "{}", ExpiresAt = Now.AddMinutes(5).ToUnixTimeMilliseconds() };

    CeremonyStore Store => new(Database);

    Task<int> Begin(Ceremony ceremony, DateTimeOffset? at = null) => Store.Begin(ceremony, at ?? Now, CancellationToken.None);

    Task<Ceremony?> Take(string kind = Ceremony.SignIn, DateTimeOffset? at = null) => Store.Take("t1", kind, at ?? Now, CancellationToken.None);

    [Fact]
    public async Task A_challenge_is_taken_once_by_whichever_process_comes_first()
    {
        await Begin(SignIn);
        var others = new[] { Database, await Another(), await Another() };

        var taken = await Task.WhenAll(Enumerable.Range(0, 9).Select(number => Task.Run(() =>
            new CeremonyStore(others[number % 3]).Take("t1", Ceremony.SignIn, Now, CancellationToken.None))));

        Assert.Equivalent(SignIn, Assert.Single(taken, one => one is not null), strict: true);
    }

    [Theory]
    [InlineData(Ceremony.Enrol)]
    [InlineData(Ceremony.Add)]
    public async Task For_another_purpose_it_is_used_up_and_good_for_nothing(string kind)
    {
        await Begin(SignIn);
        Assert.Null(await Take(kind));
        Assert.Null(await Take());
    }

    [Fact]
    public async Task It_expires_and_the_next_one_sweeps_it_away()
    {
        await Begin(SignIn);
        Assert.Null(await Take(at: Now.AddMinutes(5)));

        await Begin(SignIn);
        await Begin(SignIn with { TokenHash = "t2", ExpiresAt = Now.AddMinutes(10).ToUnixTimeMilliseconds() }, Now.AddMinutes(5));
        Assert.Equal(1, await Count("ceremonies"));
    }
}

public sealed class CeremonyStoreOnSqliteTests() : CeremonyStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class CeremonyStoreOnPostgresTests(PostgresServer server) : CeremonyStoreContract(new PostgresTestDatabase(server));
