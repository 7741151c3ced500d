using MigrantBot.Texts;

namespace MigrantBot.Tests.Texts;

public sealed class ApostrophesTests
{
    [Theory]
    [InlineData("o'")]
    [InlineData("o`")]
    [InlineData("o´")]
    [InlineData("o‘")]
    [InlineData("o’")]
    [InlineData("oʼ")]
    [InlineData("o′")]
    [InlineData("oʻ")]
    public void Whatever_stands_behind_an_o_makes_one_letter_with_it(string typed) => Assert.Equal("oʻ", Apostrophes.Normalise(typed));

    [Theory]
    [InlineData("Yo'q, to'g'ri", "Yoʻq, toʻgʻri")]
    [InlineData("O‘zbekiston, G’ijduvon", "Oʻzbekiston, Gʻijduvon")]
    [InlineData("ma'no, e’lon, va`da, ta‘til", "maʼno, eʼlon, vaʼda, taʼtil")]
    [InlineData("maʻno", "maʼno")]
    [InlineData("Is'hoq", "Isʼhoq")]
    [InlineData("bog' bo'yi", "bogʻ boʻyi")]
    [InlineData("Oʻn, maʼno, manʼ", "Oʻn, maʼno, manʼ")]
    [InlineData("so'z 'ichida' emas", "soʻz 'ichida' emas")]
    [InlineData("«so‘z» {o} 5' x", "«soʻz» {o} 5' x")]
    public void Each_apostrophe_of_a_word_becomes_the_right_sign(string typed, string written)
    {
        Assert.Equal(written, Apostrophes.Normalise(typed));
        Assert.Equal(written, Apostrophes.Normalise(written));
    }
}
