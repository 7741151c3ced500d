using Dapper;
using MigrantBot.Publications;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Publications;

public abstract class NgoKeyContract(TestDatabase home) : StorageContract(home)
{
    readonly FakeTime clock = new();

    NgoKeyStore Store => new(Database);

    Task<KeyIssue> Issue(string ngo, params IReadOnlyCollection<string> scopes) =>
        new NgoKeys(Store, clock).Issue(ngo, scopes, "zarina", CancellationToken.None);

    [Fact]
    public async Task A_key_is_found_by_its_prefix_and_known_by_its_hash_alone()
    {
        var key = Assert.IsType<KeyIssue.Made>(await Issue(" Memorial ", Scope.Signals, Scope.Months)).Key;

        var row = (await Store.Find(key.Prefix, CancellationToken.None))!;
        Assert.Equal(("Memorial", "months signals", new DateOnly(2026, 11, 20), null, null), (row.Ngo, row.Scopes, row.CreatedOn, row.UsedOn, row.RevokedOn));
        Assert.True(key.Is(row.KeySha256));
        Assert.False(NgoKey.Make(bytes => bytes.Clear()).Is(row.KeySha256));
        Assert.Null(await Store.Find("zzzzzzzz", CancellationToken.None));
        Assert.Equal((true, false), (row.Allows(Scope.Months), row.Allows(Scope.Quarters)));
    }

    [Fact]
    public async Task Issuing_and_revoking_is_written_down_by_prefix_and_without_the_name()
    {
        var key = Assert.IsType<KeyIssue.Made>(await Issue("Memorial", Scope.All)).Key;
        Assert.True(await Store.Revoke(key.Prefix, "zarina", clock.GetUtcNow(), CancellationToken.None));
        Assert.False(await Store.Revoke(key.Prefix, "zarina", clock.GetUtcNow(), CancellationToken.None));

        var audit = await Database.Read(connection => connection.QueryAsync<AuditRow>("SELECT * FROM audit ORDER BY seq"), CancellationToken.None);
        Assert.Equal([("zarina", "key-issue", $"key {key.Prefix}"), ("zarina", "key-revoke", $"key {key.Prefix}")], audit.Select(row => (row.Actor, row.Action, row.Object)));
        Assert.Equal(new DateOnly(2026, 11, 20), (await Store.Find(key.Prefix, CancellationToken.None))!.RevokedOn);
        Assert.Null(await new AuditLog(Database).Check(CancellationToken.None));
    }

    [Fact]
    public async Task Two_keys_with_one_prefix_cannot_be()
    {
        var row = new NgoKeyRow { Id = "1", Ngo = "a", Prefix = "aaaaaaaa", KeySha256 = "00", Scopes = Scope.Months, CreatedOn = new(2026, 11, 20) };
        Assert.True(await Store.Issue(row, "zarina", clock.GetUtcNow(), CancellationToken.None));
        Assert.False(await Store.Issue(row with { Id = "2" }, "zarina", clock.GetUtcNow(), CancellationToken.None));
        Assert.Equal((1, 1), (await Count("ngo_keys"), await Count("audit")));
    }

    [Fact]
    public async Task Of_a_day_one_use_is_kept_and_days_never_go_back()
    {
        var key = Assert.IsType<KeyIssue.Made>(await Issue("Memorial", Scope.All)).Key;
        var today = new DateOnly(2026, 11, 20);
        foreach (var day in new[] { today, today, today.AddDays(-3) })
            await Store.Use((await Store.Find(key.Prefix, CancellationToken.None))!, day, CancellationToken.None);
        Assert.Equal(today, (await Store.Find(key.Prefix, CancellationToken.None))!.UsedOn);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("two\nlines")]
    [InlineData("a\u001b[2Jb")]
    [InlineData("a\u202eb")]
    [InlineData("\u3164")]
    [InlineData("\u2800\u2800")]
    [InlineData("a\u2028b")]
    [InlineData("half \ud83d")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123456789012345678901")]
    public async Task A_name_that_breaks_lines_turns_text_or_is_too_long_is_refused_with_what_to_do(string name)
    {
        var refused = Assert.IsType<KeyIssue.Refused>(await Issue(name, Scope.All));
        Assert.Equal("ngo", refused.Reason);
        Assert.Equal(0, await Count("ngo_keys"));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("'; DROP TABLE ngo_keys; --")]
    [InlineData("Комитет «Гражданское содействие» 🤝")]
    public async Task Any_other_name_is_kept_letter_by_letter(string name)
    {
        var key = Assert.IsType<KeyIssue.Made>(await Issue(name, Scope.All)).Key;
        Assert.Equal(name, (await Store.Find(key.Prefix, CancellationToken.None))!.Ngo);
    }

    [Fact]
    public async Task What_a_key_is_for_is_one_of_three_things_or_more()
    {
        foreach (var scopes in new string[][] { [], ["everything"], ["months", "weeks"], ["months", "months"], ["Months"] })
            Assert.Equal("scopes", Assert.IsType<KeyIssue.Refused>(await Issue("Memorial", scopes)).Reason);
    }
}

public sealed class NgoKeyOnSqliteTests() : NgoKeyContract(new SqliteTestDatabase());

[Collection(PostgresTests.Name)]
public sealed class NgoKeyOnPostgresTests(PostgresServer server) : NgoKeyContract(new PostgresTestDatabase(server));
