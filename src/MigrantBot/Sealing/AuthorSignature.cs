using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// Says that a moderator wrote a reply or a note. HPKE lets anybody seal to a reporter; without this, whoever can write to the database could answer a
/// victim with "come to this address", or tell a moderator that a case was looked into. ECDSA over P-256 and SHA-256, as r || s.
/// </summary>
static class AuthorSignature
{
    public const int Length = 64;

    /// <summary>Moderators sign in their browsers; this does the same here.</summary>
    public static byte[] Sign(ECDsa author, Binding binding, ReadOnlySpan<byte> body) =>
        author.SignData(Message(PrefixOf(binding.Direction), binding, body), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    /// <summary>True only where the owner of this key signed this body for this place.</summary>
    public static bool Verify(ReadOnlySpan<byte> authorKey, Binding binding, ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        if (!IsSigned(binding.Direction) || signature.Length != Length)
            return false;
        using var author = P256.ReadCheckingKey(authorKey);
        return author is not null && author.VerifyData(
            Message(PrefixOf(binding.Direction), binding, body), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    static bool IsSigned(Direction direction) => direction is Direction.Reply or Direction.Note;

    /// <summary>What is signed says what it is, so that a note can never be shown to a reporter as an answer.</summary>
    static ReadOnlySpan<byte> PrefixOf(Direction direction) => direction switch
    {
        Direction.Reply => "mb1|reply|"u8,
        Direction.Note => "mb1|note|"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(direction), direction, "Only replies and notes are signed."),
    };

    static byte[] Message(ReadOnlySpan<byte> prefix, Binding binding, ReadOnlySpan<byte> body) => [.. prefix, .. SHA256.HashData([.. binding.ToBytes(), .. body])];
}
