using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>What a draft's secret decides. Without the pepper, nothing in the database can be matched to a button in a chat.</summary>
static class DraftKeys
{
    const int SeedLength = 48;
    const int DigitsLength = 24;
    const int IdLength = 16;

    /// <summary>How many receipts there are: 19 digits, before the one that checks them.</summary>
    static readonly UInt128 Receipts = 10_000_000_000_000_000_000;

    /// <summary>The id of the report that this draft becomes, the same at every tap: 32 hexadecimal digits.</summary>
    public static string ReportId(Pepper pepper, UInt128 secret) =>
        Derive(pepper, secret, "mb1|draft"u8, SeedLength, seed => Convert.ToHexStringLower(seed.Slice(DigitsLength, IdLength)));

    /// <summary>The number of the receipt that belongs to that report, below 10^19; as secret as the receipt itself.</summary>
    public static UInt128 ReceiptNumber(Pepper pepper, UInt128 secret) =>
        Derive(pepper, secret, "mb1|draft"u8, SeedLength, seed =>
        {
            var number = UInt128.Zero;
            foreach (var next in seed[..DigitsLength])
                number = ((number << 8) | next) % Receipts;
            return number;
        });

    /// <summary>The id of the envelope that words added with this secret go into, so that a second tap adds nothing: 32 hexadecimal digits.</summary>
    public static string AdditionId(Pepper pepper, UInt128 secret) =>
        Derive(pepper, secret, "mb1|addition"u8, IdLength, id => Convert.ToHexStringLower(id));

    /// <summary>The id of the envelope into which the person's own browser seals this draft, so that a browser cannot choose one: 32 hexadecimal digits.</summary>
    public static string SealedId(Pepper pepper, UInt128 secret) =>
        Derive(pepper, secret, "mb1|sealed"u8, IdLength, id => Convert.ToHexStringLower(id));

    static T Derive<T>(Pepper pepper, UInt128 secret, ReadOnlySpan<byte> info, int length, Func<ReadOnlySpan<byte>, T> use)
    {
        Span<byte> key = stackalloc byte[16];
        Span<byte> seed = stackalloc byte[length];
        using var erasingKey = new Erasing(key);
        using var erasingSeed = new Erasing(seed);
        BinaryPrimitives.WriteUInt128BigEndian(key, secret);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, seed, pepper.Reveal(), info);
        return use(seed);
    }
}
