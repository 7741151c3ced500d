using System.Security.Cryptography;
using System.Text;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class ReceiptKeysTests
{
    const string Digits = "12664538522340267351";
    static readonly Pepper Pepper = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    /// <summary>The expected values were computed by Node's crypto module and @hpke/core from the format's description.</summary>
    [Fact]
    public void A_receipt_gives_the_lookup_and_the_pair_that_the_format_says()
    {
        using var keys = ReceiptKeys.Derive(Pepper, Digits);
        Assert.Equal("4b25fe82773debdeecdece64806afeedb691baa94edbcf98efebcad44e1e412b", keys.Lookup);
        Assert.Equal(
            "046285850ec290557d1494a35316c0e86a1b3c0f0aa0c47f114106dba328faa59393cdca384b39449440ea35cf2092be44355b0168c0ae002cb3f4c6480c74b1ec",
            Convert.ToHexStringLower(keys.PublicKey));
    }

    [Fact]
    public void The_same_receipt_gives_the_same_keys_and_every_other_receipt_or_pepper_others()
    {
        (Pepper Pepper, string Digits)[] receipts = [(Pepper, Digits), (Pepper, "12664538522340267350"), (new(new byte[32]), Digits)];
        var all = receipts.Select(one =>
        {
            using var keys = ReceiptKeys.Derive(one.Pepper, one.Digits);
            using var again = ReceiptKeys.Derive(one.Pepper, one.Digits);
            Assert.Equal((keys.Lookup, Convert.ToHexString(keys.PublicKey)), (again.Lookup, Convert.ToHexString(again.PublicKey)));
            return (keys.Lookup, Key: Convert.ToHexString(keys.PublicKey));
        }).ToList();
        Assert.Equal(all.Count, all.Select(one => one.Lookup).Distinct().Count());
        Assert.Equal(all.Count, all.Select(one => one.Key).Distinct().Count());
    }

    [Fact]
    public void What_is_sealed_to_its_public_key_opens_with_the_receipt_alone()
    {
        var place = new Binding("r1", "e1", Direction.Reply);
        using var known = ReceiptKeys.Derive(Pepper, Digits);
        var envelope = Envelope.Seal("text"u8, place, [new("reporter", known.PublicKey)], RandomNumberGenerator.Fill);

        using var back = ReceiptKeys.Derive(Pepper, Digits);
        using var other = ReceiptKeys.Derive(Pepper, "12664538522340267350");
        Assert.Equal("text", Encoding.UTF8.GetString(Envelope.Open(envelope.Body, envelope.Keys[0].SealedKey, place, back.Pair)!));
        Assert.Null(Envelope.Open(envelope.Body, envelope.Keys[0].SealedKey, place, other.Pair));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1266453852234026735")]
    [InlineData("126645385223402673510")]
    [InlineData("1266 4538 5223 4026 7351")]
    [InlineData("1266453852234026735٣")]
    public void Anything_but_20_digits_is_a_bug(string digits) =>
        Assert.Throws<ArgumentException>(() => ReceiptKeys.Derive(Pepper, digits));

    [Fact]
    public void A_secret_is_overwritten_when_it_goes_out_of_scope()
    {
        byte[] secret = [1, 2, 3];
        Assert.Throws<InvalidOperationException>(() => Use(secret));
        Assert.Equal(new byte[3], secret);

        static void Use(byte[] secret)
        {
            using var erasing = new Erasing(secret);
            throw new InvalidOperationException();
        }
    }
}
