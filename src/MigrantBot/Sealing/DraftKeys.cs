using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MigrantBot.Sealing;

/// <summary>What a draft's secret decides. Without the pepper, an id in the database cannot be matched to a button in a chat.</summary>
static class DraftKeys
{
    const int SeedLength = 48;
    const int DigitsLength = 24;
    const int IdLength = 16;

    /// <summary>The id of the report that this draft becomes, the same at every tap: 32 hexadecimal digits.</summary>
    public static string ReportId(Pepper pepper, UInt128 secret)
    {
        Span<byte> seed = stackalloc byte[SeedLength];
        Span<byte> key = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(key, secret);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, seed, pepper.Reveal(), "mb1|draft"u8);
        return Convert.ToHexStringLower(seed.Slice(DigitsLength, IdLength));
    }
}
