using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// Says that a moderator wrote a reply. HPKE lets anybody seal to a reporter; without this, whoever can write to the database could answer a
/// victim with "come to this address". ECDSA over P-256 and SHA-256, as r || s.
/// </summary>
static class ReplySignature
{
    public const int Length = 64;

    /// <summary>Moderators sign in their browsers; this does the same here.</summary>
    public static byte[] Sign(ECDsa author, Binding binding, ReadOnlySpan<byte> body) =>
        author.SignData(Message(binding, body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>True only where the owner of this key signed this body for this place.</summary>
    public static bool Verify(ReadOnlySpan<byte> authorKey, Binding binding, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        if (binding.Direction != Direction.Reply || signature.Length != Length)
            return false;
        using var author = P256.ReadCheckingKey(authorKey);
        return author is not null
            && author.VerifyData(Message(binding, body), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    static byte[] Message(Binding binding, ReadOnlySpan<byte> body) => [.. "mb1|reply|"u8, .. SHA256.HashData([.. binding.ToBytes(), .. body])];
}
