using MigrantBot.Content.Checks;
using MigrantBot.Core.Awareness;

namespace MigrantBot.Tests.Content.Checks;

public sealed class AnswerLengthTests
{
    static readonly Catalogue Catalogue = new([], [], [], new Basis("now", [], default, default))
    {
        Answers = [new AnswerCard("test", [], HasMore: true, default, default)],
    };

    static IEnumerable<Finding> Find(string language, int text, int more) => AnswerLength.Find(
        [Planted.Text(language, new string('а', text), "answers.test.text"), Planted.Text(language, new string('а', more), "answers.test.more"), Planted.Text(language, new string('а', 900), "case.test.story")], Catalogue);

    [Theory]
    [InlineData(300, 300, false)]
    [InlineData(300, 301, true)]
    public void A_card_is_measured_with_all_its_paragraphs_and_by_language(int text, int more, bool isTooLong)
    {
        Assert.Equal(isTooLong, Find("ru", text, more).Any(finding => finding.IsError));
        Assert.Empty(AnswerLength.Find([Planted.Text("ru", new string('а', 400), "answers.test.text"), Planted.Text("tg", new string('а', 400), "answers.test.more")], Catalogue));
    }
}
