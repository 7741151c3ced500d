using System.Security.Cryptography;
using MigrantBot.Publications;

namespace MigrantBot.Tests.Publications;

public sealed class NgoKeyTests
{
    [Fact]
    public void A_key_has_its_form_is_read_again_and_prints_without_its_secret()
    {
        var keys = Enumerable.Range(0, 200).Select(_ => NgoKey.Make(RandomNumberGenerator.Fill)).ToList();
        Assert.All(keys, key =>
        {
            Assert.Matches("^mb_[a-km-np-z2-9]{8}_[A-Za-z0-9_-]{43}$", key.Reveal());
            Assert.Equal(key.Sha256, NgoKey.Read(key.Reveal())!.Sha256);
            Assert.Equal($"mb_{key.Prefix}_…", $"{key}");
        });
        Assert.Equal(200, keys.Select(key => key.Reveal()).Distinct().Count());
        Assert.Equal(200, keys.Select(key => key.Prefix).Distinct().Count());
    }

    [Fact]
    public void What_is_stored_is_the_hash_of_the_whole_key()
    {
        var key = NgoKey.Make(bytes => bytes.Clear());
        Assert.Equal($"mb_aaaaaaaa_{new string('A', 43)}", key.Reveal());
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"u8)), key.Sha256);
    }

    [Theory]
    [InlineData("")]
    [InlineData("mb_")]
    [InlineData("mb_aaaaaaaa_")]
    [InlineData("mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n")]
    [InlineData(" mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("MB_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("mb_aaaaaaaa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+")]
    public void Anything_else_is_no_key(string text) => Assert.Null(NgoKey.Read(text));
}
