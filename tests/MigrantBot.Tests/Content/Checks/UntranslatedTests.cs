using MigrantBot.Content.Checks;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content.Checks;

public sealed class UntranslatedTests
{
    static List<string> Find(params Text[] texts) => [.. Untranslated.Find(texts).Select(finding => finding.Fault.File)];

    [Fact]
    public void A_sentence_left_in_english_or_russian_is_an_error_of_the_copy()
    {
        Assert.Equal(["tg/test.yaml"], Find(Planted.English("Ask. Tell your consul at once."), Planted.Text("tg", "Пурсед. Tell your consul at once.")));
        Assert.Equal(["ky/test.yaml"], Find(Planted.Text("ky", "Скажите это консулу."), Planted.Text("ru", "Скажите это консулу.")));
    }

    [Theory]
    [InlineData("Telegram жана WhatsApp.", "two words")]
    [InlineData("Консулдуктар: Екатеринбург, Новосибирск, Уфа, Казань.", "names")]
    [InlineData("«Вы ничего не подписали там».", "quoted")]
    public void Names_and_quotations_may_be_the_same(string words, string why) => Assert.True(Find(Planted.Text("ky", words), Planted.Text("ru", words)) is [], why);

    [Fact]
    public void Kindred_languages_may_share_a_short_sentence_and_no_long_one()
    {
        Assert.Empty(Find(Planted.Text("ky", "Консулга айт деди."), Planted.Text("kk", "Консулга айт деди.")));
        Assert.Single(Find(Planted.Text("ky", "Консулга бар да ага айт деди."), Planted.Text("kk", "Консулга бар да ага айт деди.")));
    }

    [Fact]
    public void The_same_words_under_another_key_or_in_a_sound_are_let_through()
    {
        Assert.Empty(Find(Planted.Text("tg", "я не падпишУ и всё", "phrase.a.sound"), Planted.Text("ky", "я не падпишУ и всё", "phrase.a.sound")));
        Assert.Empty(Find(Planted.Text("ru", "Скажите это консулу.", "a"), Planted.Text("ky", "Скажите это консулу.", "b")));
    }
}
