using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>The queue and what a moderator does with a case.</summary>
static class Cases
{
    public sealed record QueueView(IReadOnlyList<CaseView> Cases, string? Next);

    /// <summary>
    /// A sealed text. Which report it belongs to is bound into it, and checked by the browser when it opens; of a reply it also checks the signature.
    /// </summary>
    public sealed record EnvelopeView(string Id, long Direction, DateOnly Day, byte[] Body, byte[] SealedKey, string? Author, byte[]? SignKey, byte[]? Signature);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("queue", Queue);
        var one = api.MapGroup("cases/{id}");
        one.MapGet("", Show);
        one.MapPost("open", Open);
        one.MapPost("claim", ([AsParameters] CaseAct act) => act.Do(Moderating.Claim));
        one.MapPost("release", ([AsParameters] CaseAct act) => act.Do(Moderating.Release));
        one.MapPost("accept", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge(seen, Moderating.Accept));
        one.MapPost("reject", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge(seen, Moderating.Reject));
        Answer.Map(one);
    }

    static async Task<QueueView> Queue(bool? everything, string? after, ClaimsPrincipal user, CaseStore cases, TimeProvider clock, CancellationToken cancellation)
    {
        var rows = await cases.Queue(user.ModeratorId(), everything ?? false, QueuePlace.Read(after), cancellation);
        var now = clock.GetUtcNow();
        return new QueueView(
            [.. rows.Select(row => CaseView.Of(row, user.ModeratorId(), now))],
            rows is [.., var last] && rows.Count == CaseStore.PageSize ? QueuePlace.Of(last).ToString() : null);
    }

    static async Task<Results<Ok<CaseView>, NotFound>> Show(string id, ClaimsPrincipal user, CaseStore cases, TimeProvider clock, CancellationToken cancellation) =>
        await cases.Find(id, user.ModeratorId(), cancellation) is { } row
            ? TypedResults.Ok(CaseView.Of(row, user.ModeratorId(), clock.GetUtcNow()))
            : TypedResults.NotFound();

    // A POST although it only reads: opening a case is an act of its own, to be counted and written down.
    static async Task<Results<Ok<IEnumerable<EnvelopeView>>, ForbidHttpResult>> Open(
        string id, ClaimsPrincipal user, CaseStore cases, Roster roster, TimeProvider clock, CancellationToken cancellation)
    {
        var signers = await roster.Signers(cancellation);
        var envelopes = await cases.Deliver(id, user.ModeratorId(), clock.GetUtcNow(), cancellation);
        return envelopes.Count == 0
            ? TypedResults.Forbid()
            : TypedResults.Ok(envelopes.Select(one => new EnvelopeView(
                one.Id, one.Direction, one.Day, one.Body, one.SealedKey, one.AuthorHandle, signers.KeysOf(one.Author, one.SignKey).FirstOrDefault(), one.Signature)));
    }
}
