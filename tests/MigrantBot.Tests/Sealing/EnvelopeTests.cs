using System.Security.Cryptography;
using System.Text;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class EnvelopeTests : IDisposable
{
    static readonly Binding Place = new("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "00112233445566778899aabbccddeeff", Direction.Report);

    readonly ECDiffieHellman moderator = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    readonly ECDiffieHellman recovery = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public void Dispose()
    {
        moderator.Dispose();
        recovery.Dispose();
    }

    [Fact]
    public void Every_recipient_opens_it_with_his_own_key_only()
    {
        var envelope = Seal("Мени мажбурлашди");
        Assert.Equal(["moderator", "recovery"], envelope.Keys.Select(key => key.RecipientId));
        Assert.Equal("Мени мажбурлашди", Open(envelope, Place, 0, moderator));
        Assert.Equal("Мени мажбурлашди", Open(envelope, Place, 1, recovery));
        Assert.Null(Open(envelope, Place, 0, recovery));
        Assert.Null(Open(envelope, Place, 1, moderator));
    }

    [Fact]
    public void It_opens_nowhere_but_in_its_own_place()
    {
        var envelope = Seal("text");
        Assert.Null(Open(envelope, Place with { ReportId = "0f1e2d3c4b5a69788796a5b4c3d2e1f1" }, 0, moderator));
        Assert.Null(Open(envelope, Place with { EnvelopeId = "00112233445566778899aabbccddeefe" }, 0, moderator));
        Assert.Null(Open(envelope, Place with { Direction = Direction.Addition }, 0, moderator));
        Assert.Null(Open(envelope, Place with { Direction = Direction.Reply }, 0, moderator));
    }

    [Fact]
    public void A_body_does_not_open_with_the_key_of_another_envelope_of_the_same_place()
    {
        var (first, second) = (Seal("one"), Seal("two"));
        Assert.Null(Envelope.Open(first.Body, second.Keys[0].SealedKey, Place, moderator));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_body_or_key_is_refused()
    {
        var envelope = Seal("text");
        var key = envelope.Keys[0].SealedKey;
        foreach (var at in Enumerable.Range(0, 40).Concat([1000, 2000, envelope.Body.Length - 17, envelope.Body.Length - 1]))
            Assert.Null(Envelope.Open(Flip(envelope.Body, at), key, Place, moderator));
        for (var at = 0; at < key.Length; at++)
            Assert.Null(Envelope.Open(envelope.Body, Flip(key, at), Place, moderator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public void Another_version_is_refused(byte version)
    {
        var envelope = Seal("text");
        Assert.Null(Envelope.Open([version, .. envelope.Body[1..]], envelope.Keys[0].SealedKey, Place, moderator));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(28)]
    [InlineData(29)]
    [InlineData(2048)]
    public void A_cut_body_is_refused(int length)
    {
        var envelope = Seal("text");
        Assert.Null(Envelope.Open(envelope.Body.AsSpan(..length), envelope.Keys[0].SealedKey, Place, moderator));
        Assert.Null(Envelope.Open([.. envelope.Body, 0], envelope.Keys[0].SealedKey, Place, moderator));
        Assert.Null(Envelope.Open(envelope.Body, envelope.Keys[0].SealedKey.AsSpan(..^1), Place, moderator));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2047, 1)]
    [InlineData(2048, 2)]
    [InlineData(4095, 2)]
    [InlineData(4096, 3)]
    [InlineData(14000, 7)]
    public void The_length_tells_only_the_step_and_any_length_comes_back(int length, int steps)
    {
        var text = new string('a', length);
        var envelope = Seal(text);
        Assert.Equal(1 + 12 + steps * 2048 + 16, envelope.Body.Length);
        Assert.Equal(text, Open(envelope, Place, 0, moderator));
        Assert.All(envelope.Keys, key => Assert.Equal(65 + 32 + 16, key.SealedKey.Length));
    }

    [Theory]
    [InlineData("80")]
    [InlineData("8000")]
    [InlineData("00")]
    [InlineData("610080008000")]
    public void Text_that_looks_like_padding_comes_back_whole(string hex)
    {
        var text = Convert.FromHexString(hex);
        Assert.Equal(text, Padding.Remove(Padding.Add(text)));
    }

    [Fact]
    public void Bytes_without_padding_are_refused()
    {
        Assert.Null(Padding.Remove(new byte[2048]));
        Assert.Null(Padding.Remove([]));
        Assert.Null(Padding.Remove([0x61, 0x80]));
        Assert.Null(Padding.Remove([.. new byte[2047], 0x61]));
    }

    [Fact]
    public void Two_seals_of_one_text_share_nothing()
    {
        var (first, second) = (Seal("text"), Seal("text"));
        Assert.NotEqual(first.Body[1..13], second.Body[1..13]);
        Assert.NotEqual(first.Body[13..], second.Body[13..]);
        Assert.NotEqual(first.Keys[0].SealedKey[..65], second.Keys[0].SealedKey[..65]);
        Assert.NotEqual(first.Keys[0].SealedKey[..65], first.Keys[1].SealedKey[..65]);
    }

    [Fact]
    public void Sealing_for_nobody_is_a_bug() =>
        Assert.Throws<ArgumentException>(() => Envelope.Seal("text"u8, Place, [], RandomNumberGenerator.Fill));

    [Theory]
    [InlineData("a|b")]
    [InlineData("")]
    [InlineData("é")]
    public void An_id_that_could_be_read_two_ways_is_a_bug(string id)
    {
        Assert.Throws<ArgumentException>(() => (Place with { ReportId = id }).ToBytes());
        Assert.Throws<ArgumentException>(() => (Place with { EnvelopeId = id }).ToBytes());
    }

    [Fact]
    public void The_place_is_written_as_the_format_says() =>
        Assert.Equal("mb1|0f1e2d3c4b5a69788796a5b4c3d2e1f0|00112233445566778899aabbccddeeff|2", Encoding.ASCII.GetString((Place with { Direction = Direction.Reply }).ToBytes()));

    Envelope Seal(string text) => Envelope.Seal(
        Encoding.UTF8.GetBytes(text),
        Place,
        [new("moderator", P256.PublicKeyOf(moderator)), new("recovery", P256.PublicKeyOf(recovery))],
        RandomNumberGenerator.Fill);

    static string? Open(Envelope envelope, Binding place, int key, ECDiffieHellman pair) =>
        Envelope.Open(envelope.Body, envelope.Keys[key].SealedKey, place, pair) is { } text ? Encoding.UTF8.GetString(text) : null;

    static byte[] Flip(byte[] bytes, int at)
    {
        var flipped = bytes.ToArray();
        flipped[at] ^= 0x80;
        return flipped;
    }
}
