using Dapper;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Storage;

public abstract class LinkStoreContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 10, 8, 0, 0, TimeSpan.Zero);
    static readonly Link ToEnrol = new() { TokenHash = "t1", Handle = "amina", ExpiresAt = Now.AddHours(1).ToUnixTimeMilliseconds() };
    static readonly Link ToReturn = ToEnrol with { ModeratorId = "m-1" };

    LinkStore Links => new(Database);
    SessionStore Sessions => new(Database);

    static Session Session(string token = "s1") => new()
    {
        TokenHash = token,
        ModeratorId = "m-1",
        IdleUntil = Now.AddMinutes(30).ToUnixTimeMilliseconds(),
        EndsAt = Now.AddHours(8).ToUnixTimeMilliseconds(),
    };

    Task<bool> Enrol(string session = "s1", DateTimeOffset? at = null) =>
        Links.Enrol(Some.Moderator(), Some.Passkey(session), "moderator", Session(session), "t1", at ?? Now, CancellationToken.None);

    Task<bool> Return(string session = "s1", DateTimeOffset? at = null) =>
        Links.Return(Some.Passkey(session), "amina", Session(session), "t1", at ?? Now, CancellationToken.None);

    Task<int> Replace(Link link) => Links.Replace(link, "operator", Now, CancellationToken.None);

    Task<IEnumerable<string>> Actions() => Database.Read(
        connection => connection.QueryAsync<string>("SELECT action FROM audit ORDER BY seq"), CancellationToken.None);

    Task<bool> Enrolled() => new ModeratorStore(Database).Insert(Some.Moderator(), CancellationToken.None);

    [Fact]
    public async Task A_link_enrols_once_and_opens_a_session()
    {
        await Replace(ToEnrol);

        Assert.True(await Enrol());
        Assert.False(await Enrol("s2"));

        Assert.Equal((1L, 1L, 1L, 0L), (await Count("moderators"), await Count("passkeys"), await Count("sessions"), await Count("links")));
        Assert.Equal("amina", (await Sessions.Find("s1", Now, CancellationToken.None))?.Handle);
    }

    [Fact]
    public async Task A_link_adds_one_passkey_and_opens_one_session()
    {
        await Enrolled();
        await Replace(ToReturn);

        Assert.True(await Return());
        Assert.False(await Return("s2"));

        Assert.Equal((1L, 1L), (await Count("sessions"), await Count("passkeys")));
        Assert.Equal(["invite", "passkey-add", "sign-in"], await Actions());
    }

    [Fact]
    public async Task A_passkey_that_is_known_already_is_added_to_nobody_and_the_link_stays_good()
    {
        await Enrolled();
        await new PasskeyStore(Database).Add(Some.Passkey("s1", "m-2"), "bek", Now, CancellationToken.None);
        await Replace(ToReturn);

        Assert.False(await Return());

        Assert.Equal((0L, 1L), (await Count("sessions"), await Count("links")));
        Assert.True(await Return("s2"));
    }

    [Fact]
    public async Task Ten_uses_of_a_link_at_once_give_one_session()
    {
        await Enrolled();
        await Replace(ToReturn);

        var used = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => Return($"s{number}"))));

        Assert.Single(used, done => done);
        Assert.Equal(1, await Count("sessions"));
    }

    [Fact]
    public async Task Ten_enrolments_by_one_link_at_once_give_one_moderator()
    {
        await Replace(ToEnrol);

        var used = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(() => Links.Enrol(
            Some.Moderator($"m-{number}"), Some.Passkey($"p{number}", $"m-{number}"), "moderator", Session($"s{number}") with { ModeratorId = $"m-{number}" }, "t1", Now, CancellationToken.None))));

        Assert.Single(used, done => done);
        Assert.Equal((1L, 1L), (await Count("moderators"), await Count("sessions")));
    }

    [Fact]
    public async Task An_expired_link_is_no_link()
    {
        await Enrolled();
        await Replace(ToReturn);
        Assert.NotNull(await Links.Find("t1", Now.AddHours(1).AddMilliseconds(-1), CancellationToken.None));

        Assert.Null(await Links.Find("t1", Now.AddHours(1), CancellationToken.None));
        Assert.False(await Return(at: Now.AddHours(1)));
    }

    [Fact]
    public async Task An_enrolment_link_adds_nobody_a_passkey_and_a_link_for_somebody_enrols_nobody()
    {
        await Replace(ToEnrol);
        Assert.False(await Return());

        await Replace(ToReturn);
        Assert.False(await Enrol());

        Assert.Equal((0L, 0L), (await Count("moderators"), await Count("sessions")));
    }

    [Fact]
    public async Task A_removed_moderator_does_not_come_in_by_an_old_link_and_the_handle_is_free()
    {
        await new ModeratorStore(Database).Insert(Some.Moderator() with { Status = "removed" }, CancellationToken.None);
        await Replace(ToReturn);
        Assert.False(await Return());

        Assert.Null(await new ModeratorStore(Database).FindActive("amina", CancellationToken.None));
        Assert.True(await new ModeratorStore(Database).Insert(Some.Moderator("m-2"), CancellationToken.None));
        Assert.Equal("m-2", (await new ModeratorStore(Database).FindActive("amina", CancellationToken.None))?.Id);
    }

    [Fact]
    public async Task A_newer_link_voids_the_older_of_the_same_handle_only()
    {
        await Replace(ToEnrol);
        await Replace(ToEnrol with { TokenHash = "t2", Handle = "bek" });
        await Replace(ToEnrol with { TokenHash = "t3" });

        Assert.Null(await Links.Find("t1", Now, CancellationToken.None));
        Assert.Equal("bek", (await Links.Find("t2", Now, CancellationToken.None))?.Handle);
        Assert.NotNull(await Links.Find("t3", Now, CancellationToken.None));
        Assert.True(await Links.AnyButOf("amina", Now, CancellationToken.None));
        Assert.False(await Links.AnyButOf("amina", Now.AddHours(2), CancellationToken.None));
    }
}

public sealed class LinkStoreOnSqliteTests() : LinkStoreContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class LinkStoreOnPostgresTests(PostgresServer server) : LinkStoreContract(new PostgresTestDatabase(server));
