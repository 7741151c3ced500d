using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>AES-256-GCM over whole messages: sealed text is ciphertext || tag.</summary>
static class Gcm
{
    public const int KeyLength = 32;
    public const int NonceLength = 12;
    public const int TagLength = 16;

    public static byte[] Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> plaintext)
    {
        var result = new byte[plaintext.Length + TagLength];
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, plaintext, result.AsSpan(..plaintext.Length), result.AsSpan(plaintext.Length..), aad);
        return result;
    }

    /// <summary>The plaintext; null where the tag does not hold.</summary>
    public static byte[]? Open(ReadOnlySpan<byte> key, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> aad, ReadOnlySpan<byte> sealedText)
    {
        if (sealedText.Length < TagLength)
            return null;
        var plaintext = new byte[sealedText.Length - TagLength];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(nonce, sealedText[..^TagLength], sealedText[^TagLength..], plaintext, aad);
            return plaintext;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
