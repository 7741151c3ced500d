using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// The public half of the key that says who may read reports. The private half never touches the server, so whoever has the database cannot make
/// himself a recipient.
/// </summary>
sealed class RootKey
{
    const int SignatureLength = 64;

    readonly byte[] key;

    RootKey(byte[] key) => this.key = key;

    /// <summary>Null for anything but a P-256 point in base64, as <see cref="ToString"/> writes it.</summary>
    public static RootKey? Read(string base64)
    {
        var bytes = new byte[P256.PublicKeyLength];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) && length == bytes.Length && P256.IsPublicKey(bytes) ? new(bytes) : null;
    }

    public static RootKey Of(ECDsa root) => new(P256.PublicKeyOf(root));

    public static byte[] Sign(ECDsa root, ReadOnlySpan<byte> body) =>
        root.SignData(Message(body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>True only where the private half signed this very list.</summary>
    public bool HasSigned(ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        using var checking = P256.ReadCheckingKey(key);
        return signature.Length == SignatureLength
            && checking!.VerifyData(Message(body), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>Base64, as the setting takes it.</summary>
    public override string ToString() => Convert.ToBase64String(key);

    static byte[] Message(ReadOnlySpan<byte> body) => [.. "mb1|list|"u8, .. body];
}
