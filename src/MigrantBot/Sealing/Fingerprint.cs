using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// A moderator's public keys as four short groups that two people compare by voice: <c>7K3M-04QX-ZT9A-1BCD</c>. Somebody who wants other keys to read the
/// same must try 2^80 pairs.
/// </summary>
static class Fingerprint
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const int Letters = 16;
    const int BitsInLetter = 5;
    const int LettersInGroup = 4;

    /// <summary>The first 80 bits of <c>SHA-256(box || sign)</c>, both as 65 bytes, in Crockford's base32.</summary>
    public static string Of(ReadOnlySpan<byte> boxKey, ReadOnlySpan<byte> signKey)
    {
        var hash = SHA256.HashData([.. boxKey, .. signKey]);
        var letters = Enumerable.Range(0, Letters).Select(index => Alphabet[FiveBits(hash, index * BitsInLetter)]);
        return string.Join('-', letters.Chunk(LettersInGroup).Select(group => new string(group)));
    }

    static int FiveBits(byte[] bytes, int first)
    {
        var pair = (bytes[first / 8] << 8) | bytes[(first / 8) + 1];
        return (pair >> (16 - BitsInLetter - (first % 8))) & 0b11111;
    }
}
