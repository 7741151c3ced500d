using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Exchange;
using MigrantBot.Publications;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>Who is here, and how somebody is taken away: asked for by one, confirmed by another.</summary>
sealed record Team(
    ClaimsPrincipal User, [FromServices] TeamStore People, [FromServices] Approvals Approvals, [FromServices] Removal Removal, [FromServices] Roster Roster,
    [FromServices] Publishing Publishing, [FromServices] TimeProvider Clock, CancellationToken Cancellation)
{
    public sealed record Named(string Id);

    /// <summary>Of the cases that nobody else could open: how many, for who works on cases; for an administrator only whether there are some.</summary>
    public sealed record Alone(bool Some, long? Cases);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("team", ([AsParameters] Team team) => team.Show());
        api.MapGet("team/{id}/alone", ([AsParameters] Team team, string id) => team.CountAlone(id));
        var two = api.MapGroup("").AddEndpointFilter<OnTheList>().AddEndpointFilter<SignedInLately>();
        two.MapPost("team/removals", ([AsParameters] Team team, Named named) => team.AskToRemove(named));
        two.MapPost("team/removals/{id}/confirm", ([AsParameters] Team team, string id) => team.Remove(id));
        two.MapPost("team/removals/{id}/drop", ([AsParameters] Team team, string id) => team.Drop(Approvals.Removal, id));
        two.MapPost("team/administrators/{id}/drop", ([AsParameters] Team team, string id) => team.Drop(Approvals.Role, id));
    }

    async Task<TeamView> Show()
    {
        var (me, now) = (User.ModeratorId(), Clock.GetUtcNow());
        var people = await People.People(Cancellation);
        var inForce = await Roster.Now(Cancellation);
        var counts = OnTheList.Counts(User, Roster.IsTrial, inForce);
        var asked = (await Approvals.For(me, now, Cancellation)).ToLookup(one => one.Action, one => TeamView.Of(one, people, me, counts));
        return new(
            people.Select(one => TeamView.Of(one, inForce, me)),
            (await People.Expected(now, Cancellation)).Select(one => new TeamView.Invitation(one.Handle, one.Role, DateTimeOffset.FromUnixTimeMilliseconds(one.ExpiresAt))),
            asked[Approvals.Removal], asked[Approvals.Role],
            new(inForce.Version, Roster.IsTrial, inForce.Recovery is not null, Code.Of(inForce.Fault)),
            TeamView.Of((await Publishing.Look(Cancellation)).Next));
    }

    async Task<Alone> CountAlone(string id)
    {
        var cases = await Removal.WouldCloseForAll(id, Cancellation);
        return new(cases > 0, User.Role() == Roles.Moderator ? cases : null);
    }

    async Task<Results<NoContent, NotFound, JsonHttpResult<Denied>>> AskToRemove(Named named)
    {
        if (!(await People.People(Cancellation)).Any(one => one.Id == named.Id))
            return TypedResults.NotFound();
        var request = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return await Approvals.Ask(request, Approvals.Removal, named.Id, User.ModeratorId(), Clock.GetUtcNow(), Cancellation)
            ? TypedResults.NoContent()
            : Denied.AlreadyAsked.Answer(StatusCodes.Status409Conflict);
    }

    async Task<Results<NoContent, NotFound, JsonHttpResult<Denied>>> Remove(string request) =>
        Answer(await Removal.Confirm(request, User.ModeratorId(), Clock.GetUtcNow(), Cancellation));

    async Task<Results<NoContent, NotFound, JsonHttpResult<Denied>>> Drop(string action, string request) =>
        Answer(await Approvals.Drop(action, request, User.ModeratorId(), Clock.GetUtcNow(), Cancellation));

    static Results<NoContent, NotFound, JsonHttpResult<Denied>> Answer(Confirmation confirmation) => confirmation switch
    {
        Confirmation.Done => TypedResults.NoContent(),
        Confirmation.Refused refused => new Denied(Code.Of(refused.Refusal)).Answer(StatusCodes.Status409Conflict),
        _ => TypedResults.NotFound(),
    };
}
