using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrantBot.Tests.Channels.WebChat;

public sealed class ReadingTests(SharedWebHost shared) : IClassFixture<SharedWebHost>
{
    const string Draft = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    readonly HttpClient http = shared.Host.Client();

    [Theory]
    [InlineData("/")]
    [InlineData("/uz")]
    [InlineData("/uz/")]
    [InlineData("/uz/home")]
    [InlineData("/uz-Cyrl-KZ/list/laws")]
    [InlineData("/tg/now/police/sign/hours")]
    [InlineData("/ky-KG/offices/moscow")]
    [InlineData("/ru/tell")]
    public async Task A_public_place_is_a_page_at_a_stable_address_that_may_be_cached(string address)
    {
        var answer = await http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl!.ToString());
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal(await answer.Content.ReadAsStringAsync(), await http.GetStringAsync(address));
    }

    [Fact]
    public async Task Clearing_makes_the_browser_let_go_of_all_pages_and_is_asked_for_anew_each_time()
    {
        var answer = await http.GetAsync("/uz/clear");
        Assert.Equal(("\"cache\"", "no-store"), (Assert.Single(answer.Headers.GetValues("Clear-Site-Data")), answer.Headers.CacheControl!.ToString()));
        Assert.False((await http.GetAsync("/uz/home")).Headers.Contains("Clear-Site-Data"));
    }

    [Theory]
    [InlineData("/uz/begin/AAAAAAA", "uz")]
    [InlineData("/uz/ask/who/0/" + Draft, "uz")]
    [InlineData("/kk/words/" + Draft, "kk")]
    [InlineData("/kk/preview/" + Draft, "kk")]
    [InlineData("/kk/send/" + Draft, "kk")]
    [InlineData("/tg/card/law-us", "tg")]
    [InlineData("/tg/nothing/of/ours", "tg")]
    [InlineData("/tg/law%20uz/%22%3E%3Cb%3E", "ru")]
    [InlineData("/xx/home", "ru")]
    [InlineData("/favicon.ico", "ru")]
    public async Task Anything_else_leads_home_and_is_kept_by_nobody(string address, string language)
    {
        var answer = await http.GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Draft, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/uz-UZ/card/law-uz")]
    [InlineData("/uz/preview/" + Draft)]
    public async Task A_request_for_the_head_gets_the_head_alone(string address)
    {
        var (head, whole) = (await http.SendAsync(new(HttpMethod.Head, address)), await http.GetAsync(address));
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/uz-UZ/card/law-uz")]
    [InlineData("/nothing")]
    public async Task Every_page_lets_nothing_in_but_its_own_style_and_sets_no_cookie(string address)
    {
        var answer = await http.GetAsync(address);
        var style = Regex.Match(await answer.Content.ReadAsStringAsync(), "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Equal(
            $"default-src 'none'; style-src 'sha256-{hash}'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task No_link_of_a_page_carries_a_draft()
    {
        var page = await http.Page("/en/tell");
        var begun = await http.Press(page, page.ToScreen("begin"));
        Assert.NotEmpty(begun.Links);
        Assert.All(begun.Links, link => Assert.Matches("^/en/(home|clear|tell)$", link));
    }
}
