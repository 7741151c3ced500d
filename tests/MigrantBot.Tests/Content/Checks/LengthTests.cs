using MigrantBot.Content.Checks;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content.Checks;

public sealed class LengthTests
{
    static List<Finding> Find(Text text, params (string Name, string Number)[] numbers) =>
        [.. Length.Find([text], Planted.Rules, Planted.Owner(numbers))];

    static string Words(int count) => $"{string.Join(' ', Enumerable.Repeat("слово", count))}.";

    [Theory]
    [InlineData("ru", 15, null)]
    [InlineData("ru", 16, false)]
    [InlineData("ru", 18, false)]
    [InlineData("ru", 19, true)]
    [InlineData("kk", 12, null)]
    [InlineData("kk", 13, false)]
    [InlineData("kk", 16, true)]
    public void A_long_sentence_is_a_warning_and_a_longer_one_an_error(string language, int words, bool? error) =>
        Assert.Equal(error, Find(Planted.Text(language, $"Ответ. {Words(words)} Всё.")).SingleOrDefault()?.IsError);

    [Theory]
    [InlineData("Раз. Два? «Три…» Четыре: пять", 5)]
    [InlineData("«Раз», «два», «три».", 3)]
    [InlineData("Раз, ст. 24.2, Kun.uz, {years} {years|год.|года|лет}", 2)]
    public void A_sentence_ends_where_the_reader_takes_breath(string text, int count) => Assert.Equal(count, Prose.Sentences(text).Count());

    [Theory]
    [InlineData("Раз, – два – «три» {years} {years|год|года|лет}.", 5)]
    [InlineData("Колония-поселение: 5 лет!", 3)]
    public void A_word_is_what_stands_between_blanks_and_is_read(string text, int count) => Assert.Equal(count, Prose.CountWords(Prose.Read(text)));

    [Theory]
    [InlineData(350, null)]
    [InlineData(351, false)]
    [InlineData(501, true)]
    public void A_long_text_is_a_warning_and_a_longer_one_an_error(int length, bool? error) =>
        Assert.Equal(error, Find(Planted.Text("ru", new string('а', length))).SingleOrDefault()?.IsError);

    [Theory]
    [InlineData("test.button", "На меня давят сейчас, и очень сильно")]
    [InlineData("test.answer", "🔴 На меня давят сейчас, очень сильно")]
    [InlineData("case.test.button", "🇺🇿 {age}, Сурхандарья · {years} {years|год|года|лет} в тюрьме")]
    public void A_label_that_a_small_phone_cuts_off_is_an_error(string key, string label)
    {
        var finding = Assert.Single(Find(Planted.Text("ru", label, key), ("age", "25"), ("years", "22")));
        Assert.True(finding.IsError);
        Assert.Contains("the button has", finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("test.text", "На меня давят сейчас, и очень сильно")]
    [InlineData("test.text", "№ 647: так называется один этот указ")]
    [InlineData("test.button", "🔴 На меня давят сейчас, и сильно!")]
    [InlineData("test.button", "👨‍👩‍👧‍👦🇺🇿 На меня давят сейчас, сильно")]
    [InlineData("case.test.button", "🇺🇿 {age}, Сурхандарья · {years} {years|год|года|лет}")]
    public void What_fits_is_let_through(string key, string label) => Assert.Empty(Find(Planted.Text("ru", label, key), ("age", "25"), ("years", "3")));
}
