using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class DraftKeysTests
{
    static readonly Pepper Pepper = new([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);
    static readonly UInt128 Secret = new(0x0001020304050607, 0x08090a0b0c0d0e0f);

    /// <summary>The expected id was computed by Node's crypto module from the format's description.</summary>
    [Fact]
    public void A_draft_becomes_the_report_that_the_format_says() =>
        Assert.Equal("723ac9ec14478a10e6a4aa03dc940dce", DraftKeys.ReportId(Pepper, Secret));

    [Fact]
    public void Every_secret_and_every_pepper_gives_another_report()
    {
        var other = new Pepper(new byte[32]);
        string[] ids = [DraftKeys.ReportId(Pepper, Secret), DraftKeys.ReportId(Pepper, Secret + 1), DraftKeys.ReportId(Pepper, 0), DraftKeys.ReportId(other, Secret)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }
}
