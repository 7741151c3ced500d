using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using MigrantBot.Core.Reporting;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

/// <summary>The expected values were computed by Node's crypto module from the format's description.</summary>
public sealed class DraftKeysTests
{
    static readonly Pepper Pepper = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    static readonly UInt128 Secret = new(0x0001020304050607, 0x08090a0b0c0d0e0f);

    [Fact]
    public void A_draft_becomes_the_report_that_the_format_says() =>
        Assert.Equal("723ac9ec14478a10e6a4aa03dc940dce", DraftKeys.ReportId(Pepper, Secret));

    [Fact]
    public void Its_receipt_has_the_number_that_the_format_says() =>
        Assert.Equal("1266453852234026735", DraftKeys.ReceiptNumber(Pepper, Secret).ToString("D19", CultureInfo.InvariantCulture));

    [Fact]
    public void Words_added_with_it_go_into_the_envelope_that_the_format_says() =>
        Assert.Equal("33466686fd0df20af5c39823ffe0d13e", DraftKeys.AdditionId(Pepper, Secret));

    [Fact]
    public void Every_secret_and_every_pepper_gives_another_report_receipt_and_addition()
    {
        (Pepper, UInt128)[] all = [(Pepper, Secret), (Pepper, Secret + 1), (Pepper, 0), (new Pepper(new byte[32]), Secret)];
        Assert.Equal(all.Length, all.Select(one => DraftKeys.ReportId(one.Item1, one.Item2)).Distinct().Count());
        Assert.Equal(all.Length, all.Select(one => DraftKeys.ReceiptNumber(one.Item1, one.Item2)).Distinct().Count());
        Assert.Equal(all.Length, all.Select(one => DraftKeys.AdditionId(one.Item1, one.Item2)).Distinct().Count());
    }

    [Fact]
    public void The_number_is_all_24_bytes_and_always_that_of_a_receipt()
    {
        for (var secret = UInt128.Zero; secret < 200; secret++)
        {
            var ikm = new byte[16];
            ikm[15] = (byte)secret;
            var seed = HKDF.DeriveKey(HashAlgorithmName.SHA256, ikm, 48, Pepper.Reveal().ToArray(), "mb1|draft"u8.ToArray());
            var expected = new BigInteger(seed.AsSpan(..24), isUnsigned: true, isBigEndian: true) % BigInteger.Pow(10, 19);
            var number = DraftKeys.ReceiptNumber(Pepper, secret);
            Assert.Equal(expected, (BigInteger)number);
            Assert.NotNull(Receipt.Read(Receipt.Of(number).Reveal()));
        }
    }
}
