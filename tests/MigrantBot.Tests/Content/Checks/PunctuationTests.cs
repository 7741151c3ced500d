using MigrantBot.Content.Checks;

namespace MigrantBot.Tests.Content.Checks;

public sealed class PunctuationTests
{
    [Theory]
    [InlineData("ru", "Стойте!", "shouts")]
    [InlineData("ru", "два  слова", "two blanks")]
    [InlineData("ru", "слово ", "two blanks")]
    [InlineData("ru", "слово , слово", "a blank before")]
    [InlineData("ru", "{min} .", "a blank before")]
    [InlineData("ru", "слово,слово", "no blank")]
    [InlineData("ru", "конец.Начало", "no blank")]
    [InlineData("ru", "это - слово", "hyphen")]
    [InlineData("ru", "слово...", "three full stops")]
    [InlineData("ru", "\"слово\"", "the mark \"")]
    [InlineData("ru", "„слово“", "the mark „", "left open")]
    [InlineData("en", "don't", "the mark '")]
    [InlineData("uz", "‘soʻz’", "the mark ‘")]
    [InlineData("kk", "5’", "the mark ’")]
    [InlineData("ru", "«слово", "left open")]
    [InlineData("ru", "слово)", "left open")]
    [InlineData("ru", "(«слово)»", "left open")]
    public void A_slip_is_an_error(string language, string words, params string[] problems)
    {
        var findings = Punctuation.Find([Planted.Text(language, words)], Planted.Rules).ToList();
        Assert.Equal(problems.Length, findings.Count);
        Assert.All(problems.Zip(findings), pair => Assert.Contains(pair.First, pair.Second.Fault.Problem, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.True(finding.IsError));
    }

    [Theory]
    [InlineData("ru", "«Подпиши!» – так говорят. Слова: «“а” и б» (СИЗО), 9:00, 24.2, Kun.uz…")]
    [InlineData("en", "4 years’ “restriction”, he said: sign. «{russian}»")]
    [InlineData("kk", "{hours} сағат – {most_hours}: жоқ, «{russian}»")]
    [InlineData("ky", "⬅️")]
    public void A_clean_text_is_let_through(string language, string words) => Findings.AreNone(
        Punctuation.Find([Planted.Text(language, words)], Planted.Rules).Select(finding => finding.ToString()));
}
