using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public class ReceiptTests
{
    const string Known = "00000000000000005724";

    [Fact]
    public void The_check_digit_is_Damms() => Assert.Equal(Known, Receipt.Of(572).Reveal());

    [Fact]
    public void A_receipt_is_read_as_it_was_shown()
    {
        foreach (var receipt in Many())
        {
            Assert.Equal(Receipt.Digits, receipt.Reveal().Length);
            Assert.Equal(receipt, Receipt.Read(receipt.Reveal()));
            Assert.Equal(receipt, Receipt.Read(receipt.Grouped));
        }
    }

    [Fact]
    public void It_is_shown_in_five_groups_of_four() => Assert.Equal("0000 0000 0000 0000 5724", Receipt.Of(572).Grouped);

    [Fact]
    public void Every_single_wrong_digit_is_caught()
    {
        foreach (var digits in Many().Select(receipt => receipt.Reveal()))
            for (var place = 0; place < digits.Length; place++)
                foreach (var wrong in "0123456789".Where(digit => digit != digits[place]))
                    Assert.Null(Receipt.Read($"{digits[..place]}{wrong}{digits[(place + 1)..]}"));
    }

    [Fact]
    public void Every_swap_of_two_neighbours_is_caught()
    {
        foreach (var digits in Many().Select(receipt => receipt.Reveal()))
            for (var place = 0; place < digits.Length - 1; place++)
                if (digits[place] != digits[place + 1])
                    Assert.Null(Receipt.Read($"{digits[..place]}{digits[place + 1]}{digits[place]}{digits[(place + 2)..]}"));
    }

    [Theory]
    [InlineData("  0000 0000\n0000 0000 5724 ")]
    [InlineData("0000-0000-0000-0000-5724")]
    [InlineData("0000–0000—0000‑0000−5724")]
    [InlineData("0000.0000·0000•0000.5724.")]
    [InlineData("00\u00A00000\u202F0000\u200B0000\t005724")]
    [InlineData("٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٠٠٠٠ ٥٧٢٤")]
    [InlineData("۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۰۵۷۲۴")]
    [InlineData("０００００００００００００００0５７２４")]
    [InlineData("0000 0000 0000 0000 5\uFE0F\u20E37\uFE0F\u20E32\uFE0F\u20E34\uFE0F\u20E3")]
    public void Any_grouping_and_the_digits_of_any_script_are_read(string typed) => Assert.Equal(Receipt.Of(572), Receipt.Read(typed));

    [Theory]
    [InlineData("0000 0000 0000 0000 5724")]
    [InlineData("0000\n0000\n0000\n0000\n5724")]
    [InlineData("0000\n\n0000\n\n0000\n\n0000\n\n5724")]
    [InlineData("00000\n00000\n00000\n05724")]
    [InlineData("٠٠٠٠\n٠٠٠٠\n٠٠٠٠\n٠٠٠٠\n٥٧٢٤")]
    [InlineData("0 0 0 0\n0 0 0 0\n0 0 0 0\n0 0 0 0\n5 7 2 4")]
    [InlineData("0000.\n0000.\n0000.\n0000.\n5724")]
    public void However_it_is_written_into_a_story_no_digit_of_it_is_left(string written)
    {
        Assert.NotNull(Receipt.Read(written));
        var story = Scrubber.Scrub(new($"Менинг рақамим {written}\nЖавоб беринг.")).Reveal();
        Assert.Equal($"Менинг рақамим {Scrubber.NumberMask}\nЖавоб беринг.", story);
    }

    [Fact]
    public void Lists_of_years_and_sums_are_no_receipt()
    {
        const string list = "2019\n2020\n2021\n2022\n2023";
        Assert.Equal(list, Scrubber.Scrub(new(list)).Reveal());
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("0000000000000000572")]
    [InlineData("0000000000000000057244")]
    [InlineData("000000000000000005724")]
    [InlineData("00000000000000005725")]
    [InlineData("0000 0000 0000 0000 572O")]
    [InlineData("my 0000 0000 0000 0000 5724")]
    [InlineData("+0000 0000 0000 0000 5724")]
    [InlineData("0000/0000/0000/0000/5724")]
    public void Anything_else_is_not_a_receipt(string typed) => Assert.Null(Receipt.Read(typed));

    [Fact]
    public void A_receipt_does_not_print()
    {
        var receipt = Receipt.Of(572);

        Assert.Equal("…", receipt.ToString());
        Assert.Equal("…", $"{receipt}");
    }

    [Fact]
    public void Receipts_are_the_same_when_their_numbers_are()
    {
        Assert.Equal(Receipt.Of(7), Receipt.Of(7));
        Assert.Equal(Receipt.Of(7).GetHashCode(), Receipt.Of(7).GetHashCode());
        Assert.NotEqual(Receipt.Of(7), Receipt.Of(8));
        Assert.False(Receipt.Of(7).Equals("00000000000000000078"));
    }

    [Fact]
    public void The_largest_number_fits_and_a_larger_one_is_a_bug()
    {
        Assert.StartsWith("9999999999999999999", Receipt.Of(Receipt.Numbers - 1).Reveal(), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Receipt.Of(Receipt.Numbers));
    }

    static IEnumerable<Receipt> Many()
    {
        var random = new Random(20261122);
        yield return Receipt.Of(0);
        yield return Receipt.Of(Receipt.Numbers - 1);
        for (var round = 0; round < 100; round++)
            yield return Receipt.Of(new UInt128((ulong)random.NextInt64(), (ulong)random.NextInt64()) % Receipt.Numbers);
    }
}
