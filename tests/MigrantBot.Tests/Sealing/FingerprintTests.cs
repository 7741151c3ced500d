using System.Numerics;
using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class FingerprintTests
{
    static readonly byte[] Box = [4, .. Enumerable.Range(1, 64).Select(number => (byte)number)];
    static readonly byte[] Sign = [4, .. Enumerable.Range(101, 64).Select(number => (byte)number)];

    [Fact]
    public void It_is_the_first_eighty_bits_of_the_hash_as_one_number_in_base_32()
    {
        var number = new BigInteger(SHA256.HashData([.. Box, .. Sign]).AsSpan(0, 10), isUnsigned: true, isBigEndian: true);
        var letters = "";
        for (var letter = 0; letter < 16; letter++, number >>= 5)
            letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[(int)(number & 31)] + letters;

        Assert.Equal($"{letters[..4]}-{letters[4..8]}-{letters[8..12]}-{letters[12..]}", Fingerprint.Of(Box, Sign));
    }

    [Fact]
    public void Each_of_the_two_keys_and_their_order_matter()
    {
        string[] all = [Fingerprint.Of(Box, Sign), Fingerprint.Of(Sign, Box), Fingerprint.Of(Box, Box), Fingerprint.Of(Sign, Sign)];
        Assert.Equal(4, all.Distinct().Count());
    }
}
