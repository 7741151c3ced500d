using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>A moderator's act on a case: decided by the core, saved, and shown as it is then; or refused with the reason.</summary>
sealed record CaseAct(string Id, ClaimsPrincipal User, CaseStore Cases, TimeProvider Clock, CancellationToken Cancellation)
{
    public delegate Decision Decide(Case current, string moderator, DateTimeOffset now);

    /// <summary>The reason by its name, as the page knows it: <c>lease-over</c>.</summary>
    public sealed record RefusalView(string Refusal);

    /// <summary>The version of the case that the moderator has before them.</summary>
    public sealed record Seen(long Version);

    /// <summary>A verdict is about what was read: words added meanwhile are to be read first.</summary>
    public Task<Results<Ok<CaseView>, Conflict<RefusalView>, NotFound>> Judge(Seen seen, Decide decide) =>
        Do((current, moderator, now) => decide(current, moderator, now) is var decision && decision is Decision.Made && current.Version != seen.Version
            ? new Decision.Refused(Refusal.ReadAgain)
            : decision);

    public async Task<Results<Ok<CaseView>, Conflict<RefusalView>, NotFound>> Do(Decide decide)
    {
        var me = User.ModeratorId();
        var now = Clock.GetUtcNow();
        var decision = await Cases.Change(Id, me, current => decide(current, me, now), DateOnly.FromDateTime(now.UtcDateTime), Cancellation);
        if (decision is Decision.Refused refused)
            return TypedResults.Conflict(new RefusalView(Code.Of(refused.Refusal)));
        return decision is not null && await Cases.Find(Id, me, Cancellation) is { } row
            ? TypedResults.Ok(CaseView.Of(row, me, now))
            : TypedResults.NotFound();
    }
}
