using System.Net;
using System.Net.Http.Json;
using MigrantBot.Console;

namespace MigrantBot.Tests.Console;

public sealed class SessionTests : ConsoleTest
{
    static async Task<HttpStatusCode> Ask(Visitor visitor)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/keys");
        return answer.StatusCode;
    }

    [Fact]
    public async Task The_cookie_is_of_this_host_only_and_out_of_reach_of_scripts_and_other_sites()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        Assert.Matches("^__Host-mb=[A-Za-z0-9_-]{43}; path=/; secure; samesite=strict; httponly$", holder.Visitor.SetCookie);
    }

    [Fact]
    public async Task Thirty_idle_minutes_end_a_session()
    {
        using var visitor = await Visitor.SignedIn(Host);
        Host.Clock.Advance(Sessions.Idle - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Ask(visitor));
        Host.Clock.Advance(Sessions.Idle - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await Ask(visitor));
        Host.Clock.Advance(Sessions.Idle);
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(visitor));
    }

    [Fact]
    public async Task Eight_hours_end_even_a_busy_session()
    {
        using var visitor = await Visitor.SignedIn(Host);
        for (var passed = TimeSpan.Zero; passed + TimeSpan.FromMinutes(20) < Sessions.Whole; passed += TimeSpan.FromMinutes(20))
        {
            Assert.Equal(HttpStatusCode.OK, await Ask(visitor));
            Host.Clock.Advance(TimeSpan.FromMinutes(20));
        }
        Host.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(visitor));
    }

    [Fact]
    public async Task Signing_out_kills_the_cookie_wherever_it_was_copied_to()
    {
        using var visitor = await Visitor.SignedIn(Host);
        using var thief = new Visitor(Host) { Cookie = visitor.Cookie };
        Assert.Equal(HttpStatusCode.OK, await Ask(thief));

        using var answer = await visitor.Post("sign-out");

        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(thief));
        Assert.Contains("expires=Thu, 01 Jan 1970", visitor.SetCookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cookie_set_before_signing_in_is_worth_nothing_after()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var planted = new Visitor(Host) { Cookie = "__Host-mb=chosen-by-somebody-else" };
        using var victim = holder.Elsewhere();
        victim.Visitor.Cookie = planted.Cookie;

        (await victim.SignIn()).Dispose();

        Assert.Equal(HttpStatusCode.OK, await Ask(victim.Visitor));
        Assert.NotEqual(planted.Cookie, victim.Visitor.Cookie);
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(planted));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_that_the_browser_had()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var thief = new Visitor(Host) { Cookie = holder.Visitor.Cookie };

        (await holder.SignIn()).Dispose();

        Assert.Equal(HttpStatusCode.OK, await Ask(holder.Visitor));
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(thief));
    }

    [Fact]
    public async Task A_stolen_cookie_is_dead_after_signing_out_everywhere()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        using var elsewhere = holder.Elsewhere();
        (await elsewhere.SignIn()).Dispose();
        using var thief = new Visitor(Host) { Cookie = holder.Visitor.Cookie };
        using var somebodyElse = await Visitor.SignedIn(Host);
        Assert.Equal(HttpStatusCode.OK, await Ask(thief));

        (await elsewhere.Visitor.Post("sign-out-everywhere")).Dispose();

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await Ask(thief), await Ask(holder.Visitor)));
        Assert.Equal(HttpStatusCode.OK, await Ask(somebodyElse));
    }

    [Fact]
    public async Task The_page_may_ask_how_long_it_lasts_without_making_it_longer()
    {
        using var visitor = await Visitor.SignedIn(Host);
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(new Entrance.SessionSeen(true, "amina", "moderator", 20 * 60, (7 * 60 + 50) * 60), await See(visitor));
        Assert.Equal(HttpStatusCode.OK, await Ask(visitor));
        Assert.Equal(30 * 60, (await See(visitor)).IdleSecondsLeft);

        Host.Clock.Advance(Sessions.Idle);

        Assert.Equal(new Entrance.SessionSeen(false), await See(visitor));
    }

    static async Task<Entrance.SessionSeen> See(Visitor visitor)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/session");
        return (await answer.Content.ReadFromJsonAsync<Entrance.SessionSeen>())!;
    }

    [Fact]
    public async Task The_database_holds_no_token_that_would_sign_anybody_in()
    {
        using var visitor = await Visitor.SignedIn(Host);
        var hashes = await Host.Database.Read(connection => Dapper.SqlMapper.QueryAsync<string>(connection, "SELECT token_hash FROM sessions"), CancellationToken.None);
        using var thief = new Visitor(Host) { Cookie = $"__Host-mb={hashes.Single()}" };
        Assert.Equal(HttpStatusCode.Unauthorized, await Ask(thief));
    }
}
