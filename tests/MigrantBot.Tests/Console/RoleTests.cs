using System.Net;
using System.Net.Http.Json;
using Dapper;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using MigrantBot.Console;

namespace MigrantBot.Tests.Console;

/// <summary>Administrators read nothing, and moderators administer nothing; whoever tries is written down.</summary>
public sealed class RoleTests : ConsoleTest
{
    const string Moderator = MigrantBot.Console.Roles.Moderator;
    const string Administrator = MigrantBot.Console.Roles.Administrator;

    /// <summary>Every call that only this role may make, as the routes tell it.</summary>
    List<(string Method, string Path, string Route)> CallsOf(string role) =>
    [
        .. from endpoint in Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.RoutePattern.RawText!.Contains("console/api", StringComparison.Ordinal)
              && endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(asks => asks.Policy == role)
           let route = endpoint.RoutePattern.RawText!.Trim('/')["console/api/".Length..].TrimEnd('/')
           select (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Single(), route.Replace("{id}", "some", StringComparison.Ordinal), route),
    ];

    static async Task<string?> Ask(Visitor visitor, string method, string path)
    {
        using var answer = method == "GET" ? await visitor.Get($"{ConsolePaths.Api}/{path}") : await visitor.Post(path);
        return answer.StatusCode == HttpStatusCode.Forbidden ? (await answer.Content.ReadFromJsonAsync<Denied>())?.Refusal : answer.StatusCode.ToString();
    }

    async Task<List<string>> Refusals() => [.. await Host.Database.Read(
        connection => connection.QueryAsync<string>("SELECT actor || ' ' || object FROM audit WHERE action = 'refused-role' ORDER BY seq"), CancellationToken.None)];

    [Fact]
    public async Task An_administrator_is_refused_everything_of_cases_and_keys_and_it_is_written_down()
    {
        using var administrator = await Visitor.SignedInAsAdministrator(Host);
        var calls = CallsOf(Moderator);
        Assert.Superset(new HashSet<string> { "queue", "keys", "cases/{id}", "cases/{id}/open", "cases/{id}/claim", "cases/{id}/replies" }, calls.Select(call => call.Route).ToHashSet());

        foreach (var (method, path, _) in calls)
            Assert.Equal("role", await Ask(administrator, method, path));

        Assert.Equal(calls.Select(call => $"zarina {call.Route}"), await Refusals());
    }

    [Fact]
    public async Task A_moderator_is_refused_what_only_administrators_may()
    {
        using var moderator = await Visitor.SignedIn(Host);
        var calls = CallsOf(Administrator);
        foreach (var (method, path, _) in calls)
            Assert.Equal("role", await Ask(moderator, method, path));
        Assert.Equal(calls.Select(call => $"amina {call.Route}"), await Refusals());
    }

    [Fact]
    public async Task Who_asks_again_and_again_fills_one_row_an_hour_and_not_the_audit()
    {
        using var moderator = await Visitor.SignedIn(Host);
        for (var time = 0; time < 20; time++)
            Assert.Equal("role", await Ask(moderator, "POST", "team/invitations"));
        Assert.Equal("role", await Ask(moderator, "GET", "team/ngo-keys"));
        Assert.Equal(["amina team/invitations", "amina team/ngo-keys, more: 19"], await Refusals());

        Host.Clock.Advance(TimeSpan.FromHours(1));
        using var later = await Visitor.SignedIn(Host);
        Assert.Equal("role", await Ask(later, "POST", "team/invitations"));
        Assert.Equal("amina team/invitations", (await Refusals())[^1]);
        Assert.Equal(3, (await Refusals()).Count);
    }

    [Fact]
    public async Task No_call_of_the_console_but_the_entrance_is_open_to_strangers()
    {
        string[] open = ["session", "passkeys/options", "passkeys/sign-in", "links/look", "links/passkey-options", "links/enrol", "links/passkey"];
        using var stranger = new Visitor(Host);
        var calls = Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.Contains("console/api/", StringComparison.Ordinal) && !endpoint.Metadata.OfType<IAuthorizeData>().Any())
            .Select(endpoint => endpoint.RoutePattern.RawText!.Trim('/')["console/api/".Length..]);
        Assert.Equal(open.Order(), calls.Order());
        Assert.Equal("Unauthorized", await Ask(stranger, "GET", "me"));
    }

    [Fact]
    public async Task An_administrator_who_opens_the_queue_is_led_to_a_page_of_their_own()
    {
        using var administrator = await Visitor.SignedInAsAdministrator(Host);
        using var page = await administrator.Get(ConsolePaths.Home);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        using var own = await administrator.Get(page.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Empty(await Refusals());
    }
}
