using MigrantBot.Content.Checks;

namespace MigrantBot.Tests.Content.Checks;

public sealed class AvoidedWordsTests
{
    [Theory]
    [InlineData("kk", "Бұл – жалданушылыққа жатады.", "жалданушылыққа", "жалдамалылық")]
    [InlineData("kk", "172-мақала", "мақала", "бап")]
    [InlineData("ky", "Жазык кодексинин беренеси", "Жазык кодексинин", "Кылмыш-жаза кодекси")]
    [InlineData("tg", "Ба Россия рафт", "Россия", "Русия")]
    [InlineData("uz", "154-maqola", "maqola", "modda")]
    [InlineData("uz", "majburlanmoqda", "majburlanmoqda", "-yapti")]
    [InlineData("uz-Cyrl", "154-мақола", "мақола", "модда")]
    [InlineData("ru", "Напишите донос.", "донос", "сообщение")]
    [InlineData("en", "Illegal migrants", "Illegal migrants", "without papers")]
    public void A_word_that_must_not_be_used_is_an_error_with_the_right_one(string language, string words, string wrong, string right)
    {
        var finding = Assert.Single(AvoidedWords.Find([Planted.Text(language, words)], Planted.Rules));
        Assert.True(finding.IsError);
        Assert.Contains($"“{wrong}”", finding.Fault.Problem, StringComparison.Ordinal);
        Assert.Contains(right, finding.Fault.Mend, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kk", "Олар оны «СВО» дейді, бұл – соғыс.")]
    [InlineData("uz", "qamoqda oʻtirgan odam")]
    [InlineData("ru", "Доносится шум.")]
    [InlineData("kk", "жалдамалы (наёмник), жалдану")]
    public void Quoted_or_part_of_another_word_it_may_stand(string language, string words) => Findings.AreNone(
        AvoidedWords.Find([Planted.Text(language, words)], Planted.Rules).Select(finding => finding.ToString()));
}
