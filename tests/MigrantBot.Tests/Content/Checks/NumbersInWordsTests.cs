using MigrantBot.Content.Checks;

namespace MigrantBot.Tests.Content.Checks;

public sealed class NumbersInWordsTests
{
    const string Story = "case.test.story";

    [Theory]
    [InlineData("He got 5 years.", "5")]
    [InlineData("{rubles} rubles, then 1 500 000", "1500000")]
    [InlineData("Open at 9:00", "9:00")]
    [InlineData("{years|1 year|2 years} {years}", "1, 2")]
    public void A_digit_typed_into_the_words_of_an_item_is_an_error(string words, string number)
    {
        var finding = Assert.Single(TypedNumbers.InItems([Planted.English(words, Story)], Planted.Keys(Planted.Case())));
        Assert.True(finding.IsError);
        Assert.Equal(("en/test.yaml", 7L), (finding.Fault.File, finding.Fault.Line));
        Assert.Contains($"the number {number} is typed", finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("He got {years} {years|year|years}.", Story)]
    [InlineData("1️⃣ He got five years.", Story)]
    [InlineData("Telegram lets us delete 48 hours.", "clear.limits")]
    public void A_number_in_its_place_is_let_through(string words, string key) =>
        Assert.Empty(TypedNumbers.InItems([Planted.English(words, key)], Planted.Keys(Planted.Case())));

    [Theory]
    [InlineData("kk", "48 сағат", "72 hours")]
    [InlineData("kk", "сағат", "48 hours")]
    [InlineData("ru", "от 3 до 48", "up to 48")]
    public void A_number_that_differs_from_the_english_is_an_error(string language, string words, string english)
    {
        var finding = Assert.Single(TypedNumbers.ThatDiffer([Planted.English(english), Planted.Text(language, words)], Planted.Keys()));
        Assert.True(finding.IsError);
        Assert.Equal($"{language}/test.yaml", finding.Fault.File);
    }

    [Theory]
    [InlineData("ru", "1 000 рублей, 1,5 года, ст. 24.2", "1000 rubles, 1.5 years, Art. 24.2")]
    [InlineData("uz", "48 soat, 48 soat {n}", "48 hours {n}")]
    [InlineData("kk", "9:00–18:00", "9:00 to 18:00")]
    public void The_same_numbers_are_let_through_however_a_language_writes_them(string language, string words, string english) =>
        Assert.Empty(TypedNumbers.ThatDiffer([Planted.English(english), Planted.Text(language, words)], Planted.Keys()));

    [Fact]
    public void A_number_that_no_text_prints_is_a_warning()
    {
        var item = Planted.Case(("years", "5"), ("days", "10"));
        var finding = Assert.Single(UnusedNumbers.Find([item], [Planted.English("{years} {years|year|years}", Story)]));
        Assert.False(finding.IsError);
        Assert.Equal(("cases.yaml", 3L), (finding.Fault.File, finding.Fault.Line));
        Assert.Contains("days", finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_one_text_prints_is_let_through() =>
        Assert.Empty(UnusedNumbers.Find([Planted.Case(("years", "5"))], [Planted.English("…", "case.test.heading"), Planted.English("{years}", Story)]));

    [Fact]
    public void A_number_that_another_item_takes_is_let_through()
    {
        var other = Planted.Case(("years", "test.years"));
        Assert.Empty(UnusedNumbers.Find([Planted.Case(("years", "5")), other with { Dated = other.Dated with { Id = "other" } }], [Planted.English("{years}", "case.other.story")]));
    }

    [Theory]
    [InlineData("ru", "Он получил {years} лет.", "3")]
    [InlineData("ru", "Он получил {years} года.", "5")]
    [InlineData("ru", "Не больше {years} года.", "3")]
    [InlineData("en", "He got {years} years.", "1")]
    public void A_form_that_does_not_fit_its_number_is_an_error(string language, string words, string number)
    {
        var finding = Assert.Single(CountedWords.Find([Planted.Text(language, words, Story)], Planted.Rules, Planted.Owner(("years", number))));
        Assert.True(finding.IsError);
        Assert.Contains($"“{number} ", finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "Он получил {years} {years|год|года|лет}.", "3")]
    [InlineData("ru", "Он получил {years} лет.", "5")]
    [InlineData("ru", "от {max} до {years} лет, до {max} года", "3")]
    [InlineData("ru", "Закон {years} года.", "2016")]
    [InlineData("ru", "Он получил {years} года.", "law-uz.min")]
    [InlineData("en", "{years} to begin with", "1")]
    [InlineData("kk", "{years} жыл", "1")]
    public void A_form_that_fits_is_let_through(string language, string words, string number) =>
        Assert.Empty(CountedWords.Find([Planted.Text(language, words, Story)], Planted.Rules, Planted.Owner(("years", number), ("max", "21"))));
}
