using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>
/// A moderator answers the reporter of a case. The words are sealed and signed in the browser; checked here is all that can be checked without
/// opening them.
/// </summary>
/// <remarks>Services are named as such: else the framework takes a GET for one that may have a body, and lets the web chat's address for everything answer instead.</remarks>
sealed record Answer(
    string Id, ClaimsPrincipal User, [FromServices] CaseStore Cases, [FromServices] Roster Roster, [FromServices] TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>Somebody to whose key the answer is to be sealed.</summary>
    public sealed record RecipientView(string Id, byte[] Key);

    public static void Map(RouteGroupBuilder one)
    {
        one.MapGet("recipients", ([AsParameters] Answer answer) => answer.Recipients());
        one.MapPost("replies", ([AsParameters] Answer answer, Reply reply) => answer.Send(reply));
    }

    async Task<Results<Ok<IEnumerable<RecipientView>>, Conflict<CaseAct.RefusalView>, NotFound>> Recipients()
    {
        var me = User.ModeratorId();
        if (await Cases.Find(Id, me, Cancellation) is not { } row)
            return TypedResults.NotFound();
        if (Objection(row, me, Clock.GetUtcNow()) is { } refusal)
            return Refused(refusal);
        return await ReadersOf(row, me) is { } readers ? TypedResults.Ok(RecipientsOf(row, readers)) : Refused(Refusal.NotListed);
    }

    async Task<Results<NoContent, Conflict<CaseAct.RefusalView>, NotFound>> Send(Reply reply)
    {
        var (me, now) = (User.ModeratorId(), Clock.GetUtcNow());
        if (await Cases.Find(Id, me, Cancellation) is not { } row)
            return TypedResults.NotFound();
        if (Objection(row, me, now) is { } refusal)
            return Refused(refusal);
        if (!reply.IsWellMade)
            return Refused(Refusal.NotWellMade);
        if (await Cases.Knows(reply.Id, Cancellation))
            return Refused(Refusal.AlreadySent);
        if (await ReadersOf(row, me) is not { } readers)
            return Refused(Refusal.NotListed);
        if (!reply.IsFor(RecipientsOf(row, readers).Select(one => one.Id)))
            return Refused(Refusal.KeysOutOfDate);
        if (!reply.IsSignedWith(readers[0].SignKey, row.Id))
            return Refused(Refusal.NotSignedByYou);
        // What was checked above still held a moment ago: all that can have ended since then is the claim.
        return await Cases.Reply(reply.ToEnvelope(row.Id, me, DateOnly.FromDateTime(now.UtcDateTime)), now, Cancellation)
            ? TypedResults.NoContent()
            : Refused(Refusal.LeaseOver);
    }

    /// <summary>Null when this moderator may answer now.</summary>
    static Refusal? Objection(CaseRow row, string me, DateTimeOffset now) =>
        Moderating.Reply(CaseStore.Read(row), me, now) is Decision.Refused refused ? refused.Refusal
        : row.ReporterKey is null ? Refusal.NoReceipt
        : null;

    /// <summary>The author first, then who else may read the report itself, and the recovery key. Null where the author may not read any more.</summary>
    async Task<IReadOnlyList<Recipient>?> ReadersOf(CaseRow row, string me) =>
        (await Roster.Now(Cancellation)).ReadersOf(me, (await Cases.Holders(row.Id, me, Cancellation)).Select(holder => holder.Id));

    static IEnumerable<RecipientView> RecipientsOf(CaseRow row, IReadOnlyList<Recipient> readers) =>
        [new(SealedEnvelope.Reporter, row.ReporterKey!), .. readers.Select(one => new RecipientView(one.Id, one.BoxKey))];

    static Conflict<CaseAct.RefusalView> Refused(Refusal refusal) => TypedResults.Conflict(new CaseAct.RefusalView(Code.Of(refusal)));
}
