using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;

namespace MigrantBot.Core.Tests.Reporting;

public sealed class CountingTests
{
    [Theory]
    [InlineData(Methods.None, "other")]
    [InlineData(Methods.Violence, "violence")]
    [InlineData(Methods.CriminalCase, "legal-threat")]
    [InlineData(Methods.PlantedEvidence, "legal-threat")]
    [InlineData(Methods.Deportation, "legal-threat")]
    [InlineData(Methods.DocumentsTaken, "documents")]
    [InlineData(Methods.PapersRefused, "documents")]
    [InlineData(Methods.Deception, "deception")]
    [InlineData(Methods.ForgedSignature, "deception")]
    [InlineData(Methods.DebtOrWages, "money")]
    [InlineData(Methods.MoneyPromised, "money")]
    [InlineData(Methods.MoneyPromised | Methods.Violence, "violence")]
    [InlineData(Methods.MoneyPromised | Methods.Deception | Methods.Deportation, "legal-threat")]
    public void The_gravest_method_is_what_a_report_counts_as(Methods methods, string type) => Assert.Equal(type, Code.Of(Counting.TypeOf(methods)));

    [Fact]
    public void Every_method_has_a_type() => Assert.All(Enum.GetValues<Methods>(), method => Counting.TypeOf(method));

    [Fact]
    public void Regions_stand_in_nine_cells()
    {
        var cells = Enum.GetValues<Region>().Select(region => Counting.CellOf(region)).Append(Counting.CellOf((Region?)null)).Distinct();
        Assert.Equal(Enum.GetValues<RegionCell>().Order(), cells.Order());
        Assert.Equal(9, Enum.GetValues<RegionCell>().Length);
        Assert.Equal(Counting.CellOf(Region.Siberia), Counting.CellOf(Region.FarEast));
        Assert.Equal((RegionCell.Other, RegionCell.Other), (Counting.CellOf((Region?)null), Counting.CellOf(Region.OutsideRussia)));
    }

    [Theory]
    [InlineData("violence documents-taken", Methods.Violence | Methods.DocumentsTaken)]
    [InlineData("unsaid", Methods.None)]
    [InlineData("", Methods.None)]
    [InlineData("deportation something-new", Methods.Deportation)]
    public void Methods_are_read_out_of_their_names(string names, Methods methods) => Assert.Equal(methods, FacetNames.ReadMethods(names));
}
