using MigrantBot.Core.Moderation;
using MigrantBot.Sealing;
using MigrantBot.Storage;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>An answer or a note as the browser made it: sealed to all who are to read it, and signed by its author.</summary>
record SignedText(string Id, byte[] Body, byte[] Signature, IReadOnlyList<SignedText.KeyFor> Keys)
{
    public sealed record KeyFor(string RecipientId, byte[] SealedKey);

    /// <summary>Longer words than our page sends would need another step of padding.</summary>
    public const int MostSteps = 2;

    /// <summary>Everything has the size and shape that it has in the format (docs/formats.md).</summary>
    public bool IsWellMade() =>
        Id is { Length: 32 } && Id.All(char.IsAsciiHexDigitLower) && SealedShape.IsBody(Body, MostSteps)
        && Signature.Length == AuthorSignature.Length && Keys.All(key => key is { SealedKey: { } sealedKey } && SealedShape.IsKey(sealedKey));

    /// <summary>Null where it is sealed to exactly these, and signed for this case by its author.</summary>
    public Refusal? Objection(Direction direction, string report, CaseRecipients.Readership readers) =>
        !IsFor(readers.All.Select(one => one.Id)) ? Refusal.KeysOutOfDate
        : !AuthorSignature.Verify(readers.AuthorKey, new Binding(report, Id, direction), Body, Signature) ? Refusal.NotSignedByYou
        : null;

    /// <param name="direction">What it is.</param>
    /// <param name="report">The case that it belongs to.</param>
    /// <param name="deed">By whom, and on which day.</param>
    /// <param name="act">Of a note: what it gives the reason for.</param>
    public SealedEnvelope ToEnvelope(Direction direction, string report, Deed deed, string? act = null) => new()
    {
        Id = Id,
        ReportId = report,
        Direction = (long)direction,
        Day = deed.Day,
        Body = Body,
        Author = deed.By,
        Signature = Signature,
        Act = act,
        Keys = [.. Keys.Select(key => new SealedKey { RecipientId = key.RecipientId, Key = key.SealedKey })],
    };

    /// <summary>One key for each of them, and for nobody else.</summary>
    bool IsFor(IEnumerable<string> recipients) =>
        Keys.Select(key => key.RecipientId).Order(StringComparer.Ordinal).SequenceEqual(recipients.Order(StringComparer.Ordinal));
}
