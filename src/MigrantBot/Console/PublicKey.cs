using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace MigrantBot.Console;

/// <summary>Public halves of P-256 pairs, as browsers export them: 65 bytes, uncompressed.</summary>
static class PublicKey
{
    static readonly BigInteger Prime = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    /// <summary>True for a point of the curve. Nobody could open what is sealed to anything else, and reports would be lost.</summary>
    public static bool IsPoint(byte[] key)
    {
        if (key is not [4, .. { Length: 64 } coordinates])
            return false;
        var x = new BigInteger(coordinates.AsSpan(0, 32), isUnsigned: true, isBigEndian: true);
        var y = new BigInteger(coordinates.AsSpan(32), isUnsigned: true, isBigEndian: true);
        return x < Prime && y < Prime && (y * y - (x * x * x - 3 * x + B)) % Prime == 0;
    }

    /// <summary>True when the private half of this key signed the message: ECDSA with SHA-256, 64 bytes (IEEE P1363), as browsers sign.</summary>
    public static bool Verifies(byte[] key, byte[] message, byte[] signature)
    {
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = key[1..33], Y = key[33..] },
        });
        return verifier.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    static BigInteger Hex(string digits) => BigInteger.Parse("0" + digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
