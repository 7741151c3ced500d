using System.Security.Cryptography;
using System.Text;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class RecipientListTests
{
    static byte[] Point()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return P256.PublicKeyOf(key);
    }

    static readonly Listed Amina = new("a1", Point(), Point(), ["ru", "uz", "uz-Cyrl"]);
    static readonly Listed Bek = new("b2", Point(), Point(), ["tg"]);
    static readonly Listed Recovery = new(Listed.Recovery, Point(), [], []);
    static readonly RecipientList Good = new(7, new string('a', 64), [Amina, Bek, Recovery]);

    [Fact]
    public void A_list_is_written_in_one_way_only()
    {
        string Base64(byte[] key) => Convert.ToBase64String(key);

        Assert.Equal(
            $$"""{"v":7,"prev":"{{new string('a', 64)}}","recipients":[{"id":"a1","role":"moderator","box":"{{Base64(Amina.Box)}}","sign":"{{Base64(Amina.Sign)}}","languages":["ru","uz","uz-Cyrl"]},{"id":"b2","role":"moderator","box":"{{Base64(Bek.Box)}}","sign":"{{Base64(Bek.Sign)}}","languages":["tg"]},{"id":"recovery","role":"recovery","box":"{{Base64(Recovery.Box)}}"}]}""",
            Encoding.UTF8.GetString(Good.Write()));
        Assert.Equal(Good.Write(), (Good with { Recipients = [Recovery, Bek, Amina] }).Write());
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        var read = RecipientList.Read(Good.Write())!;

        Assert.Equal(Good.Write(), read.Write());
        Assert.Equal((7L, "a1 b2", true), (read.Version, string.Join(' ', read.Moderators.Select(one => one.Id)), read.Recovery is not null));
    }

    [Theory]
    [InlineData("{\"v\":7,", "{ \"v\":7,")]
    [InlineData("{\"v\":7,", "{\"v\":07,")]
    [InlineData("{\"v\":7,", "{\"v\":\"7\",")]
    [InlineData("{\"v\":7,", "{\"v\":7,\"v\":7,")]
    [InlineData("{\"v\":7,", "{\"V\":7,")]
    [InlineData("{\"v\":7,", "{\"v\":0,")]
    [InlineData("\"role\":\"moderator\"", "\"role\":\"administrator\"")]
    [InlineData("\"role\":\"recovery\"", "\"role\":\"moderator\"")]
    [InlineData("\"id\":\"a1\"", "\"id\":\"b2\"")]
    [InlineData("\"id\":\"a1\"", "\"id\":\"z9\"")]
    [InlineData("\"id\":\"a1\"", "\"id\":\"\"")]
    [InlineData("\"id\":\"recovery\"", "\"id\":\"reporter\"")]
    [InlineData("[\"tg\"]", "[]")]
    [InlineData("[\"tg\"]", "null")]
    [InlineData("[\"tg\"]", "[\"tg\",\"tg\"]")]
    [InlineData("[\"ru\",\"uz\",", "[\"uz\",\"ru\",")]
    [InlineData("]}", "],\"more\":1}")]
    [InlineData("]}", "]} ")]
    [InlineData("]}", "")]
    public void Whatever_is_written_otherwise_is_no_list(string part, string otherwise)
    {
        var text = Encoding.UTF8.GetString(Good.Write());
        Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Null(RecipientList.Read(Encoding.UTF8.GetBytes(text.Replace(part, otherwise, StringComparison.Ordinal))));
    }

    [Fact]
    public void Keys_off_the_curve_and_keys_of_two_people_are_no_list()
    {
        Listed[] wrongs = [Bek with { Box = [4, .. new byte[64]] }, Bek with { Sign = [] }, Bek with { Box = Amina.Box }, Bek with { Sign = Amina.Box }, Bek with { Box = Bek.Sign }];
        Assert.All(wrongs, wrong => Assert.Null(RecipientList.Read((Good with { Recipients = [Amina, wrong] }).Write())));
        Assert.Null(RecipientList.Read((Good with { Prev = "" }).Write()));
        Assert.Null(RecipientList.Read((Good with { Version = 1 }).Write()));
        Assert.NotNull(RecipientList.Read((Good with { Version = 1, Prev = "" }).Write()));
    }

    [Fact]
    public void Only_the_root_key_signs_and_only_this_list()
    {
        using ECDsa root = ECDsa.Create(ECCurve.NamedCurves.nistP256), other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (body, key) = (Good.Write(), RootKey.Read(RootKey.Of(root).ToString())!);
        var signature = RootKey.Sign(root, body);

        Assert.True(key.HasSigned(body, signature));
        Assert.False(key.HasSigned((Good with { Version = 8 }).Write(), signature));
        Assert.False(key.HasSigned(body, RootKey.Sign(other, body)));
        Assert.False(key.HasSigned(body, root.SignData(body, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));
        Assert.Null(RootKey.Read(""));
        Assert.Null(RootKey.Read(Convert.ToBase64String([4, .. new byte[64]])));
    }
}
