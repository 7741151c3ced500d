using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>A moderator answers the reporter of a case.</summary>
static class Answer
{
    /// <summary>Somebody to whose key a text is to be sealed.</summary>
    public sealed record RecipientView(string Id, byte[] Key);

    public sealed record Reply(long Fence, string Id, byte[] Body, byte[] Signature, IReadOnlyList<SignedText.KeyFor> Keys) : SignedText(Id, Body, Signature, Keys);

    public static void Map(RouteGroupBuilder one)
    {
        one.MapGet("recipients", ([AsParameters] Casework casework) => Recipients(casework));
        one.MapPost("replies", ([AsParameters] Casework casework, Reply reply) => Send(casework, reply));
    }

    static async Task<Results<Ok<IReadOnlyList<RecipientView>>, Conflict<CaseAct.RefusalView>, NotFound>> Recipients(Casework casework)
    {
        if (await casework.Find() is not var (row, me))
            return TypedResults.NotFound();
        if (Objection(casework, row, me) is { } refusal)
            return Casework.Refused(refusal);
        return TypedResults.Ok(await casework.Recipients.OfAnswer(row, me, casework.Cancellation));
    }

    static async Task<Results<NoContent, Conflict<CaseAct.RefusalView>, NotFound>> Send(Casework casework, Reply reply)
    {
        if (await casework.Find() is not var (row, me))
            return TypedResults.NotFound();
        if (Objection(casework, row, me) is { } refusal)
            return Casework.Refused(refusal);
        if (!reply.IsWellMade())
            return Casework.Refused(Refusal.NotWellMade);
        if (await casework.Store.Knows(reply.Id, casework.Cancellation))
            return Casework.Refused(Refusal.AlreadySent);
        var recipients = await casework.Recipients.OfAnswer(row, me, casework.Cancellation);
        if (reply.Objection(Direction.Reply, row.Id, me, recipients.Select(one => one.Id)) is { } objection)
            return Casework.Refused(objection);
        var deed = casework.Deed("reply");
        return await casework.Store.Reply(deed, reply.Fence, reply.ToEnvelope(Direction.Reply, row.Id, deed), casework.Cancellation) is { } late
            ? Casework.Refused(late)
            : TypedResults.NoContent();
    }

    static Refusal? Objection(Casework casework, CaseRow row, Moderator me) =>
        casework.Objection(row, me) ?? (row.ReporterKey is null ? Refusal.NoReceipt : null);
}
