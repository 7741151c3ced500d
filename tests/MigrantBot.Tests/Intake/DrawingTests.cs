using MigrantBot.Core.Exchange;
using MigrantBot.Intake;
using MigrantBot.Storage.Rows;

namespace MigrantBot.Tests.Intake;

public sealed class DrawingTests
{
    static readonly Random Seeded = new(20261121);

    static Recipient[] Readers(params string[] languages) =>
        [.. languages.Select((codes, index) => new Recipient { Id = $"m-{index}", Languages = codes })];

    static string[] Draw(Recipient[] readers, Language language) =>
        [.. Drawing.Draw(readers, language, Seeded.Next).Select(reader => reader.Id)];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(9)]
    public void Three_are_drawn_or_all_where_there_are_fewer_and_none_twice(int count)
    {
        var drawn = Draw(Readers([.. Enumerable.Repeat("uz", count)]), Language.UzbekLatin);
        Assert.Equal(Math.Min(count, 3), drawn.Length);
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    [Fact]
    public void Who_reads_the_language_goes_first_and_others_fill_up()
    {
        var readers = Readers("tg", "uz ru", "tg", "ru", "uz", "ky");
        for (var time = 0; time < 50; time++)
        {
            var drawn = Draw(readers, Language.UzbekLatin);
            Assert.Equal("m-1 m-4", string.Join(' ', drawn[..2].Order()));
            Assert.Contains(drawn[2], "m-0 m-2 m-3 m-5", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_script_is_a_language_of_its_own() =>
        Assert.Equal("m-1", Draw(Readers("uz", "uz-Cyrl", "uz", "uz"), Language.UzbekCyrillic)[0]);

    [Fact]
    public void Each_of_eight_is_drawn_about_equally_often()
    {
        const int Times = 8000;
        var readers = Readers([.. Enumerable.Repeat("kk", 8)]);
        var counts = Enumerable.Range(0, Times).SelectMany(_ => Draw(readers, Language.Kazakh)).CountBy(id => id).ToDictionary();
        Assert.Equal(8, counts.Count);
        // 3000 each; five standard deviations are about 216.
        Assert.All(counts.Values, count => Assert.InRange(count, 2784, 3216));
    }

    [Fact]
    public void The_numbers_decide_alone()
    {
        var readers = Readers("uz", "uz", "uz", "uz", "uz");
        Assert.Equal(
            Drawing.Draw(readers, Language.UzbekLatin, new Random(7).Next),
            Drawing.Draw(readers, Language.UzbekLatin, new Random(7).Next));
    }
}
