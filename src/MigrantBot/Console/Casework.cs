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
    string Id, ClaimsPrincipal User, [FromServices] CaseStore Cases, [FromServices] CaseworkStore Store, [FromServices] ModeratorStore Moderators,
    [FromServices] Roster Roster, [FromServices] CaseRecipients Recipients, [FromServices] TimeProvider Clock, CancellationToken Cancellation)
{
    /// <summary>The case and who asks, with the keys that count for them: none where they are not among those who may read. Null where it is not theirs to know of.</summary>
    public async Task<(CaseRow Row, Moderator Me)?> Find()
    {
        if (await Cases.Find(Id, User.ModeratorId(), Cancellation) is not { } row || await Moderators.Find(User.ModeratorId(), Cancellation) is not { } me)
            return null;
        var reader = (await Roster.Now(Cancellation)).Readers.FirstOrDefault(one => one.Id == me.Id);
        return (row, me with { BoxKey = reader?.BoxKey ?? [], SignKey = reader?.SignKey ?? [] });
    }

    public Deed Deed(string action) => User.Does(action, Clock.GetUtcNow());

    /// <summary>Null when this moderator may write in the case now.</summary>
    public Refusal? Objection(CaseRow row, Moderator me) =>
        Moderating.Reply(CaseStore.Read(row), me.Id, Clock.GetUtcNow()) is Decision.Refused refused ? refused.Refusal
        : me.SignKey.Length == 0 ? Refusal.NotListed
        : null;

    /// <summary>Null when a note may be stored as far as it shows; whether the claim runs still, the store will see.</summary>
    public async Task<Refusal?> Objection(CaseRow row, Moderator me, SignedText note) =>
        Objection(row, me)
        ?? (!note.IsWellMade() ? Refusal.NotWellMade
            : await Store.Knows(note.Id, Cancellation) ? Refusal.AlreadySent
            : note.Objection(Direction.Note, row.Id, me, (await Recipients.OfNote(row, me, Cancellation)).Select(one => one.Id)));

    /// <summary>The case as it is now.</summary>
    public async Task<CaseView?> Show() =>
        await Cases.Find(Id, User.ModeratorId(), Cancellation) is { } row ? CaseView.Of(row, User.ModeratorId(), Clock.GetUtcNow()) : null;

    public static Conflict<CaseAct.RefusalView> Refused(Refusal refusal) => TypedResults.Conflict(new CaseAct.RefusalView(Code.Of(refusal)));
}
