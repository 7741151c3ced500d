using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Texts;

public sealed class PluralFormsTests
{
    [Theory]
    [InlineData("0", "лет")]
    [InlineData("1", "год")]
    [InlineData("2", "года")]
    [InlineData("4", "года")]
    [InlineData("5", "лет")]
    [InlineData("11", "лет")]
    [InlineData("12", "лет")]
    [InlineData("14", "лет")]
    [InlineData("21", "год")]
    [InlineData("22", "года")]
    [InlineData("25", "лет")]
    [InlineData("101", "год")]
    [InlineData("111", "лет")]
    [InlineData("112", "лет")]
    [InlineData("1 000", "лет")]
    [InlineData("1 001", "год")]
    [InlineData("800\u00A0000", "лет")]
    [InlineData("4–5", "лет")]
    [InlineData("1–2", "года")]
    [InlineData("20-21", "год")]
    [InlineData("10 000–12 003", "года")]
    [InlineData("1,5", "года")]
    [InlineData("12,0", "года")]
    [InlineData("около 41", "год")]
    [InlineData("много", "лет")]
    public void A_russian_word_takes_the_form_of_its_number(string number, string form) =>
        Assert.Equal(form, PluralForms.Pick(Language.Russian, number, ["год", "года", "лет"]));

    [Theory]
    [InlineData("0", "years")]
    [InlineData("1", "year")]
    [InlineData("2", "years")]
    [InlineData("11", "years")]
    [InlineData("21", "years")]
    [InlineData("101", "years")]
    [InlineData("1 000", "years")]
    [InlineData("1.0", "years")]
    [InlineData("0–1", "year")]
    [InlineData("several", "years")]
    public void An_english_word_takes_the_form_of_its_number(string number, string form) =>
        Assert.Equal(form, PluralForms.Pick(Language.English, number, ["year", "years"]));

    [Theory]
    [InlineData("ru", 3)]
    [InlineData("en", 2)]
    [InlineData("uz", 0)]
    [InlineData("uz-Cyrl", 0)]
    [InlineData("tg", 0)]
    [InlineData("ky", 0)]
    [InlineData("kk", 0)]
    public void Each_language_has_its_count_of_forms(string language, int count) => Assert.Equal(count, PluralForms.CountIn(Language.Find(language)!));
}
