using System.Net;
using System.Net.Http.Json;
using Dapper;
using MigrantBot.Console;
using MigrantBot.Publications;

namespace MigrantBot.Tests.Console;

/// <summary>Keys of partners, made and revoked by administrators.</summary>
public sealed class PartnersTests : ConsoleTest
{
    static readonly string[] All = ["months", "quarters", "signals"];

    static async Task<Partners.KeyView[]> Listed(Visitor visitor)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/team/ngo-keys");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<Partners.View>())!.Keys];
    }

    static async Task<Partners.Given> Made(Visitor visitor, string ngo, params string[] scopes)
    {
        using var answer = await visitor.Post("team/ngo-keys", new { ngo, scopes });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Partners.Given>())!;
    }

    static async Task<(HttpStatusCode, string?)> Try(Visitor visitor, string path, object? content = null)
    {
        using var answer = await visitor.Post(path, content);
        return (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType == "application/json" ? (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal : null);
    }

    Task<IEnumerable<string>> Written() => Host.Database.Read(
        connection => connection.QueryAsync<string>("SELECT actor || ' ' || action || ' ' || object FROM audit ORDER BY seq"), CancellationToken.None);

    [Fact]
    public async Task A_key_is_given_once_listed_without_what_opens_anything_and_revoked_for_good()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var today = DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime);

        var given = await Made(boss, " Human Rights House ", "quarters", "months");

        var key = NgoKey.Read(given.Key)!;
        Assert.Equal((given.Prefix, "Given"), (key.Prefix, given.ToString()));
        var listed = Assert.Single(await Listed(boss));
        Assert.Equal(("Human Rights House", key.Prefix, "months quarters"), (listed.Ngo, listed.Prefix, string.Join(' ', listed.Scopes)));
        Assert.Equal((today, null, null), (listed.CreatedOn, listed.UsedOn, listed.RevokedOn));
        Assert.Equal(key.Sha256, await Host.Database.Read(connection => connection.QuerySingleAsync<string>("SELECT key_sha256 FROM ngo_keys"), CancellationToken.None));
        using (var answer = await boss.Get($"{ConsolePaths.Api}/team/ngo-keys"))
            Assert.DoesNotContain(given.Key[^43..], await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        Assert.Equal((HttpStatusCode.NoContent, null), await Try(boss, $"team/ngo-keys/{given.Prefix}/revoke"));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, $"team/ngo-keys/{given.Prefix}/revoke"));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, "team/ngo-keys/unknown/revoke"));

        Assert.Equal(today, Assert.Single(await Listed(boss)).RevokedOn);
        Assert.Equal([$"zarina key-issue key {given.Prefix}", $"zarina key-revoke key {given.Prefix}"], await Written());
    }

    [Fact]
    public async Task What_opens_something_stands_before_what_was_revoked()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var first = await Made(boss, "Alpha", All);
        await Made(boss, "Beta", All);
        await Made(boss, "Alpha", "signals");
        await Try(boss, $"team/ngo-keys/{first.Prefix}/revoke");

        var listed = await Listed(boss);

        Assert.Equal(["Alpha", "Beta", "Alpha"], listed.Select(one => one.Ngo));
        Assert.Equal([false, false, true], listed.Select(one => one.RevokedOn is not null));
    }

    [Theory]
    [InlineData("  ", "ngo", "months")]
    [InlineData("two\nlines", "ngo", "months")]
    [InlineData("turned \u202E round", "ngo", "months")]
    [InlineData("House", "scopes")]
    [InlineData("House", "scopes", "months", "everything")]
    public async Task What_is_no_name_or_asks_for_nothing_makes_no_key(string ngo, string refusal, params string[] scopes)
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        Assert.Equal((HttpStatusCode.Conflict, refusal), await Try(boss, "team/ngo-keys", new { ngo, scopes }));
        Assert.Equal((HttpStatusCode.Conflict, "ngo"), await Try(boss, "team/ngo-keys", new { ngo = new string('x', NgoKeys.LongestName + 1), scopes = All }));
        Assert.Empty(await Listed(boss));
        Assert.Empty(await Written());
    }

    [Fact]
    public async Task A_cookie_stolen_later_than_ten_minutes_after_signing_in_makes_no_key()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var given = await Made(boss, "House", All);
        Host.Clock.Advance(Sessions.FreshFor);

        Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Try(boss, "team/ngo-keys", new { ngo = "Thief", scopes = All }));

        Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Try(boss, $"team/ngo-keys/{given.Prefix}/revoke"));
        Assert.Equal(("House", null), (Assert.Single(await Listed(boss)).Ngo, Assert.Single(await Listed(boss)).RevokedOn));
        using var again = await Visitor.SignedInAsAdministrator(Host);
        Assert.Equal((HttpStatusCode.NoContent, null), await Try(again, $"team/ngo-keys/{given.Prefix}/revoke"));
    }

    [Fact]
    public async Task A_moderator_is_refused_and_led_to_a_page_of_their_own()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var listed = await amina.Get($"{ConsolePaths.Api}/team/ngo-keys");
        Assert.Equal((HttpStatusCode.Forbidden, "role"), (listed.StatusCode, (await listed.Content.ReadFromJsonAsync<Denied>())!.Refusal));
        Assert.Equal((HttpStatusCode.Forbidden, "role"), await Try(amina, "team/ngo-keys", new { ngo = "House", scopes = All }));
        Assert.Equal((HttpStatusCode.Forbidden, "role"), await Try(amina, "team/ngo-keys/abc/revoke"));
        Assert.Equal(["amina refused-role team/ngo-keys", "amina refused-role team/ngo-keys", "amina refused-role team/ngo-keys/{prefix}/revoke"], await Written());

        using var page = await amina.Get(ConsolePaths.Partners);
        Assert.Equal((HttpStatusCode.Redirect, ConsolePaths.Home), (page.StatusCode, page.Headers.Location!.ToString()));
        using var team = await amina.Get(ConsolePaths.Team);
        Assert.DoesNotContain("nav-partners", await team.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
