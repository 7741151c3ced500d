using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// A key that lives on two sheets of paper: the recovery key, to which every report is sealed besides, for the day when all its moderators are gone; or a
/// backup key.
/// </summary>
static class PaperKey
{
    /// <summary>A new key: its public half, and the sheets. The private half is gone when this returns.</summary>
    public static (byte[] PublicKey, Sheet A, Sheet B) Make(Randomness random, SheetKind kind = SheetKind.Recovery)
    {
        var (seed, a) = (new byte[P256.PrivateKeyLength], new byte[P256.PrivateKeyLength]);
        using var erasingSeed = new Erasing(seed);
        random(seed);
        random(a);
        using var pair = Hpke.DeriveKeyPair(seed);
        var secret = pair.ExportParameters(includePrivateParameters: true).D!;
        using var erasing = new Erasing(secret);
        var publicKey = P256.PublicKeyOf(pair);
        var key = Fingerprint.Of(publicKey, []);
        return (publicKey, new('A', key, a, kind), new('B', key, Xor(secret, a), kind));
    }

    /// <summary>The key pair of these two sheets; false where they do not belong together.</summary>
    public static bool TryJoin(Sheet a, Sheet b, [NotNullWhen(true)] out ECDiffieHellman? pair)
    {
        pair = null;
        if (a.Letter != 'A' || b.Letter != 'B' || a.Key != b.Key || a.Kind != b.Kind)
            return false;
        var secret = Xor(a.Half, b.Half);
        using var erasing = new Erasing(secret);
        pair = P256.ReadPrivateKey(secret);
        if (pair is null || Fingerprint.Of(P256.PublicKeyOf(pair), []) == a.Key)
            return pair is not null;
        pair.Dispose();
        pair = null;
        return false;
    }

    static byte[] Xor(byte[] one, byte[] other) => [.. one.Zip(other, (left, right) => (byte)(left ^ right))];
}
