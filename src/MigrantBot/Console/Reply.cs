using MigrantBot.Sealing;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>An answer as the browser made it: sealed to the reporter and to all who hold the case, and signed by its author.</summary>
sealed record Reply(string Id, byte[] Body, byte[] Signature, IReadOnlyList<Reply.KeyFor> Keys)
{
    public sealed record KeyFor(string RecipientId, byte[] SealedKey);

    /// <summary>Longer words than our page sends would need another step of padding.</summary>
    const int MostSteps = 2;

    /// <summary>Everything has the size and shape that it has in the format (docs/formats.md).</summary>
    public bool IsWellMade =>
        Id is { Length: 32 } && Id.All(char.IsAsciiHexDigitLower) && SealedShape.IsBody(Body, MostSteps)
        && Signature.Length == ReplySignature.Length && Keys.All(key => key is { SealedKey: { } sealedKey } && SealedShape.IsKey(sealedKey));

    /// <summary>One key for each of them, and for nobody else.</summary>
    public bool IsFor(IEnumerable<string> recipients) =>
        Keys.Select(key => key.RecipientId).Order(StringComparer.Ordinal).SequenceEqual(recipients.Order(StringComparer.Ordinal));

    /// <summary>It was signed for this report and with the private half of this key.</summary>
    public bool IsSignedWith(byte[] signKey, string report) => ReplySignature.Verify(signKey, new Binding(report, Id, Direction.Reply), Body, Signature);

    public SealedEnvelope ToEnvelope(string report, string author, DateOnly today) => new()
    {
        Id = Id,
        ReportId = report,
        Direction = SealedEnvelope.Reply,
        Day = today,
        Body = Body,
        Author = author,
        Signature = Signature,
        Keys = [.. Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })],
    };
}
