using System.Security.Cryptography;
using System.Text;
using MigrantBot.Tests.Emulator;

namespace MigrantBot.Tests.Journeys;

/// <summary>A search that finds nothing says something only if it finds what is planted.</summary>
public sealed class TracesTests
{
    const long Chat = 5_100_200_301;

    static readonly byte[] Pepper = SHA256.HashData("pepper"u8);
    static readonly byte[] Noise = [.. Enumerable.Range(0, 500).SelectMany(number => SHA256.HashData(BitConverter.GetBytes(number)))];

    readonly Traces traces = new Traces(("the pepper", Pepper), ("the token", Encoding.UTF8.GetBytes(BotApiEmulator.Token)))
        .Of("the chat", Chat).Of("the first name", TestUser.FirstName).Of("the phone", TestUser.Phone);

    [Fact]
    public void Nothing_is_found_in_noise() => Assert.Empty(traces.In(Noise));

    [Fact]
    public void Every_form_is_found_where_it_is_planted()
    {
        Assert.True(traces.All.Count > 100);
        foreach (var trace in traces.All)
            Assert.Contains(trace.What, traces.In([.. Noise, .. trace.Bytes, .. Noise]));
    }

    /// <summary>The forms made anew, by other means than the search makes them.</summary>
    public static TheoryData<string, string> Plants => new()
    {
        { "decimal", Ascii("5100200301") },
        { "hexadecimal", Ascii("12ffee16d") },
        { "HEXADECIMAL", Ascii("0x12FFEE16D") },
        { "little-endian", Convert.ToHexString(BitConverter.GetBytes(Chat)) },
        { "big-endian", Convert.ToHexString(BitConverter.GetBytes(Chat).Reverse().ToArray()) },
        { "as SQLite stores it, in six bytes", Convert.ToHexString(BitConverter.GetBytes(Chat).Reverse().Skip(2).ToArray()) },
        { "base64 of the digits within JSON", Ascii(Convert.ToBase64String("{\"chat\":5100200301}"u8)) },
        { "base64 of eight bytes", Ascii(Convert.ToBase64String(BitConverter.GetBytes(Chat))) },
        { "SHA-256, raw", Convert.ToHexString(SHA256.HashData("5100200301"u8)) },
        { "SHA-256, hexadecimal", Ascii(Convert.ToHexString(SHA256.HashData("5100200301"u8)).ToLowerInvariant()) },
        { "SHA-256, base64", Ascii(Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(Chat)))) },
        { "HMAC with the pepper", Convert.ToHexString(HMACSHA256.HashData(Pepper, "5100200301"u8)) },
        { "HMAC with the pepper, shortened to 16 digits", Ascii(Convert.ToHexString(HMACSHA256.HashData(Pepper, BitConverter.GetBytes(Chat)))[..16]) },
        { "HMAC with the token, base64", Ascii(Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(BotApiEmulator.Token), "5100200301"u8))) },
        { "the name in UTF-16", Convert.ToHexString(Encoding.Unicode.GetBytes("Зафарбек")) },
        { "the name escaped", Ascii("\\u0417\\u0430\\u0444\\u0430\\u0440\\u0431\\u0435\\u043a") },
        { "the phone in an address", Ascii("%2B998901112233") },
    };

    [Theory]
    [MemberData(nameof(Plants))]
    public void A_plant_is_found(string what, string hexadecimal) =>
        Assert.True(traces.In([.. Noise, .. Convert.FromHexString(hexadecimal), .. Noise]).Count > 0, what);

    static string Ascii(string text) => Convert.ToHexString(Encoding.ASCII.GetBytes(text));
}
