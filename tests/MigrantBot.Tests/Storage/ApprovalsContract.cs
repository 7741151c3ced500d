using Dapper;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Tests.Storage;

/// <summary>What destroys needs two people, and the second within a day.</summary>
public abstract class ApprovalsContract(TestDatabase home) : StorageContract(home)
{
    static readonly DateTimeOffset Now = new(2026, 3, 13, 8, 0, 0, TimeSpan.Zero);

    Approvals Store => new(Database);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var (id, handle) in new[] { ("m-1", "amina"), ("m-2", "karim"), ("m-3", "olim"), ("a-1", "boss") })
            await new ModeratorStore(Database).Insert(Some.Moderator(id, handle), CancellationToken.None);
        await Run("UPDATE moderators SET role = 'administrator' WHERE id = 'a-1'");
    }

    Task<int> Run(string sql) => Database.Write((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    Task<bool> Ask(string by, string concerned = "m-1", string id = "request-1", DateTimeOffset? at = null) =>
        Store.Ask(id, Approvals.Removal, concerned, by, at ?? Now, CancellationToken.None);

    Task<Confirmation> Confirm(string by, string id = "request-1", DateTimeOffset? at = null) => new Removal(Database).Confirm(id, by, at ?? Now, CancellationToken.None);

    Task<Confirmation> Drop(string by, string id = "request-1") => Store.Drop(Approvals.Removal, id, by, Now, CancellationToken.None);

    async Task<bool> IsActive(string id) =>
        await Database.Read(connection => connection.ExecuteScalarAsync<string>("SELECT status FROM moderators WHERE id = @id", new { id }), CancellationToken.None) == "active";

    async Task<(string, string, string)[]> Written() =>
        [.. (await new AuditLog(Database).Page(null, CancellationToken.None)).Rows.Select(row => (row.Actor, row.Action, row.Object)).Reverse()];

    async Task<string[]> Seen(string by, DateTimeOffset? at = null) => [.. (await Store.For(by, at ?? Now, CancellationToken.None)).Select(one => one.Id)];

    [Fact]
    public async Task One_asks_and_another_confirms_and_one_of_them_is_an_administrator()
    {
        Assert.True(await Ask("m-2"));
        Assert.True(await IsActive("m-1"));

        Assert.IsType<Confirmation.Done>(await Confirm("a-1"));

        Assert.False(await IsActive("m-1"));
        Assert.Equal([("karim", "remove-asked", "request request-"), ("boss", "remove", "amina, request request-")], await Written());
        Assert.Empty(await Seen("m-2"));
    }

    [Fact]
    public async Task An_administrator_may_be_the_one_who_asks()
    {
        await Ask("a-1");
        Assert.IsType<Confirmation.Done>(await Confirm("m-2"));
        Assert.False(await IsActive("m-1"));
    }

    [Fact]
    public async Task Nobody_confirms_their_own_request()
    {
        await Ask("a-1");
        Assert.Equal(new Confirmation.Refused(SecondRefusal.OwnRequest), await Confirm("a-1"));
        Assert.True(await IsActive("m-1"));
        Assert.Equal(["request-1"], await Seen("a-1"));
    }

    [Fact]
    public async Task Two_moderators_are_enough_only_where_there_is_no_administrator()
    {
        await Ask("m-2");
        Assert.Equal(new Confirmation.Refused(SecondRefusal.NeedsAdministrator), await Confirm("m-3"));

        await Run("UPDATE moderators SET role = 'moderator' WHERE id = 'a-1'");
        Assert.IsType<Confirmation.Done>(await Confirm("m-3"));
        Assert.False(await IsActive("m-1"));
    }

    [Fact]
    public async Task Who_is_to_go_neither_sees_nor_confirms_nor_drops_it()
    {
        await Ask("a-1");

        Assert.Empty(await Seen("m-1"));
        Assert.IsType<Confirmation.Nothing>(await Confirm("m-1"));
        Assert.IsType<Confirmation.Nothing>(await Drop("m-1"));
        Assert.Equal(["request-1"], await Seen("m-2"));
        Assert.DoesNotContain(await Written(), row => row.Item3.Contains("amina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_wants_to_go_asks_and_one_other_confirms()
    {
        await Ask("m-1");
        Assert.Equal(["request-1"], await Seen("m-1"));
        Assert.Equal(new Confirmation.Refused(SecondRefusal.OwnRequest), await Confirm("m-1"));
        Assert.IsType<Confirmation.Done>(await Confirm("a-1"));
        Assert.False(await IsActive("m-1"));
    }

    [Fact]
    public async Task The_only_administrator_may_leave_by_asking_themselves()
    {
        await Ask("a-1", concerned: "a-1");
        Assert.IsType<Confirmation.Done>(await Confirm("m-2"));
        Assert.False(await IsActive("a-1"));
    }

    [Fact]
    public async Task After_a_day_a_request_does_nothing_and_the_same_can_be_asked_for_again()
    {
        await Ask("a-1");
        var later = Now + SecondPerson.Patience;

        Assert.Empty(await Seen("m-2", later));
        Assert.IsType<Confirmation.Nothing>(await Confirm("m-2", at: later));
        Assert.True(await IsActive("m-1"));
        Assert.True(await Ask("m-2", id: "request-2", at: later));
        Assert.Equal(["request-2"], await Seen("m-2", later));
    }

    [Fact]
    public async Task A_dropped_request_does_nothing()
    {
        await Ask("a-1");
        Assert.IsType<Confirmation.Done>(await Drop("a-1"));

        Assert.IsType<Confirmation.Nothing>(await Confirm("m-2"));
        Assert.True(await IsActive("m-1"));
        Assert.Equal(("boss", "remove-dropped", "request request-"), (await Written())[^1]);
    }

    [Fact]
    public async Task Who_could_not_confirm_it_cannot_drop_anothers_request()
    {
        await Ask("m-2");
        Assert.Equal(new Confirmation.Refused(SecondRefusal.NeedsAdministrator), await Drop("m-3"));
        Assert.IsType<Confirmation.Done>(await Drop("a-1"));
    }

    [Fact]
    public async Task The_same_is_asked_for_once_by_whomever_and_whenever()
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, 9).Select(number => Task.Run(() => Ask(number % 2 == 0 ? "m-2" : "a-1", id: $"request-{number}"))));
        Assert.Single(asked, isFirst => isFirst);
        Assert.Equal(1, await Count("approvals"));
        Assert.Equal(1, await Count("audit"));
    }

    [Fact]
    public async Task A_request_goes_with_who_asked_and_with_whom_it_concerns()
    {
        await Ask("m-1", concerned: "m-2", id: "request-1");
        await Ask("m-3", concerned: "m-1", id: "request-2");

        Assert.IsType<Confirmation.Done>(await Confirm("a-1", "request-2"));

        Assert.Equal(0, await Count("approvals"));
        Assert.IsType<Confirmation.Nothing>(await Confirm("a-1", "request-1"));
        Assert.True(await IsActive("m-2"));
    }

    [Fact]
    public async Task Two_who_remove_each_other_at_once_remove_one()
    {
        await Ask("a-1", concerned: "m-1", id: "request-1");
        await Ask("a-1", concerned: "m-2", id: "request-2");
        var other = await Another();

        var both = await Task.WhenAll(
            Task.Run(() => new Removal(Database).Confirm("request-1", "m-2", Now, CancellationToken.None)),
            Task.Run(() => new Removal(other).Confirm("request-2", "m-1", Now, CancellationToken.None)));

        Assert.Single(both.OfType<Confirmation.Done>());
        Assert.True(await IsActive("m-1") != await IsActive("m-2"));
    }
}

public sealed class ApprovalsOnSqliteTests() : ApprovalsContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class ApprovalsOnPostgresTests(PostgresServer server) : ApprovalsContract(new PostgresTestDatabase(server));
