using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using MigrantBot.Console;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Publications;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Console;

public sealed class TeamTests : ConsoleTest
{
    static readonly string[] Months = ["months"];

    static async Task<TeamView> See(Visitor visitor)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/team");
        return (await answer.Content.ReadFromJsonAsync<TeamView>())!;
    }

    static async Task<(HttpStatusCode, string?)> Try(Visitor visitor, string path, object? content = null)
    {
        using var answer = await visitor.Post(path, content);
        var said = answer.Content.Headers.ContentType?.MediaType == "application/json" ? await answer.Content.ReadFromJsonAsync<JsonElement>() : default;
        return (answer.StatusCode, said.ValueKind == JsonValueKind.Object && said.TryGetProperty("refusal", out var refusal) ? refusal.GetString() : null);
    }

    static async Task<Invitations.Given> Invite(Visitor visitor, string handle, string role)
    {
        using var answer = await visitor.Post("team/invitations", new { handle, role });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Invitations.Given>())!;
    }

    static async Task<HttpStatusCode> Status(Visitor visitor)
    {
        using var answer = await visitor.Get($"{ConsolePaths.Api}/team");
        return answer.StatusCode;
    }

    async Task<(string, string, string)[]> Written() =>
        [.. (await new AuditLog(Host.Database).Page(null, CancellationToken.None)).Rows.Select(row => (row.Actor, row.Action, row.Object)).Reverse()];

    [Fact]
    public async Task Everybody_sees_who_is_here_with_the_fingerprints_to_compare()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);

        foreach (var (visitor, me) in new[] { (amina, "amina"), (boss, "zarina") })
        {
            var team = await See(visitor);
            Assert.Equal([("amina", "moderator"), ("zarina", "administrator")], team.People.Select(one => (one.Handle, one.Role)));
            Assert.Equal(me, Assert.Single(team.People, one => one.IsMe).Handle);
            Assert.Matches("^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$", team.People.First().Fingerprint);
            Assert.Null(team.People.Last().Fingerprint);
            Assert.Equal(new TeamView.ListState(0, true, false, "none"), team.List);
        }
    }

    [Fact]
    public async Task Everybody_sees_when_numbers_appear_next_and_about_what()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var month = Period.MonthOf(DateOnly.FromDateTime(Host.Clock.GetUtcNow().UtcDateTime));

        foreach (var visitor in new[] { amina, boss })
            Assert.Equal(new TeamView.Appearing($"{month}", month.DueOn), (await See(visitor)).NextPublication);
    }

    [Fact]
    public async Task With_a_root_key_it_is_said_who_is_in_the_list_and_why_none_holds()
    {
        using var root = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await using var host = await ConsoleHost.Start(RootKey.Of(root));
        using var amina = await Visitor.SignedIn(host);

        var team = await See(amina);

        Assert.Equal((false, "not-loaded"), (team.List.IsTrial, team.List.Fault));
        Assert.False(team.People.Single().IsInList);
    }

    [Fact]
    public async Task One_asks_another_confirms_and_the_removed_are_out_at_that_moment()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        using var boss = await Visitor.SignedInAsAdministrator(Host);

        Assert.Equal((HttpStatusCode.NoContent, null), await Try(amina, "team/removals", new { id = "m-2" }));
        Assert.Empty((await See(karim)).Removals);
        Assert.Equal((true, false), ((await See(amina)).Removals.Single().Mine, (await See(amina)).Removals.Single().MayConfirm));
        var request = (await See(boss)).Removals.Single();
        Assert.Equal(("karim", "amina", false, true, Host.Clock.GetUtcNow() + SecondPerson.Patience),
            (request.Handle, request.AskedBy, request.Mine, request.MayConfirm, request.Expires.AddTicks(Host.Clock.GetUtcNow().Ticks % TimeSpan.TicksPerMillisecond)));
        Assert.Equal(HttpStatusCode.OK, await Status(karim));

        Assert.Equal((HttpStatusCode.NoContent, null), await Try(boss, $"team/removals/{request.Id}/confirm"));

        Assert.Equal(HttpStatusCode.Unauthorized, await Status(karim));
        Assert.Equal(["amina", "zarina"], (await See(amina)).People.Select(one => one.Handle));
        Assert.Equal([("amina", "remove-asked", $"request {request.Id[..8]}"), ("zarina", "remove", $"karim, request {request.Id[..8]}")], await Written());
    }

    [Fact]
    public async Task Who_may_not_be_the_second_person_is_told_why()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        using var olim = await Visitor.SignedIn(Host, "m-3", "olim");
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Try(amina, "team/removals", new { id = "m-2" });
        var path = $"team/removals/{(await See(amina)).Removals.Single().Id}";

        Assert.Equal((HttpStatusCode.Conflict, "own-request"), await Try(amina, $"{path}/confirm"));
        Assert.Equal((HttpStatusCode.Conflict, "needs-administrator"), await Try(olim, $"{path}/confirm"));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(karim, $"{path}/confirm"));
        Assert.Equal((HttpStatusCode.Conflict, "already-asked"), await Try(boss, "team/removals", new { id = "m-2" }));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, "team/removals", new { id = "nobody" }));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, "team/administrators/" + path.Split('/')[^1] + "/confirm"));

        Assert.Equal((HttpStatusCode.NoContent, null), await Try(amina, $"{path}/drop"));
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, $"{path}/confirm"));
        Assert.Equal(HttpStatusCode.OK, await Status(karim));
    }

    [Fact]
    public async Task A_request_that_is_a_day_old_does_nothing()
    {
        using var amina = await Visitor.SignedIn(Host);
        await Try(amina, "team/removals", new { id = "m-1" });
        var request = (await See(amina)).Removals.Single().Id;
        Host.Clock.Advance(SecondPerson.Patience);
        using var boss = await Visitor.SignedInAsAdministrator(Host);

        Assert.Empty((await See(boss)).Removals);
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(boss, $"team/removals/{request}/confirm"));
        Assert.Equal(2, (await See(boss)).People.Count());
    }

    [Fact]
    public async Task What_would_be_lost_is_a_number_for_moderators_and_a_warning_for_administrators()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        foreach (var onlyTo in new[] { "m-1", "m-1", null })
            await Host.Report(new Facets(), "…", onlyTo: onlyTo);

        async Task<Team.Alone?> Alone(Visitor visitor, string id)
        {
            using var answer = await visitor.Get($"{ConsolePaths.Api}/team/{id}/alone");
            return await answer.Content.ReadFromJsonAsync<Team.Alone>();
        }

        Assert.Equal(new Team.Alone(true, 2), await Alone(karim, "m-1"));
        Assert.Equal(new Team.Alone(false, 0), await Alone(karim, "m-2"));
        Assert.Equal(new Team.Alone(true, null), await Alone(boss, "m-1"));
        Assert.Equal(new Team.Alone(false, null), await Alone(boss, "m-2"));
    }

    [Fact]
    public async Task An_administrator_invites_a_moderator_and_the_link_works()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);

        var given = await Invite(boss, "karim", "moderator");

        Assert.Equal(("karim", "moderator"), (await See(boss)).Invitations.Select(one => (one.Handle, one.Role)).Single());
        using var stranger = new Visitor(Host);
        using var answer = await stranger.Post("links/look", new { token = given.Link!.Fragment[1..] });
        Assert.Equal(new Links.Found("karim", "moderator", true), await answer.Content.ReadFromJsonAsync<Links.Found>());
        Assert.Equal([("zarina", "invite", "moderator karim")], await Written());
        Assert.DoesNotContain(given.Link.Fragment[1..], JsonSerializer.Serialize(await See(boss)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_more_needs_two_people_and_the_second_gets_the_link()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);

        Assert.Equal(new Invitations.Given(null, null), await Invite(boss, "olim", "administrator"));
        Assert.Empty((await See(boss)).Invitations);
        var request = (await See(amina)).Administrators.Single();
        Assert.Equal(("olim", "zarina", true), (request.Handle, request.AskedBy, request.MayConfirm));
        Assert.Equal((HttpStatusCode.Conflict, "own-request"), await Try(boss, $"team/administrators/{request.Id}/confirm"));

        using var answer = await amina.Post($"team/administrators/{request.Id}/confirm");
        var given = await answer.Content.ReadFromJsonAsync<Invitations.Given>();

        using var stranger = new Visitor(Host);
        using var found = await stranger.Post("links/look", new { token = given!.Link!.Fragment[1..] });
        Assert.Equal(new Links.Found("olim", "administrator", true), await found.Content.ReadFromJsonAsync<Links.Found>());
        var named = $"olim, request {request.Id[..8]}";
        Assert.Equal([("zarina", "role-asked", named), ("amina", "role", named), ("amina", "invite", "administrator olim")], await Written());
        Assert.Equal((HttpStatusCode.NotFound, null), await Try(amina, $"team/administrators/{request.Id}/confirm"));
    }

    [Fact]
    public async Task A_moderator_invites_nobody_and_that_they_tried_is_written_down()
    {
        using var amina = await Visitor.SignedIn(Host);

        Assert.Equal((HttpStatusCode.Forbidden, "role"), await Try(amina, "team/invitations", new { handle = "karim", role = "moderator" }));

        Assert.Equal([("amina", "refused-role", "team/invitations")], await Written());
        Assert.Empty((await See(amina)).Invitations);
    }

    [Theory]
    [InlineData("", "handle")]
    [InlineData("<b>karim</b>", "handle")]
    [InlineData("Operator", "handle")]
    [InlineData("system", "handle")]
    [InlineData("zarina", "taken")]
    [InlineData("zаrina", "handle-mixed")]
    [InlineData("kаrim", "handle-mixed")]
    [InlineData("za\u200Brina", "handle")]
    [InlineData("Zarina", "handle-alike")]
    [InlineData("zar1na", "handle-alike")]
    [InlineData("орегатог", "handle-alike")]
    public async Task A_name_that_cannot_be_borne_is_refused(string handle, string refusal)
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        foreach (var role in new[] { "moderator", "administrator" })
            Assert.Equal((HttpStatusCode.Conflict, refusal), await Try(boss, "team/invitations", new { handle, role }));
        Assert.Equal((0, 0), (await PlainRows.Count(Host.Database, "links"), await PlainRows.Count(Host.Database, "approvals")));
    }

    [Fact]
    public async Task A_name_that_looks_like_that_of_somebody_invited_is_refused_and_the_same_name_gets_a_newer_link()
    {
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Invite(boss, "сор", "moderator");
        Assert.Equal((HttpStatusCode.Conflict, "handle-alike"), await Try(boss, "team/invitations", new { handle = "cop", role = "moderator" }));
        Assert.NotNull((await Invite(boss, "сор", "moderator")).Link);
        Assert.Single((await See(boss)).Invitations);
    }

    [Fact]
    public async Task A_cookie_stolen_later_than_ten_minutes_after_signing_in_gives_and_takes_nobodys_access()
    {
        using var amina = await Visitor.SignedIn(Host);
        using var karim = await Visitor.SignedIn(Host, "m-2", "karim");
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        await Try(amina, "team/removals", new { id = "m-2" });
        using var other = await Visitor.SignedInAsAdministrator(Host, "a-2", "malika");
        await Invite(other, "olim", "administrator");
        var (removal, role) = ((await See(boss)).Removals.Single().Id, (await See(boss)).Administrators.Single().Id);
        var before = await Written();
        string[] changes =
        [
            .. from endpoint in Host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
               let route = endpoint.RoutePattern.RawText!.Trim('/')
               where route.StartsWith("console/api/team", StringComparison.Ordinal) && endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains("POST")
               select route["console/api/".Length..],
        ];
        Assert.Superset(new HashSet<string> { "team/invitations", "team/removals", "team/removals/{id}/confirm", "team/removals/{id}/drop", "team/administrators/{id}/confirm" }, changes.ToHashSet());
        Host.Clock.Advance(Sessions.FreshFor);

        foreach (var change in changes)
        {
            var path = change.Replace("removals/{id}", $"removals/{removal}", StringComparison.Ordinal).Replace("{id}", role, StringComparison.Ordinal).Replace("{prefix}", "abcd2345", StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Try(boss, path, new { handle = "dilshod", role = "moderator", id = "m-1", ngo = "House", scopes = Months }));
        }

        Assert.Equal(before, await Written());
        Assert.Equal((HttpStatusCode.Forbidden, "sign-in-again"), await Try(amina, $"team/removals/{removal}/drop"));
        using var fresh = await Visitor.SignedInAsAdministrator(Host);
        Assert.Equal((HttpStatusCode.NoContent, null), await Try(fresh, $"team/removals/{removal}/confirm"));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(karim));
    }

    [Theory]
    [InlineData("GET", "queue")]
    [InlineData("GET", "keys")]
    [InlineData("GET", "cases/ID")]
    [InlineData("GET", "cases/ID/recipients")]
    [InlineData("POST", "cases/ID/claim")]
    [InlineData("POST", "cases/ID/open")]
    [InlineData("POST", "cases/ID/release")]
    public async Task An_administrator_gets_no_ciphertext_and_no_counts_and_that_they_asked_is_written_down(string method, string path)
    {
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        var report = await Host.Report(new Facets(), "Words for moderators.");
        var asked = path.Replace("ID", report, StringComparison.Ordinal);

        using var answer = method == "GET" ? await boss.Get($"{ConsolePaths.Api}/{asked}") : await boss.Post(asked);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("""{"refusal":"role"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal([("zarina", "refused-role", path.Replace("ID", "{id}", StringComparison.Ordinal))], await Written());
    }

    [Theory]
    [InlineData("GET", "team")]
    [InlineData("GET", "team/m-1/alone")]
    [InlineData("GET", "audit")]
    [InlineData("POST", "team/removals")]
    [InlineData("POST", "team/removals/1/confirm")]
    [InlineData("POST", "team/invitations")]
    [InlineData("POST", "team/administrators/1/confirm")]
    public async Task Nothing_of_it_is_for_who_is_not_signed_in(string method, string path)
    {
        using var stranger = new Visitor(Host);
        using var answer = method == "GET" ? await stranger.Get($"{ConsolePaths.Api}/{path}") : await stranger.Post(path);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData(ConsolePaths.Team)]
    [InlineData(ConsolePaths.Audit)]
    public async Task A_page_leads_strangers_to_the_entrance_and_is_there_for_both_roles(string page)
    {
        using var stranger = new Visitor(Host);
        using var amina = await Visitor.SignedIn(Host);
        using var boss = await Visitor.SignedInAsAdministrator(Host);
        using var away = await stranger.Get(page);
        using var first = await amina.Get(page);
        using var second = await boss.Get(page);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK, HttpStatusCode.OK), (away.StatusCode, first.StatusCode, second.StatusCode));
    }
}
