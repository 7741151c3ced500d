using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// RFC 9180 in base mode, one message for one public key: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. A sealed message
/// is enc || ciphertext || tag.
/// </summary>
static class Hpke
{
    /// <summary>How much longer a sealed message is than what it holds.</summary>
    public const int Overhead = P256.PublicKeyLength + Gcm.TagLength;

    const int SecretLength = 32;
    const byte BaseMode = 0x00;

    static ReadOnlySpan<byte> Kem => "KEM\u0000\u0010"u8;
    static ReadOnlySpan<byte> Suite => "HPKE\u0000\u0010\u0000\u0001\u0000\u0002"u8;

    /// <summary>Seals to a public key that was refused or read when it came in: a bad one here is a bug and throws.</summary>
    public static byte[] Seal(
        ReadOnlySpan<byte> publicKey, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plaintext, Randomness random)
    {
        using var recipient = P256.ReadPublicKey(publicKey)
            ?? throw new ArgumentException("A public key is 65 bytes: 0x04, then a point on P-256. Refuse other keys where they come in.", nameof(publicKey));
        Span<byte> seed = stackalloc byte[SecretLength];
        using var erasing = new Erasing(seed);
        random(seed);
        using var ephemeral = DeriveKeyPair(seed);
        var enc = P256.PublicKeyOf(ephemeral);
        var (key, nonce) = Agree(ephemeral, recipient, enc, publicKey, info);
        using var erasingKey = new Erasing(key);
        return [.. enc, .. Gcm.Seal(key, nonce, aad, plaintext)];
    }

    /// <summary>What was sealed to this key pair; null where it is cut or changed, or another key, info or associated data belongs to it.</summary>
    public static byte[]? Open(ECDiffieHellman keyPair, ReadOnlySpan<byte> info, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> message)
    {
        if (message.Length < Overhead)
            return null;
        var enc = message[..P256.PublicKeyLength];
        using var ephemeral = P256.ReadPublicKey(enc);
        if (ephemeral is null)
            return null;
        var (key, nonce) = Agree(keyPair, ephemeral, enc, P256.PublicKeyOf(keyPair), info);
        using var erasing = new Erasing(key);
        return Gcm.Open(key, nonce, aad, message[P256.PublicKeyLength..]);
    }

    /// <summary>The key pair that belongs to a secret of at least 32 bytes (section 7.1.3).</summary>
    public static ECDiffieHellman DeriveKeyPair(ReadOnlySpan<byte> secret)
    {
        var prk = LabeledExtract(Kem, salt: [], "dkp_prk"u8, secret);
        using var erasing = new Erasing(prk);
        for (var counter = 0; counter <= byte.MaxValue; counter++)
        {
            var candidate = LabeledExpand(Kem, prk, "candidate"u8, [(byte)counter], P256.PrivateKeyLength);
            using var erasingCandidate = new Erasing(candidate);
            if (P256.ReadPrivateKey(candidate) is { } pair)
                return pair;
        }
        throw new CryptographicException("256 candidates in a row are no private keys: that does not happen by chance, so look at the code.");
    }

    /// <summary>What both sides come to: <paramref name="own"/> is a whole key pair, of <paramref name="other"/> the public half suffices.</summary>
    public static byte[] SharedSecret(ECDiffieHellman own, ECDiffieHellman other, ReadOnlySpan<byte> enc, ReadOnlySpan<byte> recipient)
    {
        using var publicHalf = other.PublicKey;
        var agreed = own.DeriveRawSecretAgreement(publicHalf);
        using var erasingAgreed = new Erasing(agreed);
        var prk = LabeledExtract(Kem, salt: [], "eae_prk"u8, agreed);
        using var erasing = new Erasing(prk);
        return LabeledExpand(Kem, prk, "shared_secret"u8, [.. enc, .. recipient], SecretLength);
    }

    /// <summary>The key and nonce of the one message (section 5.1, without a pre-shared key).</summary>
    public static (byte[] Key, byte[] Nonce) Schedule(byte[] sharedSecret, ReadOnlySpan<byte> info)
    {
        byte[] context =
        [
            BaseMode,
            .. LabeledExtract(Suite, salt: [], "psk_id_hash"u8, []),
            .. LabeledExtract(Suite, salt: [], "info_hash"u8, info),
        ];
        var secret = LabeledExtract(Suite, sharedSecret, "secret"u8, []);
        using var erasing = new Erasing(secret);
        return (LabeledExpand(Suite, secret, "key"u8, context, Gcm.KeyLength), LabeledExpand(Suite, secret, "base_nonce"u8, context, Gcm.NonceLength));
    }

    static (byte[] Key, byte[] Nonce) Agree(
        ECDiffieHellman own, ECDiffieHellman other, ReadOnlySpan<byte> enc, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> info)
    {
        var shared = SharedSecret(own, other, enc, recipient);
        using var erasing = new Erasing(shared);
        return Schedule(shared, info);
    }

    static byte[] LabeledExtract(ReadOnlySpan<byte> suite, byte[] salt, ReadOnlySpan<byte> label, ReadOnlySpan<byte> material)
    {
        byte[] labeled = [.. "HPKE-v1"u8, .. suite, .. label, .. material];
        using var erasing = new Erasing(labeled);
        return HKDF.Extract(HashAlgorithmName.SHA256, labeled, salt);
    }

    static byte[] LabeledExpand(ReadOnlySpan<byte> suite, byte[] prk, ReadOnlySpan<byte> label, ReadOnlySpan<byte> info, int length)
    {
        Span<byte> prefix = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16BigEndian(prefix, (ushort)length);
        return HKDF.Expand(HashAlgorithmName.SHA256, prk, length, [.. prefix, .. "HPKE-v1"u8, .. suite, .. label, .. info]);
    }
}
