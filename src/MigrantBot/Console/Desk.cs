using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>What belongs to a signed-in moderator: the wrapped keys, and the way out.</summary>
static class Desk
{
    public sealed record WrappedKeys(string Id, byte[] BoxKey, byte[] Wrapped, byte[] Salt, long Iterations);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("keys", Keys);
        api.MapPost("sign-out", SignOut);
    }

    static async Task<Results<Ok<WrappedKeys>, NotFound>> Keys(ClaimsPrincipal user, ModeratorStore moderators, CancellationToken cancellation) =>
        await moderators.Find(user.ModeratorId(), cancellation) is { } me
            ? TypedResults.Ok(new WrappedKeys(me.Id, me.BoxKey, me.WrappedKeys, me.KdfSalt, me.KdfIterations))
            : TypedResults.NotFound();

    static async Task<NoContent> SignOut(HttpContext context, SessionStore sessions, CancellationToken cancellation)
    {
        if (SessionCookie.Read(context.Request) is { } token)
            await sessions.End(token.Hash, cancellation);
        SessionCookie.Drop(context.Response);
        return TypedResults.NoContent();
    }
}
