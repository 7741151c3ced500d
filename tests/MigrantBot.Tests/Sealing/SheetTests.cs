using System.Security.Cryptography;
using MigrantBot.Sealing;

namespace MigrantBot.Tests.Sealing;

public sealed class SheetTests
{
    static readonly (byte[] PublicKey, Sheet A, Sheet B) Made = PaperKey.Make(RandomNumberGenerator.Fill);

    static Sheet Typed(string text) => Sheet.TryRead(text, out var sheet, out var refusal) ? sheet : throw new InvalidOperationException(refusal);

    static string Refusal(string text)
    {
        Assert.False(Sheet.TryRead(text, out _, out var refusal));
        return refusal;
    }

    [Fact]
    public void Two_sheets_are_the_key_and_neither_is_it_alone()
    {
        Assert.True(PaperKey.TryJoin(Typed(Made.A.Write()), Typed(Made.B.Write()), out var pair));
        using (pair)
        {
            Assert.Equal(Made.PublicKey, P256.PublicKeyOf(pair));
            var secret = pair.ExportParameters(includePrivateParameters: true).D!;
            Assert.All(new[] { Made.A, Made.B }, sheet => Assert.NotEqual(secret, sheet.Half));
        }
        Assert.False(PaperKey.TryJoin(Made.A, Made.A, out _));
        Assert.False(PaperKey.TryJoin(Made.B, Made.A, out _));
    }

    [Fact]
    public void Sheets_of_two_keys_do_not_join()
    {
        var other = PaperKey.Make(RandomNumberGenerator.Fill);
        Assert.False(PaperKey.TryJoin(Made.A, other.B, out _));
        Assert.False(PaperKey.TryJoin(Made.A, other.B with { Key = Made.A.Key }, out _));
    }

    [Fact]
    public void It_may_be_typed_as_people_type()
    {
        var typed = Made.A.Write().ToLowerInvariant().Replace('0', 'o').Replace("   ", "\t", StringComparison.Ordinal).Replace("\n", "\r\n\r\n# a remark\r\n", StringComparison.Ordinal);
        Assert.Equal(Made.A.Half, Typed(typed.Replace("\r\n1 ", "\r\n1  ", StringComparison.Ordinal)).Half);
    }

    [Fact]
    public void Every_single_slip_is_found()
    {
        const string letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        var text = Made.A.Write();
        var at = text.IndexOf("\n1 ", StringComparison.Ordinal) + 2;
        for (var place = at; place < text.Length; place++)
            if (letters.IndexOf(text[place], StringComparison.Ordinal) is >= 0 and var value && text[place - 1] != '\n')
            {
                var refusal = Refusal($"{text[..place]}{letters[(value + 1) % letters.Length]}{text[(place + 1)..]}");
                Assert.StartsWith("line ", refusal, StringComparison.Ordinal);
                Assert.Contains("is mistyped", refusal, StringComparison.Ordinal);
            }
    }

    [Fact]
    public void A_line_in_the_wrong_place_a_missing_one_and_another_letter_of_the_sheet_are_found()
    {
        string[] lines = Made.A.Write().TrimEnd('\n').Split('\n');
        string Text(string[] typed) => string.Join('\n', typed);

        Assert.StartsWith("line 1", Refusal(Text([lines[0], lines[1], $"1{lines[3][1..]}", $"2{lines[2][1..]}", lines[4], lines[5]])), StringComparison.Ordinal);
        Assert.StartsWith("line 1", Refusal(Text(["Sheet B", .. lines[1..]])), StringComparison.Ordinal);
        Assert.StartsWith("line 1", Refusal(Text([lines[0], Made.B.Write().Split('\n')[1].Replace(Made.A.Key, "0000-0000-0000-0000", StringComparison.Ordinal), .. lines[2..]])), StringComparison.Ordinal);
        Assert.StartsWith("a sheet has 6 lines", Refusal(Text(lines[..5])), StringComparison.Ordinal);
        Assert.StartsWith("the first line", Refusal(Text(["Sheet C", .. lines[1..]])), StringComparison.Ordinal);
        Assert.StartsWith("the line “Key”", Refusal(Text([lines[0], "Key   7777", .. lines[2..]])), StringComparison.Ordinal);
        Assert.StartsWith("a sheet has 6 lines", Refusal(""), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_printed_by_accident_tells_nothing() => Assert.Equal($"sheet A of {Made.A.Key}", Made.A.ToString());
}
