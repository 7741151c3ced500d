using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

/// <summary>The numbers are the official ones of RFC 9180 (CFRG test vectors, mode 0, KEM 16, KDF 1, AEAD 2; key pairs also of AEAD 1, 3 and 65535).</summary>
public sealed class HpkeTests
{
    const string SeedOfSender = "a90d3417c3da9cb6c6ae19b4b5dd6cc9529a4cc24efb7ae0ace1f31887a8cd6c";
    const string Enc = "04c06b4f6bebc7bb495cb797ab753f911aff80aefb86fd8b6fcc35525f3ab5f03e0b21bd31a86c6048af3cb2d98e0d3bf01da5cc4c39ff5370d331a4f1f7d5a4e0";
    const string SeedOfRecipient = "a0ce15d49e28bd47a18a97e147582d814b08cbe00109fed5ec27d1b4e9f6f5e3";
    const string PrivateKey = "317f915db7bc629c48fe765587897e01e282d3e8445f79f27f65d031a88082b2";
    const string PublicKey = "04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c";
    const string Info = "4f6465206f6e2061204772656369616e2055726e";
    const string Aad = "436f756e742d30";
    const string Plaintext = "4265617574792069732074727574682c20747275746820626561757479";
    const string Ciphertext = "58c61a45059d0c5704560e9d88b564a8b63f1364b8d1fcb3c4c6ddc1d291742465e902cd216f8908da49f8f96f";

    [Fact]
    public void Sealing_gives_the_official_bytes() =>
        Assert.Equal(Enc + Ciphertext, Hex(Hpke.Seal(Bytes(PublicKey), Bytes(Info), Bytes(Aad), Bytes(Plaintext), Fixed(SeedOfSender))));

    [Fact]
    public void The_official_bytes_open()
    {
        using var pair = P256.ReadPrivateKey(Bytes(PrivateKey))!;
        Assert.Equal(Plaintext, Hex(Hpke.Open(pair, Bytes(Info), Bytes(Aad), Bytes(Enc + Ciphertext))!));
    }

    [Fact]
    public void Both_sides_come_to_the_official_secret_key_and_nonce()
    {
        using var sender = Hpke.DeriveKeyPair(Bytes(SeedOfSender));
        using var recipient = P256.ReadPrivateKey(Bytes(PrivateKey))!;
        const string expected = "48893fecd82f7c3456af6a42d8f56325d21e08c10fa81299986aaff54cde7b49";
        var secret = Hpke.SharedSecret(sender, recipient, Bytes(Enc), Bytes(PublicKey));
        Assert.Equal(expected, Hex(secret));
        Assert.Equal(expected, Hex(Hpke.SharedSecret(recipient, sender, Bytes(Enc), Bytes(PublicKey))));

        var (key, nonce) = Hpke.Schedule(secret, Bytes(Info));
        Assert.Equal("ee16802a936d5f544771131900ee6973d0551de9e852ece2ef34bf0d5f9e1d1d", Hex(key));
        Assert.Equal("9bc50980832a7b4b58c40161", Hex(nonce));
    }

    [Theory]
    [InlineData(SeedOfRecipient, PrivateKey, PublicKey)]
    [InlineData(
        "668b37171f1072f3cf12ea8a236a45df23fc13b82af3609ad1e354f6ef817550",
        "f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2",
        "04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0")]
    [InlineData(
        "61092f3f56994dd424405899154a9918353e3e008171517ad576b900ddb275e7",
        "a4d1c55836aa30f9b3fbb6ac98d338c877c2867dd3a77396d13f68d3ab150d3b",
        "04a697bffde9405c992883c5c439d6cc358170b51af72812333b015621dc0f40bad9bb726f68a5c013806a790ec716ab8669f84f6b694596c2987cf35baba2a006")]
    [InlineData(
        "c6638d8079a235ea4054885355a7caefee67151c6ff2a04f4ba26d099c3a8b02",
        "62c3868357a464f8461d03aa0182c7cebcde841036aea7230ddc7339f1088346",
        "046c6bb9e1976402c692fef72552f4aaeedd83a5e5079de3d7ae732da0f397b15921fb9c52c9866affc8e29c0271a35937023a9245982ec18bab1eb157cf16fc33")]
    public void A_seed_gives_the_official_key_pair(string seed, string privateKey, string publicKey)
    {
        using var pair = Hpke.DeriveKeyPair(Bytes(seed));
        Assert.Equal(privateKey, Hex(pair.ExportParameters(includePrivateParameters: true).D!));
        Assert.Equal(publicKey, Hex(P256.PublicKeyOf(pair)));
    }

