using System.Security.Cryptography;
using System.Text;

namespace MigrantBot.Sealing;

/// <summary>
/// What the 20 digits of a receipt decide: the value by which the report is found, and the pair to which replies are sealed. Without the
/// pepper no guess can be tried; with it every guess costs 10,000 rounds. Dispose it as soon as the replies are open.
/// </summary>
sealed class ReceiptKeys : IDisposable
{
    const int Rounds = 10_000;
    const int Digits = 20;
    const int Half = 32;

    ReceiptKeys(string lookup, ECDiffieHellman pair) => (Lookup, Pair) = (lookup, pair);

    /// <summary>Stands in the database beside the report: 64 hexadecimal digits.</summary>
    public string Lookup { get; }

    public ECDiffieHellman Pair { get; }

    /// <summary>The public half, which moderators seal their replies to.</summary>
    public byte[] PublicKey => P256.PublicKeyOf(Pair);

    /// <summary>Takes some milliseconds by intention, so that nobody tries receipts in great numbers.</summary>
    public static ReceiptKeys Derive(Pepper pepper, ReadOnlySpan<char> digits)
    {
        if (digits.Length != Digits || digits.ContainsAnyExceptInRange('0', '9'))
            throw new ArgumentException($"A receipt is {Digits} digits without a gap.", nameof(digits));
        Span<byte> password = stackalloc byte[Digits];
        Span<byte> salt = [.. pepper.Reveal(), .. "mb1|receipt"u8];
        Span<byte> derived = stackalloc byte[2 * Half];
        using var erasingPassword = new Erasing(password);
        using var erasingSalt = new Erasing(salt);
        using var erasingDerived = new Erasing(derived);
        Encoding.ASCII.GetBytes(digits, password);
        Rfc2898DeriveBytes.Pbkdf2(password, salt, derived, Rounds, HashAlgorithmName.SHA256);
        return new(LookupOf(pepper, derived[Half..]), Hpke.DeriveKeyPair(derived[..Half]));
    }

    public void Dispose() => Pair.Dispose();

    static string LookupOf(Pepper pepper, ReadOnlySpan<byte> half)
    {
        Span<byte> message = [.. "mb1|lookup|"u8, .. half];
        using var erasing = new Erasing(message);
        return Convert.ToHexStringLower(HMACSHA256.HashData(pepper.Reveal(), message));
    }
}
