using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;

namespace MigrantBot.Console;

/// <summary>A moderator's act on a case: decided by the core, saved, written down, and shown as it is then; or refused with the reason.</summary>
sealed record CaseAct(string Id, ClaimsPrincipal User, CaseStore Cases, TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>An act that takes the case.</summary>
    public delegate Decision Take(Case current, string moderator, DateTimeOffset now);

    /// <summary>An act of whoever holds it, by the fence of their claim.</summary>
    public delegate Decision Decide(Case current, string moderator, long fence, DateTimeOffset now);

    /// <summary>The claim and the version of the case that the moderator has before them.</summary>
    public sealed record Seen(long Fence, long Version);

    /// <summary>The same, and the case that this one repeats.</summary>
    public sealed record Repeated(long Fence, long Version, string Of);

    public Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Begin(string action, Take take) =>
        Do(action, (current, me, now) => Task.FromResult(take(current, me, now)));

    /// <summary>Gives the case back; whatever has been added to it, that is always allowed.</summary>
    public Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Release(Seen seen) =>
        Do("release", (current, me, now) => Task.FromResult(Moderating.Release(current, me, seen.Fence, now)));

    /// <summary>A verdict is about what was read: words added meanwhile are to be read first.</summary>
    public Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Judge(string action, Seen seen, Decide decide) =>
        Do(action, (current, me, now) => Task.FromResult(AsRead(current, seen.Version, decide(current, me, seen.Fence, now))));

    public Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Duplicate(Repeated seen) =>
        Do("duplicate", async (current, me, now) =>
            AsRead(current, seen.Version, Moderating.Duplicate(current, await Cases.Look(seen.Of, me, Cancellation), me, seen.Fence, now)));

    static Decision AsRead(Case current, long version, Decision decision) =>
        decision is Decision.Made && current.Version != version ? new Decision.Refused(Refusal.ReadAgain) : decision;

    async Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Do(string action, Func<Case, string, DateTimeOffset, Task<Decision>> decide)
    {
        var deed = User.Does(action, Clock.GetUtcNow());
        var decision = await Cases.Change(Id, deed, current => decide(current, deed.By, deed.At), Cancellation);
        if (decision is Decision.Refused refused)
            return TypedResults.Conflict(new Denied(Code.Of(refused.Refusal)));
        return decision is not null && await Cases.Find(Id, deed.By, Cancellation) is { } row
            ? TypedResults.Ok(CaseView.Of(row, deed.By, deed.At))
            : TypedResults.NotFound();
    }
}
