using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>Offers cases of which this one may be a duplicate; whether it is, a moderator reads.</summary>
static class AlikeCases
{
    /// <param name="Id">The other case.</param>
    /// <param name="ReceivedOn">Its day.</param>
    /// <param name="Status">How far it has come.</param>
    /// <param name="Same">The facets in which both say the same.</param>
    public sealed record AlikeView(string Id, DateOnly ReceivedOn, string Status, IReadOnlyList<string> Same);

    public static void Map(RouteGroupBuilder one) => one.MapGet("alike", Show);

    static async Task<Results<Ok<IEnumerable<AlikeView>>, NotFound>> Show(
        string id, ClaimsPrincipal user, [FromServices] CaseStore cases, [FromServices] AlikeStore alike, CancellationToken cancellation)
    {
        var me = user.ModeratorId();
        if (await cases.Find(id, me, cancellation) is not { } row)
            return TypedResults.NotFound();
        var facets = FacetColumns.Read(row.Facets);
        var others = await alike.Find(id, row.ReceivedOn, me, cancellation);
        return TypedResults.Ok(others
            .Select(other => new AlikeView(other.Id, other.ReceivedOn, other.Status, Alike.Same(facets, FacetColumns.Read(other.Facets))))
            .OrderByDescending(other => other.Same.Count).ThenBy(other => Math.Abs(other.ReceivedOn.DayNumber - row.ReceivedOn.DayNumber))
            .Take(Alike.Most));
    }
}
