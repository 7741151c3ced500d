using System.Buffers.Binary;
using System.Buffers.Text;

namespace MigrantBot.Core.Reporting;

/// <summary>
/// A draft as 29 letters of base64url: 22 of the secret, 7 of the facets in fields of fixed width (0 is unsaid). Reading is strict:
/// each draft has exactly one code, anything else is null.
/// </summary>
public static class DraftCode
{
    const int SecretLetters = 22;
    const int FacetLetters = 7;

    public static string Write(Draft draft) => WriteSecret(draft.Secret) + WriteFacets(draft.Facets);

    public static Draft? Read(string code)
    {
        if (code.Length != SecretLetters + FacetLetters)
            return null;
        var draft = ReadSecret(code[..SecretLetters]) is { } secret && ReadFacets(code[SecretLetters..]) is { } facets ? new Draft(secret, facets) : null;
        return draft is not null && Write(draft) == code ? draft : null;
    }

    public static string WriteFacets(Facets facets)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Bits(facets) << (64 - (FacetLetters * 6)));
        return Base64Url.EncodeToString(bytes)[..FacetLetters];
    }

    /// <summary>Facets as one number: other facets, another number; none, zero.</summary>
    internal static ulong Bits(Facets facets)
    {
        ulong bits = 0;
        void Add(int? value, int width)
        {
            var field = (uint)(value + 1 ?? 0);
            bits = field >> width == 0 ? (bits << width) | field : throw new InvalidOperationException($"{field} does not fit {width} bits: give the field more, and the screens other names.");
        }
        Add((int?)facets.Who, 2);
        Add((int?)facets.When, 3);
        Add((int?)facets.Region, 4);
        Add((int?)facets.Site, 4);
        Add((int?)facets.Actor, 4);
        Add((int)facets.Methods - 1, 10);
        Add((int?)facets.Stage, 4);
        Add((int?)facets.Citizenship, 3);
        Add((int?)facets.RussianPassport, 2);
        Add((int?)facets.Deadline, 2);
        return bits;
    }

    public static Facets? ReadFacets(string code)
    {
        if (code.Length != FacetLetters || !Base64Url.IsValid(code + "AAAA"))
            return null;
        var bits = BinaryPrimitives.ReadUInt64BigEndian(Base64Url.DecodeFromChars(code + "AAAA")) >> (64 - (FacetLetters * 6));
        int? Take(int width)
        {
            var field = (int)(bits & ((1UL << width) - 1));
            bits >>= width;
            return field == 0 ? null : field - 1;
        }
        var facets = new Facets
        {
            Deadline = (Deadline?)Take(2),
            RussianPassport = (RussianPassport?)Take(2),
            Citizenship = (Citizenship?)Take(3),
            Stage = (Stage?)Take(4),
            Methods = (Methods)(Take(10) + 1 ?? 0),
            Actor = (Actor?)Take(4),
            Site = (Site?)Take(4),
            Region = (Region?)Take(4),
            When = (When?)Take(3),
            Who = (Who?)Take(2),
        };
        return bits == 0 && AreKnown(facets) && WriteFacets(facets) == code ? facets : null;
    }

    static bool AreKnown(Facets facets) =>
        IsKnown(facets.Who) && IsKnown(facets.When) && IsKnown(facets.Region) && IsKnown(facets.Site) && IsKnown(facets.Actor)
        && IsKnown(facets.Stage) && IsKnown(facets.Citizenship) && IsKnown(facets.RussianPassport) && IsKnown(facets.Deadline);

    static bool IsKnown<T>(T? value) where T : struct, Enum => value is not { } said || Enum.IsDefined(said);

    internal static string WriteSecret(UInt128 secret)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, secret);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>The secret with exactly this code, or null.</summary>
    internal static UInt128? ReadSecret(string code)
    {
        Span<byte> bytes = stackalloc byte[16];
        return code.Length == SecretLetters && Base64Url.IsValid(code) && Base64Url.TryDecodeFromChars(code, bytes, out var written) && written == 16
            && BinaryPrimitives.ReadUInt128BigEndian(bytes) is var secret && WriteSecret(secret) == code
            ? secret
            : null;
    }
}
