using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>
/// A call about what is written inside a case. Words are sealed and signed in the browser; checked here is all that can be checked without opening them.
/// </summary>
/// <remarks>Services are named as such: else the framework takes a GET for one that may have a body, and lets the web chat's address for everything answer instead.</remarks>
sealed record Casework(
    string Id, ClaimsPrincipal User, [FromServices] CaseStore Cases, [FromServices] CaseworkStore Store, [FromServices] CaseRecipients Recipients,
    [FromServices] TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>The case; null where it is not theirs to know of.</summary>
    public Task<CaseRow?> Find() => Cases.Find(Id, User.ModeratorId(), Cancellation);

    public Deed Deed(string action) => User.Does(action, Clock.GetUtcNow());

    /// <summary>To whose keys a text of this kind is to be sealed.</summary>
    public async Task<Results<Ok<IReadOnlyList<Answer.RecipientView>>, Conflict<Denied>, NotFound>> Readers(Direction direction)
    {
        if (await Find() is not { } row)
            return TypedResults.NotFound();
        if (Objection(row, direction) is { } refusal)
            return Refused(refusal);
        return await Recipients.Of(direction, row, User.ModeratorId(), Cancellation) is { } readers ? TypedResults.Ok(readers.All) : Refused(Refusal.NotListed);
    }

    /// <summary>Null when the text may be stored as far as it shows; whether the claim runs still, the store will see.</summary>
    public async Task<Refusal?> Objection(CaseRow row, Direction direction, SignedText text)
    {
        if (Objection(row, direction) is { } refusal)
            return refusal;
        if (!text.IsWellMade())
            return Refusal.NotWellMade;
        if (await Store.Knows(text.Id, Cancellation))
            return Refusal.AlreadySent;
        return await Recipients.Of(direction, row, User.ModeratorId(), Cancellation) is { } readers ? text.Objection(direction, row.Id, readers) : Refusal.NotListed;
    }

    /// <summary>The case as it is now.</summary>
    public async Task<CaseView?> Show() => await Find() is { } row ? CaseView.Of(row, User.ModeratorId(), Clock.GetUtcNow()) : null;

    public static Conflict<Denied> Refused(Refusal refusal) => TypedResults.Conflict(new Denied(Code.Of(refusal)));

    /// <summary>Null when this moderator may write in the case now.</summary>
    Refusal? Objection(CaseRow row, Direction direction) =>
        Moderating.Reply(CaseStore.Read(row), User.ModeratorId(), Clock.GetUtcNow()) is Decision.Refused refused ? refused.Refusal
        : direction == Direction.Reply && row.ReporterKey is null ? Refusal.NoReceipt
        : null;
}
