using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>What a moderator does with a case.</summary>
static class Cases
{
    /// <summary>
    /// A sealed text. Which report it belongs to is bound into it, and checked by the browser when it opens; of a reply or a note it also checks the
    /// signature.
    /// </summary>
    public sealed record EnvelopeView(
        string Id, long Direction, DateOnly Day, byte[] Body, byte[] SealedKey, string? Author, byte[]? SignKey, byte[]? Signature, string? Act = null);

    public static void Map(RouteGroupBuilder api)
    {
        Queue.Map(api);
        var one = api.MapGroup("cases/{id}");
        one.MapGet("", Show);
        one.MapPost("open", Open);
        one.MapPost("claim", ([AsParameters] CaseAct act) => act.Begin("claim", Moderating.Claim));
        one.MapPost("reopen", ([AsParameters] CaseAct act) => act.Begin("reopen", Moderating.Reopen));
        one.MapPost("release", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Release(seen));
        one.MapPost("wait", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge("wait", seen, Moderating.Wait));
        one.MapPost("accept", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge("accept", seen, Moderating.Accept));
        one.MapPost("reject", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge("reject", seen, Moderating.Reject));
        one.MapPost("close", ([AsParameters] CaseAct act, CaseAct.Seen seen) => act.Judge("close", seen, Moderating.Close));
        one.MapPost("duplicate", ([AsParameters] CaseAct act, CaseAct.Repeated seen) => act.Duplicate(seen));
        Answer.Map(one);
        Notes.Map(one);
        Drafts.Map(one);
        AlikeCases.Map(one);
    }

    static async Task<Results<Ok<CaseView>, NotFound>> Show(string id, ClaimsPrincipal user, CaseStore cases, TimeProvider clock, CancellationToken cancellation) =>
        await cases.Find(id, user.ModeratorId(), cancellation) is { } row
            ? TypedResults.Ok(CaseView.Of(row, user.ModeratorId(), clock.GetUtcNow()))
            : TypedResults.NotFound();

    // A POST although it mostly reads: opening a case is an act of its own, counted and written down.
    static async Task<Results<Ok<IEnumerable<EnvelopeView>>, JsonHttpResult<Denied>>> Open(
        string id, ClaimsPrincipal user, CaseStore cases, Roster roster, TimeProvider clock, CancellationToken cancellation)
    {
        var signers = await roster.Signers(cancellation);
        return await cases.Open(id, user.Does("open", clock.GetUtcNow()), cancellation) switch
        {
            Delivery.Given given => TypedResults.Ok(given.Envelopes.Select(one => new EnvelopeView(
                one.Id, one.Direction, one.Day, one.Body, one.SealedKey, one.AuthorHandle, signers.KeysOf(one.Author, one.SignKey).FirstOrDefault(), one.Signature, one.Act))),
            Delivery.Refused refused => new Denied(Code.Of(refused.Refusal)).Answer(),
            var other => throw new InvalidOperationException($"Answer {other.GetType().Name} here."),
        };
    }
}
