using System.Security.Cryptography;
using System.Text;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Console;

/// <summary>An answer as the browser made it: sealed to the reporter and to all who hold the case, and signed by its author.</summary>
sealed record Reply(string Id, byte[] Body, byte[] Signature, IReadOnlyList<Reply.KeyFor> Keys)
{
    public sealed record KeyFor(string RecipientId, byte[] SealedKey);

    /// <summary>Longer words than our page sends would need another step of 2 KiB.</summary>
    const int MostSteps = 2;

    /// <summary>Everything has the size that it has in the format (docs/formats.md).</summary>
    public bool IsWellMade =>
        Id is { Length: 32 } && Id.All(char.IsAsciiHexDigitLower)
        && Body is [1, ..] && (Body.Length - 29) % 2048 == 0 && (Body.Length - 29) / 2048 is >= 1 and <= MostSteps
        && Signature.Length == 64 && Keys.All(key => key is { SealedKey.Length: 113 });

    /// <summary>One key for each of them, and for nobody else.</summary>
    public bool IsFor(IEnumerable<string> recipients) =>
        Keys.Select(key => key.RecipientId).Order(StringComparer.Ordinal).SequenceEqual(recipients.Order(StringComparer.Ordinal));

    /// <summary>It was signed for this report and with the private half of this key.</summary>
    public bool IsSignedWith(byte[] signKey, string report) => PublicKey.Verifies(signKey, Signed(report), Signature);

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

    // "mb1|reply|" || SHA-256(ad || body), as docs/formats.md has it.
    byte[] Signed(string report) =>
        [.. "mb1|reply|"u8, .. SHA256.HashData([.. Encoding.ASCII.GetBytes($"mb1|{report}|{Id}|{SealedEnvelope.Reply}"), .. Body])];
}
