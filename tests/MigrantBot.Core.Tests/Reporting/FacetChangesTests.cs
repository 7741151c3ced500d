using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public sealed class FacetChangesTests
{
    static readonly Facets Told = new()
    {
        Who = Who.Relative, When = When.Week, Region = Region.NorthWest, Site = Site.MigrationCentre, Actor = Actor.AgentOrLawyer, Methods = Methods.Violence | Methods.ForgedSignature,
        Stage = Stage.AtFront, Citizenship = Citizenship.Tj, RussianPassport = RussianPassport.No, Deadline = Deadline.Days,
    };

    static Dictionary<string, string> Names(Facets facets) => FacetNames.All(facets).ToDictionary(one => one.Facet, one => one.Value);

    [Fact]
    public void What_is_written_by_its_names_is_read_back()
    {
        Assert.Equal(Told, FacetChanges.Apply(new(), Names(Told)));
        Assert.Equal(new(), FacetChanges.Apply(Told, Names(new())));
    }

    [Fact]
    public void What_is_not_named_stays() =>
        Assert.Equal(Told with { Region = null, Deadline = Deadline.None }, FacetChanges.Apply(Told, new Dictionary<string, string> { ["region"] = "unsaid", ["deadline"] = "none" }));

    [Theory]
    [InlineData("region", "moscow", true)]
    [InlineData("region", "Moscow", false)]
    [InlineData("region", "", false)]
    [InlineData("region", "0", false)]
    [InlineData("Region", "moscow", false)]
    [InlineData("happened", "now", false)]
    [InlineData("methods", "unsaid", true)]
    [InlineData("methods", "violence deportation", true)]
    [InlineData("methods", "violence  deportation", false)]
    [InlineData("methods", "none", false)]
    [InlineData("methods", "unsaid violence", false)]
    [InlineData("methods", "", false)]
    public void Only_names_of_the_code_list_are_known(string facet, string value, bool isKnown) =>
        Assert.Equal(isKnown ? [] : [facet], FacetChanges.Unknown([new(facet, value)]));

    [Fact]
    public void Whoever_changes_to_what_is_unknown_has_not_asked() =>
        Assert.Throws<InvalidOperationException>(() => FacetChanges.Apply(Told, [new("region", "mars")]));
}
