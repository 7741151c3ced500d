using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Sealing;

/// <summary>
/// A moderator's private keys under their passcode, as browsers wrap them (docs/formats.md). Only a demo wraps here: its moderators are nobody, and their
/// passcodes are told.
/// </summary>
static class WrappedKeys
{
    public const int Rounds = 600_000;
    public const int SaltLength = 16;
    const int PasscodeBytes = 10;

    /// <summary>80 random bits, as <c>XXXX-XXXX-XXXX-XXXX</c>.</summary>
    public static string FreshPasscode(Randomness random)
    {
        Span<byte> bytes = stackalloc byte[PasscodeBytes];
        random(bytes);
        return Crockford.Write(bytes, '-');
    }

    /// <summary>Nonce, then both keys sealed under the passcode and bound to the moderator's id.</summary>
    public static byte[] Wrap(string moderator, string passcode, ReadOnlySpan<byte> salt, ECDiffieHellman box, ECDsa sign, Randomness random)
    {
        var (first, second) = (box.ExportPkcs8PrivateKey(), sign.ExportPkcs8PrivateKey());
        var plain = new byte[sizeof(ushort) + first.Length + second.Length];
        using var erasing = new Erasing(plain);
        BinaryPrimitives.WriteUInt16BigEndian(plain, (ushort)first.Length);
        first.CopyTo(plain, sizeof(ushort));
        second.CopyTo(plain, sizeof(ushort) + first.Length);
        var nonce = new byte[Gcm.NonceLength];
        random(nonce);
        var password = Encoding.ASCII.GetBytes(passcode.Replace("-", "", StringComparison.Ordinal));
        var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, Rounds, HashAlgorithmName.SHA256, Gcm.KeyLength);
        return [.. nonce, .. Gcm.Seal(key, nonce, Encoding.ASCII.GetBytes($"mb1|mod|{moderator}"), plain)];
    }
}
