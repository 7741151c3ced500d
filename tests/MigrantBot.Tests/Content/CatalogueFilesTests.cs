using System.Text.RegularExpressions;
using MigrantBot.Content;
using MigrantBot.Core.Awareness;
using MigrantBot.Tests.Texts;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content;

public sealed partial class CatalogueFilesTests : IDisposable
{
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

    /// <summary>A number in a sentence would be translated seven times and corrected once.</summary>
    [Fact]
    public void No_telephone_number_stands_outside_contacts_yaml() => Findings.AreNone(
        from file in Directory.EnumerateFiles(Repository.Locales, "*.yaml", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Repository.Locales, file)
        where name != "contacts.yaml"
        from line in File.ReadLines(file).Select((text, index) => (Text: text, Number: index + 1))
        where PhoneNumber().IsMatch(line.Text) && !Harmless().IsMatch(line.Text)
        select $"{name}:{line.Number}: {line.Text.Trim()}");

    [Theory]
    [InlineData("laws.yaml", "countries:", "countries: [us]", "“countries: us” is not known.")]
    [InlineData("laws.yaml", "countries:", "countries: uz", "“countries” is not a list of values.")]
    [InlineData("laws.yaml", "see:", "see: [nobody]", "names “nobody”, which is no other card.", null)]
    [InlineData("laws.yaml", "see:", "see: [law-uz]", "names “law-uz”, which is no other card.", null)]
    [InlineData("laws.yaml", "see:", "see: [u1, u2, u3, u5]", "names 4 cards", null)]
    [InlineData("patterns.yaml", "situation:", "", "“situation” is missing.", -1)]
    [InlineData("patterns.yaml", "situation:", "situation: laws", "is “laws”; it must be one of: police,", null)]
    [InlineData("cases.yaml", "country: uz", "country: [uz, kz]", "“country” has several values.")]
    [InlineData("now.yaml", "- id: now", "- id: now\n- id: then", "The file has 2 items.", null)]
    [InlineData("laws.yaml", "numbers:", "numbers: 5", "“numbers” is not a map")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: [5], max: 10, recruiter_min: 7, recruiter_max: 12 }", "“numbers” is not a map")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: 5, recruiter_min: 7, recruiter_max: 12 }", "have the place {max}", -2)]
    [InlineData("laws.yaml", "checked_on:", "", "“checked_on” is missing.", -10)]
    [InlineData("laws.yaml", "checked_on:", "checked_on: 21.11.2026", "“checked_on: 21.11.2026” is not a day.")]
    [InlineData("laws.yaml", "checked_on:", "checked_on: 2026-02-30", "“checked_on: 2026-02-30” is not a day.")]
    [InlineData("laws.yaml", "reviewed_by:", "reviewd_by: lawyer", "The field “reviewd_by” is not known here.")]
    [InlineData("laws.yaml", "sources:", "sources: []\nnotes:", "“sources” is missing")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { word: uz-code }", "has no words “source.uz-code”", -5)]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { names: Code }", "The field “names” is not known here.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { published: 2025-12 }", "“name” is missing.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { name: Code, published: December }", "“published: December” is not a month.")]
    [InlineData("laws.yaml", "- { word: uz-criminal-code }", "- { name: Code, address: \"http://lex.uz\" }", "is not a web address.")]
    [InlineData("laws.yaml", "- id: law-uz", "- id: Law UZ", "cannot be part of an address.")]
    [InlineData("laws.yaml", "- id: law-uz", "- id: law-kz", "The id “law-kz” stands twice.", 65)]
    [InlineData("laws.yaml", "- id: law-uz", "- id: law-ur", "“law-ur” has no words “fact.law-ur.heading”.")]
    [InlineData("laws.yaml", "- id: law-uz", "- law-uz", "not YAML", null)]
    [InlineData("cases.yaml", "country: uz", "", "“country” is missing.", -1)]
    [InlineData("phrases.yaml", "russian:", "russian: \"\"", "“russian” is missing.", -1)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [debt]", "No sentence in phrases.yaml is for “sign”.", null)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [sign, debt, paper]", "2 sentences in phrases.yaml are for “paper”", null)]
    [InlineData("phrases.yaml", "for: [sign, debt]", "for: [sing, debt]", "“for: sing” is not known.")]
    [InlineData("contacts.yaml", "site:", "site: \"http://iditelesom.org\"", "is not a web address.")]
    [InlineData("contacts.yaml", "site:", "site: iditelesom.org", "is not a web address.")]
    [InlineData("contacts.yaml", "phones:", "phones: \"+7 925 115 50 47\"", "“phones” is not a list")]
    [InlineData("contacts.yaml", "phones:", "phones: [\"8 925 115 50 47\"]", "is not a telephone number.")]
    [InlineData("contacts.yaml", "phones:", "phones: [\"+7 925 115 50 4O\"]", "is not a telephone number.")]
    public void A_spoilt_line_is_refused_with_its_place(string file, string line, string spoilt, string problem, int? below = 0)
    {
        var number = locales.Change(file, line, spoilt);
        var faults = Load().Faults;
        var fault = faults.FirstOrDefault(one => one.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.True(fault is not null, string.Join('\n', faults));
        Assert.NotEmpty(fault.Mend);
        if (below is { } lines && problem != "“sources” is missing")
            Assert.Equal((file, number + lines), (fault.File, (int)fault.Line));
    }

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

    /// <summary>Days, addresses of pages, and numbers with a name.</summary>
    [GeneratedRegex("https://|^ +(?:checked_on|review_by|numbers):")]
    private static partial Regex Harmless();

    [GeneratedRegex(@"\+?[0-9][0-9 ()-]{7,}[0-9]")]
    private static partial Regex PhoneNumber();
}
