using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Tests.Texts;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content;

public sealed class CatalogueFilesTests : IDisposable
{
    /// <summary>Where a fault is: on the line that was spoilt, where its item begins, or with no item of the file.</summary>
    public enum At { Line, Item, NoItem }

    static readonly Wording Words = WordingFiles.Load(Repository.Locales, []);

    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    (Catalogue Catalogue, IReadOnlyList<Fault> Faults) Load()
    {
        List<Fault> faults = [];
        return (CatalogueFiles.Load(locales.Path, Words, faults), faults);
    }

    [Fact]
    public void The_real_content_loads_without_a_fault() => Findings.AreNone(Load().Faults.Select(fault => fault.ToString()));

    [Fact]
    public void Every_item_has_a_source_and_the_day_of_the_check()
    {
        var catalogue = Load().Catalogue;
        Dated[] items = [.. catalogue.All];
        Assert.True(items.Length > 100);
        Assert.All(items, item =>
        {
            Assert.NotEmpty(item.Sources);
            Assert.NotEqual(default, item.CheckedOn);
            Assert.True(item.ReviewBy > item.CheckedOn, item.Id);
        });
    }

    [Theory]
    [InlineData("laws.yaml", "countries:", "countries: [us]", "“countries: us” is not known.")]
    [InlineData("laws.yaml", "countries:", "countries: uz", "“countries” is not a list of values.")]
    [InlineData("laws.yaml", "see:", "see: [nobody]", "names “nobody”, which is no other card.", At.Item)]
    [InlineData("laws.yaml", "see:", "see: [law-uz]", "names “law-uz”, which is no other card.", At.Item)]
    [InlineData("laws.yaml", "see:", "see: [u1, u2, u3, u5]", "names 4 cards", At.Item)]
    [InlineData("patterns.yaml", "situation:", "", "“situation” is missing.", At.Item)]
    [InlineData("patterns.yaml", "situation:", "situation: laws", "is “laws”, which is none.", At.Item)]
    [InlineData("cases.yaml", "country: uz", "country: [uz, kz]", "“country” has several values.")]
    [InlineData("now.yaml", "- id: now", "- id: now\n- id: then", "The file has 2 items.", At.NoItem)]
    [InlineData("laws.yaml", "numbers:", "numbers: 5", "“numbers” is not a map")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: [5], max: 10, recruiter_min: 7, recruiter_max: 12 }", "“numbers” is not a map")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: 5, recruiter_min: 7, recruiter_max: 12 }", "have the place {max}", At.Item)]
    [InlineData("laws.yaml", "checked_on:", "", "“checked_on” is missing.", At.Item)]
    [InlineData("laws.yaml", "checked_on:", "checked_on: 21.11.2026", "“checked_on: 21.11.2026” is not a day.")]
    [InlineData("laws.yaml", "checked_on:", "checked_on: 2026-02-30", "“checked_on: 2026-02-30” is not a day.")]
    [InlineData("laws.yaml", "reviewed_by:", "reviewd_by: lawyer", "The field “reviewd_by” is not known here.")]
    [InlineData("laws.yaml", "sources:", "sources: []\nnotes:", "“sources” is missing", At.Item)]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { word: uz-code }", "has no words “source.uz-code”", At.Item)]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { names: Code }", "The field “names” is not known here.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { published: 2025-12 }", "“name” is missing.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { name: Code, published: December }", "“published: December” is not a month.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { name: Code, address: \"http://lex.uz\" }", "is not a web address.")]
    [InlineData("laws.yaml", "- id: law-uz", "- id: Law UZ", "cannot be part of an address.")]
    [InlineData("laws.yaml", "- id: law-uz", "- id: law-ur", "“law-ur” has no words “fact.law-ur.heading”.")]
    [InlineData("laws.yaml", "- id: law-uz", "- law-uz", "not YAML", At.NoItem)]
    [InlineData("cases.yaml", "country: uz", "", "“country” is missing.", At.Item)]
    [InlineData("phrases.yaml", "russian:", "russian: \"\"", "“russian” is missing.", At.Item)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [debt]", "No sentence in phrases.yaml is for “sign”.", At.NoItem)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [sign, debt, paper]", "2 sentences in phrases.yaml are for “paper”", At.NoItem)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [sing, debt]", "“for: sing” is not known.")]
    [InlineData("contacts.yaml", "site:", "site: \"http://iditelesom.org\"", "is not a web address.")]
    [InlineData("contacts.yaml", "site:", "site: iditelesom.org", "is not a web address.")]
    [InlineData("contacts.yaml", "phones:", "phones: \"+7 925 115 50 47\"", "“phones” is not a list")]
    [InlineData("contacts.yaml", "phones:", "phones: [\"8 925 115 50 47\"]", "is not a telephone number.")]
    [InlineData("contacts.yaml", "phones:", "phones: [\"+7 925 115 50 4O\"]", "is not a telephone number.")]
    [InlineData("answers.yaml", "rests_on:", "rests_on: [now, nobody]", "names “nobody”, which is no card.", At.Item)]
    [InlineData("answers.yaml", "rests_on:", "sources: [{ name: Us }]", "The field “sources” is not known here.")]
    [InlineData("answers.yaml", "- id: sign-nothing", "- id: refuse", "The id “refuse” stands in phrases.yaml too.")]
    [InlineData("answers.yaml", "- id: sign-nothing", "- id: sign-all", "“sign-all” has no words “answers.sign-all.title”.")]
    public void A_spoilt_line_is_refused_with_its_place(string file, string line, string spoilt, string problem, At at = At.Line)
    {
        var changed = locales.Change(file, line, spoilt);
        var faults = Load().Faults;
        var fault = faults.FirstOrDefault(one => one.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.True(fault is not null, string.Join('\n', faults));
        Assert.NotEmpty(fault.Mend);
        if (at != At.NoItem)
            Assert.Equal((file, at == At.Line ? changed : locales.ItemAround(file, changed)), (fault.File, (int)fault.Line));
    }

    [Fact]
    public void An_id_that_stands_twice_is_refused_where_it_stands_again()
    {
        var first = locales.Change("laws.yaml", "- id: law-uz", "- id: law-kz");
        var fault = Assert.Single(Load().Faults, one => one.Problem == "The id “law-kz” stands twice.");
        Assert.Equal("laws.yaml", fault.File);
        Assert.True(fault.Line > first);
    }

    [Fact]
    public void The_parts_of_a_long_number_stay_on_one_line() =>
        Assert.Equal("3\u00A0000\u00A0000", Load().Catalogue.Card("u15")!.Numbers["rubles"]);

    [Fact]
    public void A_law_changes_in_one_place()
    {
        locales.Change("laws.yaml", "numbers:", "numbers: { article: 154, min: 6, max: 10, recruiter_min: 7, recruiter_max: 12 }");
        var (catalogue, faults) = Load();
        Assert.Empty(faults);
        Assert.All(["law-uz", "law-uz-joining", "u14"], id => Assert.Equal("6", catalogue.Card(id)!.Numbers["min"]));
    }

    [Theory]
    [InlineData("law-uz.lowest")]
    [InlineData("nobody.min")]
    [InlineData("u14.min")]
    public void A_number_that_leads_nowhere_or_on_to_another_link_is_refused(string link)
    {
        locales.Change("laws.yaml", "numbers: { article: \"154-1\"", $"numbers: {{ article: \"154-1\", labour: 3, recruiter_min: 3, recruiter_max: 5, war_article: 154, min: {link}, max: 10 }}");
        Assert.Contains(Load().Faults, fault => fault.File == "laws.yaml" && fault.Problem.Contains($"“min: {link}” of “law-uz-joining” names no number", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_list_is_refused()
    {
        locales.Write("cases.yaml", "id: u1"u8.ToArray());
        Assert.Contains(Load().Faults, fault => fault is { File: "cases.yaml", Line: 1, Problem: "The file is not a list." });
    }

    [Fact]
    public void An_item_without_fields_is_refused_and_not_lost()
    {
        locales.Write("cases.yaml", "- u1"u8.ToArray());
        Assert.Contains(Load().Faults, fault => fault is { File: "cases.yaml", Line: 1, Problem: "This item has no fields." });
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        locales.Remove("contacts.yaml");
        var fault = Assert.Single(Load().Faults);
        Assert.Equal("contacts.yaml", fault.File);
    }
}
