using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MigrantBot.Console;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>An answer or a note made without a browser, so that each part of it can be wrong.</summary>
sealed record MadeReply(string Report, string Id, byte[] Body, byte[] Signature, IReadOnlyList<MadeReply.KeyFor> Keys)
{
    public sealed record KeyFor(string RecipientId, byte[] SealedKey);

    public Direction Direction { get; init; } = Direction.Reply;

    /// <summary>As the page makes it: sealed to those whom the server names, signed by the visitor.</summary>
    public static async Task<MadeReply> By(Visitor author, string report, string text = "Do not sign anything.")
    {
        using var answer = await author.Get($"{ConsolePaths.Api}/cases/{report}/recipients");
        var recipients = await answer.Content.ReadFromJsonAsync<Answer.RecipientView[]>();
        return To([.. recipients!.Select(one => new Recipient(one.Id, one.Key))], author, report, text);
    }

    /// <summary>A note, sealed to those whom the server names for it.</summary>
    public static async Task<MadeReply> Note(Visitor author, string report, string text = "Like the case of last week.")
    {
        using var answer = await author.Get($"{ConsolePaths.Api}/cases/{report}/readers");
        var readers = await answer.Content.ReadFromJsonAsync<Answer.RecipientView[]>();
        return To([.. readers!.Select(one => new Recipient(one.Id, one.Key))], author, report, text, Direction.Note);
    }

    public static MadeReply To(IReadOnlyList<Recipient> recipients, Visitor author, string report, string text, Direction direction = Direction.Reply)
    {
        var id = Guid.NewGuid().ToString("N");
        var made = Envelope.Seal(JsonSerializer.SerializeToUtf8Bytes(new { v = 1, text }), new Binding(report, id, direction), recipients, RandomNumberGenerator.Fill);
        return new MadeReply(report, id, made.Body, [], [.. made.Keys.Select(key => new KeyFor(key.RecipientId, key.SealedKey))]) { Direction = direction }.SignedBy(author);
    }

    /// <summary>Signed anew, for the body and place that it has now.</summary>
    public MadeReply SignedBy(Visitor author) => this with
    {
        // An id that is none has no binding; its signature is not looked at either.
        Signature = Id.All(char.IsAsciiLetterOrDigit)
            ? AuthorSignature.Sign(author.Sign, new Binding(Report, Id, Direction), Body)
            : new byte[AuthorSignature.Length],
    };

    /// <summary>By the claim that there is, unless an older one is named.</summary>
    public async Task<HttpResponseMessage> Post(Visitor visitor, long? fence = null)
    {
        var by = fence ?? await visitor.Fence(Report);
        return Direction == Direction.Reply
            ? await visitor.Post($"cases/{Report}/replies", new { fence = by, id = Id, body = Body, signature = Signature, keys = Keys })
            : await visitor.Post($"cases/{Report}/notes", new { fence = by, act = "note", id = Id, body = Body, signature = Signature, keys = Keys });
    }

    /// <summary>As the reason of a change.</summary>
    public object AsReason() => new { id = Id, body = Body, signature = Signature, keys = Keys };
}
