using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>What the entrance page asks: what a link is for, to sign in with it, to enrol with it.</summary>
static class Entrance
{
    public sealed record LinkGiven(string Token)
    {
        public override string ToString() => nameof(LinkGiven);
    }

    public sealed record LinkFound(string Handle, bool IsToEnrol);

    public sealed record SessionSeen(bool IsSignedIn);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("session", See);
        api.MapPost("links/look", Look);
        api.MapPost("links/sign-in", SignIn);
        api.MapPost("links/enrol", Enrol);
    }

    // Who comes from another site arrives without the cookie; only then can the page ask with it.
    static SessionSeen See(ClaimsPrincipal user) => new(user.Identity is { IsAuthenticated: true });

    static async Task<Results<Ok<LinkFound>, NotFound>> Look(LinkGiven given, LinkStore links, TimeProvider clock, CancellationToken cancellation) =>
        await links.Find(Token.Presented(given.Token).Hash, clock.GetUtcNow(), cancellation) is { } link
            ? TypedResults.Ok(new LinkFound(link.Handle, link.ModeratorId is null))
            : TypedResults.NotFound();

    static async Task<Results<NoContent, NotFound>> SignIn(
        LinkGiven given, LinkStore links, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hash = Token.Presented(given.Token).Hash;
        if (await links.Find(hash, now, cancellation) is not { ModeratorId: { } moderator })
            return TypedResults.NotFound();
        var session = Token.Fresh();
        if (!await links.SignIn(Sessions.Fresh(session, moderator, now), hash, now, cancellation))
            return TypedResults.NotFound();
        SessionCookie.Write(response, session);
        return TypedResults.NoContent();
    }

    static async Task<Results<NoContent, NotFound, BadRequest>> Enrol(
        Enrolment enrolment, LinkStore links, TimeProvider clock, HttpResponse response, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var hash = Token.Presented(enrolment.Token).Hash;
        if (await links.Find(hash, now, cancellation) is not { ModeratorId: null } link)
            return TypedResults.NotFound();
        if (enrolment.Moderator(link.Handle, DateOnly.FromDateTime(now.UtcDateTime)) is not { } moderator)
            return TypedResults.BadRequest();
        var session = Token.Fresh();
        if (!await links.Enrol(moderator, Sessions.Fresh(session, moderator.Id, now), hash, now, cancellation))
            return TypedResults.NotFound();
        SessionCookie.Write(response, session);
        return TypedResults.NoContent();
    }
}
