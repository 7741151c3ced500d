using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using MigrantBot.Console;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Console;

/// <summary>An answer made without a browser, so that each part of it can be wrong.</summary>
sealed record MadeReply(string Report, string Id, byte[] Body, byte[] Signature, IReadOnlyList<MadeReply.KeyFor> Keys)
{
    public sealed record KeyFor(string RecipientId, byte[] SealedKey);

    /// <summary>As the page makes it: sealed to those whom the server names, signed by the visitor.</summary>
    public static async Task<MadeReply> By(Visitor author, string report, string text = "Do not sign anything.")
    {
        using var answer = await author.Get($"{ConsolePaths.Api}/cases/{report}/recipients");
        var recipients = await answer.Content.ReadFromJsonAsync<Answer.RecipientView[]>();
        return To([.. recipients!.Select(one => new Recipient(one.Id, one.Key))], author, report, text);
    }

    public static MadeReply To(IReadOnlyList<Recipient> recipients, Visitor author, string report, string text)
    {
        var id = Guid.NewGuid().ToString("N");
        var made = Envelope.Seal(
            JsonSerializer.SerializeToUtf8Bytes(new { v = 1, text }), new Binding(report, id, Direction.Reply), recipients, RandomNumberGenerator.Fill);
        return new MadeReply(report, id, made.Body, [], [.. made.Keys.Select(key => new KeyFor(key.RecipientId, key.SealedKey))]).SignedBy(author);
    }

    /// <summary>Signed anew, for the body and place that it has now.</summary>
    public MadeReply SignedBy(Visitor author) => this with
    {
        // An id that is none has no binding; its signature is not looked at either.
        Signature = Id.All(char.IsAsciiLetterOrDigit)
            ? ReplySignature.Sign(author.Sign, new Binding(Report, Id, Direction.Reply), Body)
            : new byte[ReplySignature.Length],
    };

    public Task<HttpResponseMessage> Post(Visitor visitor) =>
        visitor.Post($"cases/{Report}/replies", new { id = Id, body = Body, signature = Signature, keys = Keys });
}
