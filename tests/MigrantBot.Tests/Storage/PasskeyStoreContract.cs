using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class PasskeyStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);

    PasskeyStore Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);
        await Store.Add(Some.Passkey(), "amina", Now, CancellationToken.None);
    }

    static Session Session(string token = "s1") => new()
    {
        TokenHash = token,
        ModeratorId = "m-1",
        IdleUntil = Now.AddMinutes(30).ToUnixTimeMilliseconds(),
        EndsAt = Now.AddHours(8).ToUnixTimeMilliseconds(),
    };

    Task<bool> SignIn(long count, string session = "s1", string? before = null) =>
        Store.SignIn(Some.Passkey() with { SignCount = count }, "amina", Session(session), before, Now, CancellationToken.None);

    Task<bool> Remove(string credential) => Store.Remove(credential, "m-1", "amina", Now, CancellationToken.None);

    [Fact]
    public async Task A_passkey_is_found_as_it_was_added_and_added_once()
    {
        Assert.Equivalent(Some.Passkey(), await Store.Find("credential-1", CancellationToken.None), strict: true);
        Assert.False(await Store.Add(Some.Passkey(owner: "m-2"), "bek", Now, CancellationToken.None));
        Assert.Single(await Store.Of("m-1", CancellationToken.None));
        Assert.Null(await Store.Find("other", CancellationToken.None));
    }

    [Fact]
    public async Task Signing_in_opens_a_session_and_ends_the_one_before()
    {
        Assert.True(await SignIn(1));
        Assert.True(await SignIn(2, "s2", before: "s1"));

        Assert.Equal((1L, 2L), (await Count("sessions"), (await Store.Find("credential-1", CancellationToken.None))!.SignCount));
        Assert.Equal(new DateOnly(2026, 3, 10), (await Store.Find("credential-1", CancellationToken.None))!.UsedOn);
    }

    [Fact]
    public async Task A_device_that_counts_nothing_signs_in_again_and_again()
    {
        Assert.True(await SignIn(0));
        Assert.True(await SignIn(0, "s2"));
    }

    [Fact]
    public async Task Of_ten_who_have_counted_to_the_same_number_at_once_one_comes_in()
    {
        var came = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => SignIn(7, $"s{number}"))));
        Assert.Single(came, done => done);
        Assert.Equal(1, await Count("sessions"));
        Assert.False(await SignIn(6, "late"));
    }

    [Fact]
    public async Task Of_two_passkeys_that_go_at_once_one_stays()
    {
        await Store.Add(Some.Passkey("credential-2"), "amina", Now, CancellationToken.None);

        var gone = await Task.WhenAll(Enumerable.Range(1, 2).Select(number => Task.Run(() => Remove($"credential-{number}"))));

        Assert.Single(gone, done => done);
        Assert.Single(await Store.Of("m-1", CancellationToken.None));
    }

    [Fact]
    public async Task A_passkey_that_was_removed_meanwhile_opens_nothing()
    {
        await Store.Add(Some.Passkey("credential-2"), "amina", Now, CancellationToken.None);
        Assert.True(await Remove("credential-1"));
        Assert.False(await SignIn(1));
        Assert.Equal(0, await Count("sessions"));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_all_sessions_of_one_person_and_says_how_many()
    {
        await SignIn(1);
        await SignIn(2, "s2");
        await new ModeratorStore(Database).Insert(Some.Moderator("m-2", "bek"), CancellationToken.None);
        await Store.Add(Some.Passkey("credential-2", "m-2"), "bek", Now, CancellationToken.None);
        await Store.SignIn(Some.Passkey("credential-2", "m-2"), "bek", Session("s3") with { ModeratorId = "m-2" }, null, Now, CancellationToken.None);

        Assert.Equal(2, await new SessionStore(Database).EndAll("m-1", "amina", Now, CancellationToken.None));

        Assert.NotNull(await new SessionStore(Database).Find("s3", Now, CancellationToken.None));
        Assert.Equal(1, await Count("sessions"));
    }
}

public sealed class PasskeyStoreOnSqliteTests() : PasskeyStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class PasskeyStoreOnPostgresTests(PostgresServer server) : PasskeyStoreContract(new PostgresTestDatabase(server));
