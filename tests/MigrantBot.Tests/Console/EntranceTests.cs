using System.Net;
using System.Net.Http.Json;
using MigrantBot.Console;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

/// <summary>Links: what they open, and what they do not.</summary>
public sealed class EntranceTests : ConsoleTest
{
    static readonly string[] Calls = ["links/look", "links/passkey-options", "links/enrol", "links/passkey", "passkeys/sign-in"];

    async Task<HttpStatusCode> Enrol(string token, object? keys)
    {
        using var holder = new PasskeyHolder(Host);
        using var answer = await holder.Enrol(token, keys);
        return answer.StatusCode;
    }

    async Task<HttpStatusCode> Post(string path, object content)
    {
        using var visitor = new Visitor(Host);
        using var answer = await visitor.Post(path, content);
        return answer.StatusCode;
    }

    [Fact]
    public async Task A_link_enrols_once_and_the_languages_are_kept_in_their_order()
    {
        var token = await Visitor.Token(Host, "aziz");
        using var other = new PasskeyHolder(Host);
        var late = other.Device.Make(await other.Options("links/passkey-options", new { token }), other.Origin);

        Assert.Equal(HttpStatusCode.NoContent, await Enrol(token, PasskeyHolder.Keys));
        using var again = await other.Visitor.Post("links/enrol", new { token, credential = late, keys = PasskeyHolder.Keys });

        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        var recipient = Assert.Single(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        Assert.Equal("uz ru", recipient.Languages);
    }

    [Fact]
    public async Task The_server_draws_the_id_of_whoever_enrols()
    {
        using var holder = await PasskeyHolder.Enrolled(Host);
        var recipient = Assert.Single(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        Assert.Matches("^[0-9a-f]{32}$", recipient.Id);
        Assert.Equal(recipient.Id, holder.Device.Owner);
    }

    [Fact]
    public async Task A_link_alone_signs_nobody_in()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var token = await Visitor.Token(Host, "amina");
        using var visitor = new Visitor(Host);
        foreach (var path in new[] { "links/look", "links/passkey-options", "links/sign-in" })
            using (await visitor.Post(path, new { token })) { }

        Assert.Null(visitor.Cookie);
        Assert.Equal(HttpStatusCode.BadRequest, await Post("links/passkey", new { token }));
    }

    [Fact]
    public async Task Who_has_lost_the_passkey_adds_one_by_a_link_and_signs_in_with_it_from_then_on()
    {
        using var before = await PasskeyHolder.Enrolled(Host);
        var token = await Visitor.Token(Host, "aziz");
        using var holder = new PasskeyHolder(Host);

        using var added = await holder.Return(token);

        Assert.Equal(HttpStatusCode.NoContent, added.StatusCode);
        Assert.Equal(2, (await holder.Me()).Passkeys.Count());
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/passkey-options", new { token }));
        using var elsewhere = holder.Elsewhere();
        using var signedIn = await elsewhere.SignIn();
        Assert.Equal(HttpStatusCode.NoContent, signedIn.StatusCode);
    }

    [Fact]
    public async Task A_link_of_one_person_adds_no_passkey_to_another()
    {
        using var aziz = await PasskeyHolder.Enrolled(Host);
        using var bek = await PasskeyHolder.Enrolled(Host, "bek");
        var (forAziz, forBek) = (await Visitor.Token(Host, "aziz"), await Visitor.Token(Host, "bek"));
        using var thief = new PasskeyHolder(Host);

        var credential = thief.Device.Make(await thief.Options("links/passkey-options", new { token = forBek }), thief.Origin);
        using var answer = await thief.Visitor.Post("links/passkey", new { token = forAziz, credential });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Single((await aziz.Me()).Passkeys);
        Assert.Single((await bek.Me()).Passkeys);
    }

    [Fact]
    public async Task Links_expire()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var (enrol, back) = (await Visitor.Token(Host, "aziz"), await Visitor.Token(Host, "amina"));
        Host.Clock.Advance(Invite.ToReturn);
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/passkey-options", new { token = back }));
        Assert.Equal(HttpStatusCode.OK, await Post("links/look", new { token = enrol }));

        Host.Clock.Advance(Invite.ToEnrol);

        Assert.Equal(HttpStatusCode.NotFound, await Post("links/look", new { token = enrol }));
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/enrol", new { token = enrol, credential = new { }, keys = PasskeyHolder.Keys }));
    }

    [Theory]
    [InlineData("moderator")]
    [InlineData("administrator")]
    public async Task Looking_at_a_link_tells_what_it_is_for_and_does_not_use_it_up(string role)
    {
        var token = (await Host.Invite("aziz", role)).Fragment[1..];
        using var visitor = new Visitor(Host);
        for (var look = 0; look < 2; look++)
        {
            using var answer = await visitor.Post("links/look", new { token });
            Assert.Equal(new Links.Found("aziz", role, true), await answer.Content.ReadFromJsonAsync<Links.Found>());
        }
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/look", new { token = "guessed" }));
    }

    public static TheoryData<string> Wrongs =>
        ["box off the curve", "box cut", "compressed key", "same keys", "wrapped", "salt", "rounds", "no language", "unknown language", "no keys"];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task An_enrolment_that_our_page_would_not_make_is_refused_and_the_link_stays_good(string wrong)
    {
        var token = await Visitor.Token(Host, "aziz");
        var good = PasskeyHolder.Keys;
        byte[] off = [.. good.BoxKey[..64], (byte)(good.BoxKey[64] ^ 1)];
        var bad = wrong switch
        {
            "box off the curve" => good with { BoxKey = off },
            "box cut" => good with { BoxKey = good.BoxKey[..64] },
            "compressed key" => good with { BoxKey = [2, .. good.BoxKey[1..33]] },
            "same keys" => good with { SignKey = good.BoxKey },
            "wrapped" => good with { WrappedKeys = [1] },
            "salt" => good with { Salt = [] },
            "rounds" => good with { Iterations = 1000 },
            "no language" => good with { Languages = [] },
            "unknown language" => good with { Languages = ["uz", "xx"] },
            _ => null,
        };
        Assert.Equal(HttpStatusCode.BadRequest, await Enrol(token, bad));
        Assert.Equal(HttpStatusCode.NoContent, await Enrol(token, good));
    }

    [Fact]
    public async Task An_administrator_enrols_without_keys_and_with_keys_not_at_all()
    {
        var token = (await Host.Invite("zarina", MigrantBot.Console.Roles.Administrator)).Fragment[1..];

        Assert.Equal(HttpStatusCode.BadRequest, await Enrol(token, PasskeyHolder.Keys));
        Assert.Equal(HttpStatusCode.NoContent, await Enrol(token, null));

        Assert.Empty(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        Assert.Equal(Moderator.AdministratorRole, (await Host.Get<ModeratorStore>().FindActive("zarina", CancellationToken.None))?.Role);
    }

    [Fact]
    public async Task A_call_that_is_too_long_is_not_read_whoever_sends_it()
    {
        foreach (var path in Calls)
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(path, new { token = new string('a', 100_000) }));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":"x","credential":null}""")]
    [InlineData("""{"token":"x","credential":{},"keys":{}}""")]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task Broken_calls_get_a_calm_refusal(string json)
    {
        using var visitor = new Visitor(Host);
        foreach (var path in Calls)
        {
            using var answer = await visitor.Send(visitor.FromPage(new HttpRequestMessage(HttpMethod.Post, $"{ConsolePaths.Api}/{path}")
            {
                Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            }));
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        }
    }
}
