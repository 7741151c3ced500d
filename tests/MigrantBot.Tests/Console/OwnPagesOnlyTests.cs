using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Routing;
using MigrantBot.Console;

namespace MigrantBot.Tests.Console;

public sealed class OwnPagesOnlyTests : ConsoleTest
{
    /// <summary>Every address that changes something, as the routes tell it; a new one is walked without being named here.</summary>
    string[] Changes() =>
    [
        .. Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("POST") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.Trim('/').Replace("{id}", "some", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Forgeries => ["no header", "no origin", "other origin", "same host other port", "null origin", "a form", "plain text"];

    HttpRequestMessage Forge(string forgery, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(new { }) };
        var own = Host.Address.GetLeftPart(UriPartial.Authority);
        if (forgery != "no header")
            request.Headers.Add(OwnPagesOnly.Header, "1");
        var origin = forgery switch
        {
            "no origin" => null,
            "other origin" => "https://evil.example",
            "same host other port" => "http://127.0.0.1:1",
            "null origin" => "null",
            _ => own,
        };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        request.Content.Headers.ContentType = forgery switch
        {
            "a form" => new MediaTypeHeaderValue("application/x-www-form-urlencoded"),
            "plain text" => new MediaTypeHeaderValue("text/plain"),
            _ => request.Content.Headers.ContentType,
        };
        return request;
    }

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task A_forged_change_is_refused_whatever_it_changes(string forgery)
    {
        using var visitor = await Visitor.SignedIn(Host);
        Assert.True(Changes().Length >= 8);
        foreach (var path in Changes().SelectMany(path => new[] { path, path.ToUpperInvariant() }))
        {
            using var answer = await visitor.Send(Forge(forgery, path));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        }
        using var still = await visitor.Get($"{ConsolePaths.Api}/keys");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task The_same_change_from_an_own_page_passes()
    {
        using var visitor = await Visitor.SignedIn(Host);
        using var answer = await visitor.Send(Forge("none", $"{ConsolePaths.Api}/sign-out"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task A_stranger_is_sent_to_the_entrance_and_a_strange_call_is_refused()
    {
        using var stranger = new Visitor(Host);
        using var page = await stranger.Get("/console");
        Assert.Equal((HttpStatusCode.Redirect, ConsolePaths.Enter), (page.StatusCode, page.Headers.Location?.ToString()));

        string[] open = ["links/look", "links/passkey-options", "links/enrol", "links/passkey", "/passkeys/options", "/passkeys/sign-in"];
        foreach (var path in Changes().Where(path => !open.Any(path.EndsWith) || path.Contains("/me/", StringComparison.Ordinal)))
        {
            using var answer = await stranger.Post(path[(ConsolePaths.Api.Length + 1)..]);
            Assert.True(answer.StatusCode == HttpStatusCode.Unauthorized, $"{path}: {answer.StatusCode}");
        }
        foreach (var path in new[] { "queue", "keys", "cases/some", "me" })
        {
            using var answer = await stranger.Get($"{ConsolePaths.Api}/{path}");
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }
    }
}
