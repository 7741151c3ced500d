using MigrantBot.Browser;
using MigrantBot.Console;

namespace MigrantBot.Tests.Console;

public sealed class SecurityHeadersTests : ConsoleTest
{
    [Theory]
    [InlineData("/console/enter")]
    [InlineData("/console")]
    [InlineData("/console/api/queue")]
    [InlineData("/console/nothing")]
    [InlineData("/CONSOLE/enter")]
    [InlineData("/Console/API/queue")]
    public async Task Every_answer_forbids_what_the_console_does_not_need(string path)
    {
        using var stranger = new Visitor(Host);
        using var answer = await stranger.Get(path);

        string Header(string name) => string.Join(',', answer.Headers.GetValues(name));
        Assert.Equal(
            "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; "
            + "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            Header("Content-Security-Policy"));
        Assert.Equal(("no-referrer", "nosniff", "no-store"), (Header("Referrer-Policy"), Header("X-Content-Type-Options"), Header("Cache-Control")));
        Assert.Equal(("same-origin", "same-origin"), (Header("Cross-Origin-Opener-Policy"), Header("Cross-Origin-Resource-Policy")));
        Assert.StartsWith("max-age=", Header("Strict-Transport-Security"), StringComparison.Ordinal);
        Assert.Contains("camera=()", Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains("publickey-credentials-create=(self), publickey-credentials-get=(self)", Header("Permissions-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scripts_and_style_may_be_kept_for_ever_since_their_address_changes_with_them()
    {
        using var stranger = new Visitor(Host);
        var files = Host.Get<BrowserFiles>();
        foreach (var (name, type) in new[] { ("queue.js", "text/javascript"), ("hpke.js", "text/javascript"), ("console.css", "text/css"), ("icon.svg", "image/svg+xml") })
        {
            using var answer = await stranger.Get(files.Address(name));
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("immutable", answer.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        }
        using var other = await stranger.Get($"{ConsolePaths.Files}/0000000000000000/queue.js");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, other.StatusCode);
    }

    [Fact]
    public async Task No_page_has_a_script_or_a_style_in_itself()
    {
        using var visitor = await Visitor.SignedIn(Host);
        foreach (var path in new[] { ConsolePaths.Enter, ConsolePaths.Home, ConsolePaths.Settings })
        {
            var page = await (await visitor.Get(path)).Content.ReadAsStringAsync();
            Assert.Matches("<script type=\"module\" src=\"/console/files/[0-9a-f]{16}/[a-z]+\\.js\"></script>", page);
            Assert.DoesNotMatch("<style|style=|\\son\\w+=|<script>", page);
        }
    }
}
