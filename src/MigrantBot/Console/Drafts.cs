using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>An answer that a moderator is writing, sealed in the browser to its author. It waits through an ended claim, a lock and a reload.</summary>
static class Drafts
{
    /// <summary>An answer, a note and a reason, and what another tab has saved of them meanwhile.</summary>
    const int MostSteps = 8;

    public sealed record DraftView(DateOnly Day, byte[] Body, byte[] SealedKey);

    /// <param name="Body">The words.</param>
    /// <param name="SealedKey">Their key, sealed to the author.</param>
    /// <param name="Fence">That of the claim which this work renews; none where the page has no claim.</param>
    public sealed record Draft(byte[] Body, byte[] SealedKey, long? Fence = null);

    /// <summary>How long the claim runs still; 0 without one.</summary>
    public sealed record KeptView(long SecondsLeft);

    public static void Map(RouteGroupBuilder one)
    {
        one.MapGet("draft", Show);
        one.MapPost("draft", Keep);
        one.MapPost("draft/remove", Remove);
    }

    static async Task<Results<Ok<DraftView>, NotFound>> Show(string id, ClaimsPrincipal user, [FromServices] DraftStore drafts, CancellationToken cancellation) =>
        await drafts.Find(id, user.ModeratorId(), cancellation) is { } draft
            ? TypedResults.Ok(new DraftView(draft.Day, draft.Body, draft.SealedKey))
            : TypedResults.NotFound();

    static async Task<Results<Ok<KeptView>, Conflict<Denied>, NotFound>> Keep(
        string id, Draft draft, ClaimsPrincipal user, [FromServices] DraftStore drafts, [FromServices] TimeProvider clock, CancellationToken cancellation)
    {
        if (!SealedShape.IsBody(draft.Body, MostSteps) || !SealedShape.IsKey(draft.SealedKey))
            return Casework.Refused(Refusal.NotWellMade);
        var now = clock.GetUtcNow();
        var row = new DraftRow { Day = DateOnly.FromDateTime(now.UtcDateTime), Body = draft.Body, SealedKey = draft.SealedKey };
        return await drafts.Keep(id, user.ModeratorId(), draft.Fence, row, now, cancellation) is { } seconds
            ? TypedResults.Ok(new KeptView(seconds))
            : TypedResults.NotFound();
    }

    static async Task<NoContent> Remove(string id, ClaimsPrincipal user, [FromServices] DraftStore drafts, CancellationToken cancellation)
    {
        await drafts.Remove(id, user.ModeratorId(), cancellation);
        return TypedResults.NoContent();
    }
}
