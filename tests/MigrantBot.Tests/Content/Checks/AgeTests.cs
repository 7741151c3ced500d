using MigrantBot.Content.Checks;

namespace MigrantBot.Tests.Content.Checks;

public sealed class AgeTests
{
    [Theory]
    [InlineData("2027-02-21", 0)]
    [InlineData("2027-02-22", 1)]
    public void An_item_past_its_review_is_a_warning(string today, int warnings)
    {
        var findings = Age.Find([Planted.Case()], DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(warnings, findings.Count);
        Assert.All(findings, finding => Assert.Equal(("cases.yaml", 3L, false), (finding.Fault.File, finding.Fault.Line, finding.IsError)));
    }

    [Fact]
    public void A_check_in_the_future_is_a_warning() =>
        Assert.Contains("has not come", Assert.Single(Age.Find([Planted.Case()], new(2026, 11, 20))).Fault.Problem, StringComparison.Ordinal);

    [Fact]
    public void A_review_before_the_check_is_an_error()
    {
        var item = Planted.Case();
        Assert.True(Assert.Single(Age.Find([item with { Dated = item.Dated with { ReviewBy = item.Dated.CheckedOn } }], item.Dated.CheckedOn)).IsError);
    }

    [Fact]
    public void A_contact_whose_sources_have_neither_date_nor_address_is_a_warning()
    {
        Assert.False(Assert.Single(UndatedContacts.Find([Planted.Contact(new MigrantBot.Core.Awareness.Source("Wikipedia"))])).IsError);
        Assert.Empty(UndatedContacts.Find([Planted.Contact(new MigrantBot.Core.Awareness.Source("Wikipedia"), Planted.Month), Planted.Case()]));
        Assert.Empty(UndatedContacts.Find([Planted.Contact(new MigrantBot.Core.Awareness.Source("The Times of Central Asia, 2024"))]));
    }
}
