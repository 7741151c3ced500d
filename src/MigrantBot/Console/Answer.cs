using Microsoft.AspNetCore.Http.HttpResults;
using MigrantBot.Sealing;

namespace MigrantBot.Console;

/// <summary>A moderator answers the reporter of a case.</summary>
static class Answer
{
    /// <summary>Somebody to whose key a text is to be sealed.</summary>
    public sealed record RecipientView(string Id, byte[] Key);

    public sealed record Reply(long Fence, string Id, byte[] Body, byte[] Signature, IReadOnlyList<SignedText.KeyFor> Keys) : SignedText(Id, Body, Signature, Keys);

    public static void Map(RouteGroupBuilder one)
    {
        one.MapGet("recipients", ([AsParameters] Casework casework) => casework.Readers(Direction.Reply));
        one.MapPost("replies", ([AsParameters] Casework casework, Reply reply) => Send(casework, reply));
    }

    static async Task<Results<NoContent, Conflict<Denied>, NotFound>> Send(Casework casework, Reply reply)
    {
        if (await casework.Find() is not { } row)
            return TypedResults.NotFound();
        if (await casework.Objection(row, Direction.Reply, reply) is { } refusal)
            return Casework.Refused(refusal);
        var deed = casework.Deed("reply");
        return await casework.Store.Reply(deed, reply.Fence, reply.ToEnvelope(Direction.Reply, row.Id, deed), casework.Cancellation) is { } late
            ? Casework.Refused(late)
            : TypedResults.NoContent();
    }
}
