using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using MigrantBot.Console;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

public sealed class EntranceTests : ConsoleTest
{
    static readonly byte[] Box = PublicKeyOfFresh();
    static readonly byte[] Sign = PublicKeyOfFresh();

    static byte[] PublicKeyOfFresh()
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return P256.PublicKeyOf(pair);
    }

    static Enrolment Good(string token) => new(token, new string('a', 32), Box, Sign, new byte[306], new byte[16], 600_000, ["ru", "uz"]);

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

        Assert.Equal(HttpStatusCode.NoContent, await Post("links/enrol", Good(token)));
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/enrol", Good(token) with { Id = new string('b', 32) }));

        var recipient = Assert.Single(await Host.Get<ModeratorStore>().Recipients(CancellationToken.None));
        Assert.Equal((new string('a', 32), "uz ru"), (recipient.Id, recipient.Languages));
    }

    [Fact]
    public async Task A_sign_in_link_works_once()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var token = await Visitor.Token(Host, "amina");

        Assert.Equal(HttpStatusCode.NoContent, await Post("links/sign-in", new { token }));
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/sign-in", new { token }));
    }

    [Fact]
    public async Task Links_expire()
    {
        await Host.Get<ModeratorStore>().Insert(Some.Moderator(), CancellationToken.None);
        var (enrol, signIn) = (await Visitor.Token(Host, "aziz"), await Visitor.Token(Host, "amina"));
        Host.Clock.Advance(Invite.ToSignIn);
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/sign-in", new { token = signIn }));
        Assert.Equal(HttpStatusCode.OK, await Post("links/look", new { token = enrol }));

        Host.Clock.Advance(Invite.ToEnrol);

        Assert.Equal(HttpStatusCode.NotFound, await Post("links/look", new { token = enrol }));
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/enrol", Good(enrol)));
    }

    [Fact]
    public async Task Looking_at_a_link_tells_what_it_is_for_and_does_not_use_it_up()
    {
        var token = await Visitor.Token(Host, "aziz");
        using var visitor = new Visitor(Host);
        for (var look = 0; look < 2; look++)
        {
            using var answer = await visitor.Post("links/look", new { token });
            Assert.Equal(new Entrance.LinkFound("aziz", true), await answer.Content.ReadFromJsonAsync<Entrance.LinkFound>());
        }
        Assert.Equal(HttpStatusCode.NotFound, await Post("links/look", new { token = "guessed" }));
    }

    public static TheoryData<string> Wrongs =>
        ["id", "id of the recovery key", "box off the curve", "box cut", "compressed key", "same keys", "wrapped", "salt", "rounds", "no language", "unknown language"];

    [Theory]
    [MemberData(nameof(Wrongs))]
    public async Task An_enrolment_that_our_page_would_not_make_is_refused_and_the_link_stays_good(string wrong)
    {
        var token = await Visitor.Token(Host, "aziz");
        var good = Good(token);
        byte[] off = [.. Box[..64], (byte)(Box[64] ^ 1)];
        var bad = wrong switch
        {
            "id" => good with { Id = "<b>" },
            "id of the recovery key" => good with { Id = "recovery" },
            "box off the curve" => good with { BoxKey = off },
            "box cut" => good with { BoxKey = Box[..64] },
            "compressed key" => good with { BoxKey = [2, .. Box[1..33]] },
            "same keys" => good with { SignKey = Box },
            "wrapped" => good with { WrappedKeys = [1] },
            "salt" => good with { Salt = [] },
            "rounds" => good with { Iterations = 1000 },
            "no language" => good with { Languages = [] },
            _ => good with { Languages = ["uz", "xx"] },
        };
        Assert.Equal(HttpStatusCode.BadRequest, await Post("links/enrol", bad));
        Assert.Equal(HttpStatusCode.NoContent, await Post("links/enrol", good));
    }

    [Fact]
    public async Task A_call_that_is_too_long_is_not_read_whoever_sends_it()
    {
        using var visitor = new Visitor(Host);
        foreach (var path in new[] { "look", "sign-in", "enrol" })
        {
            using var answer = await visitor.Post($"links/{path}", new { token = new string('a', 100_000) });
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"token":null}""")]
    [InlineData("""{"token":"x","id":null}""")]
    [InlineData("not json")]
    [InlineData("[]")]
    public async Task Broken_calls_get_a_calm_refusal(string json)
    {
        using var visitor = new Visitor(Host);
        foreach (var path in new[] { "look", "sign-in", "enrol" })
        {
            using var answer = await visitor.Send(visitor.FromPage(new HttpRequestMessage(HttpMethod.Post, $"{ConsolePaths.Api}/links/{path}")
            {
                Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
            }));
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{path}: {answer.StatusCode}");
        }
    }
}
