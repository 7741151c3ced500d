using MigrantBot.Content.Checks;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;

namespace MigrantBot.Tests.Content.Checks;

public sealed class LettersTests
{
    [Theory]
    [InlineData("kk", "Ўзбек", "ў")]
    [InlineData("kk", "тӯрт", "ӯ")]
    [InlineData("ky", "қол", "қ")]
    [InlineData("ky", "бiрге іс", "і")]
    [InlineData("ky", "ұл", "ұ")]
    [InlineData("tg", "полиция", "ц")]
    [InlineData("tg", "апрель", "ь")]
    [InlineData("tg", "ҷой ў", "ў")]
    [InlineData("uz-Cyrl", "ёлғиз ң", "ң")]
    [InlineData("uz-Cyrl", "щётка", "щ")]
    [InlineData("ru", "вместо c", "c")]
    [InlineData("ru", "прийти in time", "i")]
    [InlineData("kk", "прoфессор", null)]
    [InlineData("uz", "bu сўз", "с")]
    [InlineData("uz", "waqt", "w")]
    [InlineData("uz", "cirk", "c")]
    [InlineData("uz", "aʻlo", "ʻ")]
    [InlineData("uz", "ñ", "ñ")]
    [InlineData("en", "кот", "к")]
    [InlineData("en", "naïve", "ï")]
    [InlineData("kk", "«Ўзбек»", "ў")]
    public void A_letter_of_another_alphabet_is_an_error(string language, string words, string? letter)
    {
        var findings = Letters.Find([Planted.Text(language, words)], Planted.Rules, []).ToList();
        if (letter is null)
            Assert.Empty(findings);
        else
            Assert.Contains($"({letter})", Assert.Single(findings).Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "Ұшақ, һәм, ёж, щит, Цех: ғ қ ң ө ү і")]
    [InlineData("ky", "Ңөү, ыңгай, щетка")]
    [InlineData("tg", "Ӣ ӯ ҷ ҳ қ ғ, политсия")]
    [InlineData("tg", "Ин «выдворение» аст (ЦВСИГ, спецприёмник).")]
    [InlineData("uz", "Chaqiruv qogʻozi (повестка): Isʼhoq, maʼno, OʻZBEKISTON, SHCH")]
    [InlineData("uz-Cyrl", "Ўқиш ҳам (выдворение, щит)")]
    [InlineData("en", "The sign says “Пункт отбора”.")]
    [InlineData("kk", "Telegram-да, WhatsApp, Kun.uz, iditelesom.org, {phone}-да")]
    [InlineData("uz", "Telegramda, WhatsAppda, Enterni bosing 👨‍👩‍👧 ⬅️")]
    public void What_the_language_writes_is_let_through(string language, string words) => Findings.AreNone(
        Letters.Find([Planted.Text(language, words)], Planted.Rules, []).Select(finding => finding.ToString()));

    [Fact]
    public void A_newspaper_has_the_name_of_its_source_line()
    {
        var text = Planted.Text("kk", "Mediazona, RFE/RL жазды. Bellingcat жазды.");
        var item = Planted.Contact(new Source("Mediazona"), new Source("RFE/RL, 2025"), new Source(new Argument.Word("source.test"))).Dated;
        Assert.Contains(": Bellingcat (b).", Assert.Single(Letters.Find([text], Planted.Rules, [item])).Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "йа ни патпишУ", true)]
    [InlineData("kk", "йа ни қатпишУ", false)]
    [InlineData("uz-Cyrl", "сообщИть, подпИсывал", true)]
    [InlineData("tg", "падпИсывал", false)]
    public void A_sentence_is_sounded_out_in_its_own_letters(string language, string sound, bool good) =>
        Assert.Equal(good, !Letters.Find([Planted.Text(language, sound, "phrase.test.sound")], Planted.Rules, []).Any());

    [Theory]
    [InlineData("озоди\u0304", "U+0304")]
    [InlineData("сло\u00ADво", "U+00AD")]
    [InlineData("сло\u200Bво", "U+200B")]
    public void A_loose_accent_or_an_unseen_sign_is_an_error(string words, string sign) =>
        Assert.Contains(sign, Assert.Single(Letters.Find([Planted.Text("ru", words)], Planted.Rules, [])).Fault.Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("ru", "пoлиция", "o is Latin")]
    [InlineData("uz", "qаmoq", "а is Cyrillic")]
    [InlineData("kk", "Telegramда", "д а is Cyrillic")]
    [InlineData("en", "«Cправка»", "C is Latin")]
    [InlineData("kk", "iс", "i is Latin")]
    [InlineData("ru", "сοвет", "ο is Greek")]
    public void A_word_of_two_scripts_is_an_error_wherever_it_stands(string language, string words, string problem)
    {
        var finding = Assert.Single(MixedScripts.InTexts([Planted.Text(language, words)]));
        Assert.True(finding.IsError);
        Assert.Contains(problem, finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_of_two_scripts_in_the_data_is_an_error() =>
        Assert.Equal("phrases.yaml", Assert.Single(MixedScripts.InData([new("phrases.yaml", 2, "refuse", "russian", "Я нe подпишу"), new("phrases.yaml", 2, "refuse", "sources", "РБК daily")])).Fault.File);

    [Fact]
    public void A_word_of_one_script_is_let_through() => Assert.Empty(MixedScripts.InTexts([Planted.Text("kk", "Telegram-да РВП Oʻzbek maʼno {years|год|года|лет}")]));

    [Fact]
    public void Every_language_is_written_in_its_own_letters() => Assert.All(Language.All, language => Assert.Contains(language, Planted.Rules));
}
