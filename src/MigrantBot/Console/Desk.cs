using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>What belongs to a moderator at work: the wrapped keys.</summary>
static class Desk
{
    public sealed record WrappedKeys(string Id, byte[] BoxKey, byte[] Wrapped, byte[] Salt, long Iterations);

    public static void Map(RouteGroupBuilder api) => api.MapGet("keys", Keys);

    static async Task<Results<Ok<WrappedKeys>, NotFound>> Keys(ClaimsPrincipal user, ModeratorStore moderators, CancellationToken cancellation) =>
        await moderators.Find(user.ModeratorId(), cancellation) is { } me
            ? TypedResults.Ok(new WrappedKeys(me.Id, me.BoxKey, me.WrappedKeys, me.KdfSalt, me.KdfIterations))
            : TypedResults.NotFound();
}
