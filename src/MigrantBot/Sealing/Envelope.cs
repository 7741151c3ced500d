using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>Somebody to whom an envelope is sealed.</summary>
sealed record Recipient(string Id, ReadOnlyMemory<byte> PublicKey);

/// <summary>
/// A text that only its recipients can read, and whose length says nothing within a step of 2 KiB: the body, and its key sealed to
/// each recipient. The layout is in <c>docs/formats.md</c>.
/// </summary>
sealed record Envelope(byte[] Body, IReadOnlyList<(string RecipientId, byte[] SealedKey)> Keys)
{
    public const byte Version = 1;

    static ReadOnlySpan<byte> KeyInfo => "mb1|key"u8;

    /// <summary>Seals to every recipient. Without recipients nobody could ever open it, so that is a bug and throws.</summary>
    public static Envelope Seal(ReadOnlySpan<byte> text, Binding binding, IReadOnlyList<Recipient> recipients, Randomness random)
    {
        if (recipients.Count == 0)
            throw new ArgumentException("An envelope needs a recipient; without one, reporting is closed.", nameof(recipients));
        var ad = binding.ToBytes();
        var (key, nonce) = (new byte[Gcm.KeyLength], new byte[Gcm.NonceLength]);
        random(key);
        random(nonce);
        var padded = Padding.Add(text);
        using var erasingKey = new Erasing(key);
        using var erasingText = new Erasing(padded);
        return new Envelope(
            [Version, .. nonce, .. Gcm.Seal(key, nonce, ad, padded)],
            [.. recipients.Select(recipient => (recipient.Id, Hpke.Seal(recipient.PublicKey.Span, KeyInfo, ad, key, random)))]);
    }

    /// <summary>The envelope's key, taken from one recipient's hands and sealed to another; null where it was not sealed to this key pair and place.</summary>
    public static byte[]? Reseal(ReadOnlySpan<byte> sealedKey, Binding binding, ECDiffieHellman keyPair, ReadOnlySpan<byte> publicKey, Randomness random)
    {
        var ad = binding.ToBytes();
        var key = Hpke.Open(keyPair, KeyInfo, ad, sealedKey);
        using var erasing = new Erasing(key);
        return key is { Length: Gcm.KeyLength } ? Hpke.Seal(publicKey, KeyInfo, ad, key, random) : null;
    }

    /// <summary>The text; null where body or key is cut, changed, of another version, or belongs to another key pair or place.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> body, ReadOnlySpan<byte> sealedKey, Binding binding, ECDiffieHellman keyPair)
    {
        if (body.Length < 1 + Gcm.NonceLength || body[0] != Version)
            return null;
        var ad = binding.ToBytes();
        var key = Hpke.Open(keyPair, KeyInfo, ad, sealedKey);
        using var erasingKey = new Erasing(key);
        if (key is not { Length: Gcm.KeyLength })
            return null;
        var padded = Gcm.Open(key, body.Slice(1, Gcm.NonceLength), ad, body[(1 + Gcm.NonceLength)..]);
        using var erasingText = new Erasing(padded);
        return padded is null ? null : Padding.Remove(padded);
    }
}
