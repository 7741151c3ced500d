using MigrantBot.Content.Checks;
using MigrantBot.Core.Awareness;
using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content.Checks;

public sealed class OrphansTests
{
    static readonly Catalogue Catalogue = RealWords.Catalogue with
    {
        Cards = [new CourtCase("test", [new(new Argument.Word("source.court"))], new(2026, 11, 21), new(2027, 2, 21))], Phrases = [], Contacts = [],
    };

    static List<Finding> Find(string file, string key) =>
        [.. Orphans.Find([new Text(Language.Tajik, key, "…", $"tg/{file}", 7)], [.. Catalogue.All.SelectMany(item => item.WordKeys)], Catalogue)];

    [Theory]
    [InlineData("cases.yaml", "case.gone.story")]
    [InlineData("cases.yaml", "case.test.detail")]
    [InlineData("screens.yaml", "source.gone")]
    public void Words_that_nothing_in_the_data_says_are_an_error_where_they_stand(string file, string key)
    {
        var finding = Assert.Single(Find(file, key));
        Assert.True(finding.IsError);
        Assert.Equal(($"tg/{file}", 7L), (finding.Fault.File, finding.Fault.Line));
        Assert.Contains($"“{key}”", finding.Fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cases.yaml", "case.test.story")]
    [InlineData("screens.yaml", "source.court")]
    [InlineData("screens.yaml", "source.unreviewed")]
    [InlineData("screens.yaml", "button.more")]
    public void Words_of_the_data_and_of_the_screens_are_let_through(string file, string key) => Assert.Empty(Find(file, key));
}
