using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>
/// A moderator's public keys as four short groups that two people compare by voice: <c>7K3M-04QX-ZT9A-1BCD</c>. Somebody who wants other keys to read the
/// same must try 2^80 pairs.
/// </summary>
static class Fingerprint
{
    public const int Bytes = 10;

    /// <summary>The first 80 bits of <c>SHA-256(box || sign)</c>, both as 65 bytes, in Crockford's base32. The recovery key has no sign key.</summary>
    public static string Of(ReadOnlySpan<byte> boxKey, ReadOnlySpan<byte> signKey) => Crockford.Write(SHA256.HashData([.. boxKey, .. signKey]).AsSpan(..Bytes), '-');
}
