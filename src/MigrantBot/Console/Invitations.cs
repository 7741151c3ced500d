using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Exchange;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>
/// An administrator invites somebody. A moderator gets a link at once; who is to be an administrator too needs the word of a second person, who then gets
/// the link to pass on.
/// </summary>
sealed record Invitations(
    ClaimsPrincipal User, [FromServices] TeamStore People, [FromServices] Approvals Approvals, [FromServices] Invite Invite, [FromServices] TimeProvider Clock,
    CancellationToken Cancellation)
{
    public sealed record Wanted(string Handle, string Role);

    /// <summary>A link is a secret and is shown this once; null where a second person has to confirm first.</summary>
    public sealed record Given(Uri? Link, DateTimeOffset? Expires)
    {
        public override string ToString() => nameof(Given);
    }

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("team/invitations", ([AsParameters] Invitations invitations, Wanted wanted) => invitations.Make(wanted))
            .RequireAuthorization(Roles.Administrator).AddEndpointFilter<SignedInLately>();
        api.MapPost("team/administrators/{id}/confirm", ([AsParameters] Invitations invitations, string id) => invitations.Confirm(id))
            .AddEndpointFilter<OnTheList>().AddEndpointFilter<SignedInLately>();
    }

    async Task<Results<Ok<Given>, JsonHttpResult<Denied>>> Make(Wanted wanted)
    {
        if (!Roles.IsRole(wanted.Role))
            return Denied.Handle.Answer(StatusCodes.Status409Conflict);
        if ((await People.People(Cancellation)).Any(one => one.Handle == wanted.Handle))
            return Denied.Taken.Answer(StatusCodes.Status409Conflict);
        if (await Invite.Objection(wanted.Handle, Cancellation) is { } objection)
            return objection.Why.Answer(StatusCodes.Status409Conflict);
        if (wanted.Role == Roles.Moderator)
            return await Link(wanted.Handle, Roles.Moderator);
        var request = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        return await Approvals.Ask(request, Approvals.Role, wanted.Handle, User.ModeratorId(), Clock.GetUtcNow(), Cancellation)
            ? TypedResults.Ok(new Given(null, null))
            : Denied.AlreadyAsked.Answer(StatusCodes.Status409Conflict);
    }

    async Task<Results<Ok<Given>, NotFound, JsonHttpResult<Denied>>> Confirm(string request) =>
        await Approvals.Confirm(Approvals.Role, request, User.ModeratorId(), Clock.GetUtcNow(), Cancellation) switch
        {
            Confirmation.Done done => (await Link(done.Approval.Object, Roles.Administrator)).Result switch
            {
                Ok<Given> given => given,
                JsonHttpResult<Denied> refused => refused,
                var other => throw new InvalidOperationException($"Answer {other.GetType().Name} here."),
            },
            Confirmation.Refused refused => new Denied(Code.Of(refused.Refusal)).Answer(StatusCodes.Status409Conflict),
            _ => TypedResults.NotFound(),
        };

    async Task<Results<Ok<Given>, JsonHttpResult<Denied>>> Link(string handle, string role) =>
        await Invite.For(handle, role, User.Handle(), Cancellation) switch
        {
            Invited.Made { IsToEnrol: true } made => TypedResults.Ok(new Given(made.Link, made.Expires)),
            Invited.Refused refused => refused.Why.Answer(StatusCodes.Status409Conflict),
            _ => Denied.Taken.Answer(StatusCodes.Status409Conflict),
        };
}
