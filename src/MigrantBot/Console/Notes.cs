using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Moderation;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>What moderators tell one another about a case, by itself or as the reason of a change.</summary>
static class Notes
{
    const string Alone = "note", OfUrgency = "urgency", OfCorrection = "correct";

    public sealed record Note(long Fence, string Act, string Id, byte[] Body, byte[] Signature, IReadOnlyList<SignedText.KeyFor> Keys) : SignedText(Id, Body, Signature, Keys);

    /// <summary>How urgent the case is to be from now on, whatever was answered.</summary>
    public sealed record Weighing(long Fence, long Version, int Urgency, SignedText Note);

    /// <summary>Facets with their right values, by the names of the code list; those that stay as they are need not be named.</summary>
    public sealed record Correction(long Fence, long Version, IReadOnlyDictionary<string, string> Facets, SignedText Note);

    /// <summary>The names that are not in the code list, or whose value is not.</summary>
    public sealed record UnknownView(IReadOnlyList<string> Unknown);

    public static void Map(RouteGroupBuilder one)
    {
        one.MapGet("readers", ([AsParameters] Casework casework) => casework.Readers(Direction.Note));
        one.MapPost("notes", ([AsParameters] Casework casework, Note note) => Leave(casework, note));
        one.MapPost("urgency", ([AsParameters] Casework casework, Weighing weighing) => Weigh(casework, weighing));
        one.MapPost("facets", ([AsParameters] Casework casework, Correction correction) => Correct(casework, correction));
    }

    static async Task<Results<NoContent, Conflict<Denied>, NotFound>> Leave(Casework casework, Note note)
    {
        if (await casework.Find() is not { } row)
            return TypedResults.NotFound();
        if (note.Act != Alone)
            return Casework.Refused(Refusal.NotWellMade);
        if (await Store(casework, row, note, Alone,
            (deed, envelope, cancellation) => casework.Store.Note(deed, note.Fence, envelope, cancellation)) is { } refusal)
            return Casework.Refused(refusal);
        return TypedResults.NoContent();
    }

    static async Task<Results<Ok<CaseView>, Conflict<Denied>, NotFound>> Weigh(Casework casework, Weighing weighing)
    {
        if (await casework.Find() is not { } row)
            return TypedResults.NotFound();
        if (weighing.Urgency is < 1 or > Urgency.Most)
            return Casework.Refused(Refusal.NotWellMade);
        if (await Store(casework, row, weighing.Note, OfUrgency,
            (deed, reason, cancellation) => casework.Store.Overrule(deed, weighing.Fence, weighing.Version, weighing.Urgency, reason, cancellation)) is { } refusal)
            return Casework.Refused(refusal);
        return await casework.Show() is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    static async Task<Results<Ok<CaseView>, BadRequest<UnknownView>, Conflict<Denied>, NotFound>> Correct(Casework casework, Correction correction)
    {
        if (await casework.Find() is not { } row)
            return TypedResults.NotFound();
        if (FacetChanges.Unknown(correction.Facets) is { Count: > 0 } unknown)
            return TypedResults.BadRequest(new UnknownView(unknown));
        if (correction.Facets.Count == 0)
            return Casework.Refused(Refusal.NotWellMade);
        if (await Store(casework, row, correction.Note, OfCorrection,
            (deed, reason, cancellation) => casework.Store.Correct(deed, correction.Fence, correction.Version, correction.Facets, reason, cancellation)) is { } refusal)
            return Casework.Refused(refusal);
        return await casework.Show() is { } view ? TypedResults.Ok(view) : TypedResults.NotFound();
    }

    /// <summary>What it is the reason for is also what is written down.</summary>
    static async Task<Refusal?> Store(
        Casework casework, CaseRow row, SignedText note, string act, Func<Deed, SealedEnvelope, CancellationToken, Task<Refusal?>> store)
    {
        if (await casework.Objection(row, Direction.Note, note) is { } objection)
            return objection;
        var deed = casework.Deed(act);
        return await store(deed, note.ToEnvelope(Direction.Note, row.Id, deed, act), casework.Cancellation);
    }
}