    [Fact]
    public void Nothing_but_the_sealed_message_with_its_own_info_and_data_opens()
    {
        using var pair = P256.ReadPrivateKey(Bytes(PrivateKey))!;
        using var stranger = Hpke.DeriveKeyPair(Bytes(SeedOfSender));
        var message = Bytes(Enc + Ciphertext);
        for (var at = 0; at < message.Length; at++)
        {
            var flipped = message.ToArray();
            flipped[at] ^= 1;
            Assert.Null(Hpke.Open(pair, Bytes(Info), Bytes(Aad), flipped));
            Assert.Null(Hpke.Open(pair, Bytes(Info), Bytes(Aad), message.AsSpan(..at)));
        }
        Assert.Null(Hpke.Open(pair, [], Bytes(Aad), message));
        Assert.Null(Hpke.Open(pair, Bytes(Info), [], message));
        Assert.Null(Hpke.Open(stranger, Bytes(Info), Bytes(Aad), message));
        Assert.Null(Hpke.Open(pair, Bytes(Info), Bytes(Aad), [.. message, 0]));
    }

    [Fact]
    public void Real_randomness_seals_one_text_differently_each_time()
    {
        using var pair = P256.ReadPrivateKey(Bytes(PrivateKey))!;
        var first = Hpke.Seal(Bytes(PublicKey), [], [], Bytes(Plaintext), RandomNumberGenerator.Fill);
        var second = Hpke.Seal(Bytes(PublicKey), [], [], Bytes(Plaintext), RandomNumberGenerator.Fill);
        Assert.NotEqual(Hex(first)[..130], Hex(second)[..130]);
        Assert.Equal(Plaintext, Hex(Hpke.Open(pair, [], [], first)!));
        Assert.Equal(Plaintext, Hex(Hpke.Open(pair, [], [], second)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("03abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f")]
    [InlineData("06abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c")]
    [InlineData("04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356d")]
    [InlineData("04abc7e49a4c6b3566d77d0304addc6ed0e98512ffccf505e6a8e3eb25c685136f853148544876de76c0f2ef99cdc3a05ccf5ded7860c7c021238f9e2073d2356c00")]
    [InlineData("0400000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000")]
    // The point with x = 0, written as x = p: the same place on the curve under a second name.
    [InlineData("04ffffffff00000001000000000000000000000000ffffffffffffffffffffffff66485c780e2f83d72433bd5d84a06bb6541c2af31dae871728bf856a174f93f4")]
    public void What_is_not_a_plain_point_on_the_curve_is_no_public_key(string bytes)
    {
        Assert.Null(P256.ReadPublicKey(Bytes(bytes)));
        Assert.Throws<ArgumentException>(() => Hpke.Seal(Bytes(bytes), [], [], [], RandomNumberGenerator.Fill));
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void What_is_not_between_one_and_the_order_is_no_private_key(string bytes) => Assert.Null(P256.ReadPrivateKey(Bytes(bytes)));

    [Fact]
    public void The_largest_private_key_is_one_below_the_order()
    {
        using var pair = P256.ReadPrivateKey(Bytes("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632550"));
        Assert.NotNull(pair);
    }

    static Randomness Fixed(string hex) => bytes => Bytes(hex).CopyTo(bytes);

    static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
