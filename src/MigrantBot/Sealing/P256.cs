using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>Fills the span with secret random bytes: <see cref="RandomNumberGenerator.Fill"/> at the edge, fixed numbers in tests.</summary>
delegate void Randomness(Span<byte> bytes);

/// <summary>Keys on the curve P-256 as bytes: a public key is 0x04 || x || y, a private key the 32-byte number.</summary>
static class P256
{
    public const int PublicKeyLength = 65;
    public const int PrivateKeyLength = 32;
    const byte Uncompressed = 0x04;

    /// <summary>How many private keys there are, big-endian: a private key is at least 1 and below this.</summary>
    static ReadOnlySpan<byte> Order =>
    [
        0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xbc, 0xe6, 0xfa, 0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ];

    /// <summary>The public key in these bytes; null for anything but an uncompressed point on the curve.</summary>
    public static ECDiffieHellman? ReadPublicKey(ReadOnlySpan<byte> bytes) => ReadPoint(bytes, ECDiffieHellman.Create);

    /// <summary>True for a key that can be sealed to. Nobody could open what is sealed to anything else.</summary>
    public static bool IsPublicKey(ReadOnlySpan<byte> bytes)
    {
        using var key = ReadPublicKey(bytes);
        return key is not null;
    }

    /// <summary>The same as the key that checks signatures.</summary>
    public static ECDsa? ReadCheckingKey(ReadOnlySpan<byte> bytes) => ReadPoint(bytes, ECDsa.Create);

    /// <summary>The key pair of this private number; null for zero, a number too large, or another length.</summary>
    public static ECDiffieHellman? ReadPrivateKey(ReadOnlySpan<byte> number)
    {
        if (number.Length != PrivateKeyLength || !number.ContainsAnyExcept((byte)0) || number.SequenceCompareTo(Order) >= 0)
            return null;
        var copy = number.ToArray();
        using var erasing = new Erasing(copy);
        return Import(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = copy }, ECDiffieHellman.Create);
    }

    public static byte[] PublicKeyOf(ECDiffieHellman key) => Write(key.ExportParameters(includePrivateParameters: false).Q);

    public static byte[] PublicKeyOf(ECDsa key) => Write(key.ExportParameters(includePrivateParameters: false).Q);

    static byte[] Write(ECPoint point) => [Uncompressed, .. point.X!, .. point.Y!];

    static T? ReadPoint<T>(ReadOnlySpan<byte> bytes, Func<ECParameters, T> create) where T : class
    {
        if (bytes.Length != PublicKeyLength || bytes[0] != Uncompressed)
            return null;
        var point = new ECPoint { X = bytes[1..33].ToArray(), Y = bytes[33..].ToArray() };
        return Import(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = point }, create);
    }

    /// <summary>The platform says by an exception that a point is not on the curve; to us it is an answer.</summary>
    static T? Import<T>(ECParameters parameters, Func<ECParameters, T> create) where T : class
    {
        try
        {
            return create(parameters);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
