using System.Text;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Intake;

namespace MigrantBot.Tests.Intake;

/// <summary>What the console opens in ten years: this format changes only by another version.</summary>
public sealed class ReportTextTests
{
    static string Write(Facets facets, string? words) =>
        Encoding.UTF8.GetString(ReportText.Write(new Report(new Draft(1, facets), Language.UzbekCyrillic, words is null ? null : new Words(words))));

    [Fact]
    public void A_report_with_everything() => Assert.Equal(
        """{"v":1,"language":"uz-Cyrl","facets":{"who":"relative","when":"now","region":"north-west","place":"migration-centre","actor":"agent-or-lawyer","stage":"in-unit","citizenship":"uz","russian-passport":"no","deadline":"hours","methods":["criminal-case","violence"]},"text":"Ўғлимни олиб кетишди.\nЁрдам!"}""",
        Write(
            new()
            {
                Who = Who.Relative, When = When.Now, Region = Region.NorthWest, Site = Site.MigrationCentre, Actor = Actor.AgentOrLawyer,
                Methods = Methods.Violence | Methods.CriminalCase, Stage = Stage.InUnit, Citizenship = Citizenship.Uz,
                RussianPassport = RussianPassport.No, Deadline = Deadline.Hours,
            },
            "Ўғлимни олиб кетишди.\nЁрдам!"));

    [Fact]
    public void A_report_with_nothing_said() => Assert.Equal(
        """{"v":1,"language":"uz-Cyrl","facets":{"who":"unsaid","when":"unsaid","region":"unsaid","place":"unsaid","actor":"unsaid","stage":"unsaid","citizenship":"unsaid","russian-passport":"unsaid","deadline":"unsaid","methods":[]},"text":""}""",
        Write(new(), null));

    [Theory]
    [InlineData("\"\\\u0001")]
    [InlineData("</script> & 'quoted'")]
    [InlineData("😟🏙")]
    public void Every_text_comes_back_as_it_was(string words)
    {
        using var json = System.Text.Json.JsonDocument.Parse(Write(new(), words));
        Assert.Equal(words, json.RootElement.GetProperty("text").GetString());
    }
}
