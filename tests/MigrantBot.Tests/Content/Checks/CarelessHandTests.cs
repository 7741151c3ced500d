using System.Text;
using MigrantBot.Content.Checks;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Content.Checks;

/// <summary>What a tired lawyer or translator writes without noticing is told by the verb, with its file and mend, and never ends it.</summary>
public sealed class CarelessHandTests : IDisposable
{
    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    [Theory]
    [InlineData("laws.yaml", "reviewed_by:", "reviewed_by: \"not yet\"", "“reviewed_by: not yet” is nobody.")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: law-uzmin, max: 10, recruiter_min: 7, recruiter_max: 12 }", "is neither a number nor the number of another item.")]
    [InlineData("laws.yaml", "numbers:", "numbers: { article: 154, min: 50, max: 10, recruiter_min: 7, recruiter_max: 12 }", "has min 50 above max 10.")]
    [InlineData("laws.yaml", "review_by:", "review_by: 2072-02-21", "years after it was checked.")]
    [InlineData("laws.yaml", "review_by:", "review_by: 9999-12-31", "years after it was checked.")]
    [InlineData("contacts.yaml", "phones:", "phones: [\"+7 423 260 48 0\"]", "is not a telephone number.")]
    [InlineData("tg/laws.yaml", "button:", "button: \"⚖️ {{Барои ҷанг зиндон\"", "has a brace that is left open, or closes nothing.")]
    [InlineData("tg/laws.yaml", "button:", "button: ⚖️ Барои ҷанг зиндон", "stand without quotes.")]
    [InlineData("tg/laws.yaml", "button:", "\tbutton: \"⚖️\"", "the line begins with a tab.")]
    [InlineData("tg/laws.yaml", "button:", "button: &a \"⚖️ Барои ҷанг зиндон\"", "makes one value stand in several places")]
    [InlineData("tg/contacts.yaml", "note:", "note: \"Нависед: t.me/someone\"", "an address to write to stands in words")]
    [InlineData("kk/laws.yaml", "button:", "button: \"⚖️ Соғыс үшін түр\u200Bме\"", "U+200B")]
    public void It_is_told_where_it_stands(string file, string beginning, string spoilt, string problem)
    {
        locales.Change(file, beginning, spoilt);
        Tells(file, problem);
    }

    [Fact]
    public void A_file_that_is_never_read_is_told()
    {
        locales.Write("law.yaml", "[]"u8.ToArray());
        Tells("law.yaml", "The program does not read this file.");
    }

    [Fact]
    public void A_file_that_was_half_written_is_told()
    {
        locales.Write("tg/laws.yaml", [.. "fact:\n  law-uz:\n"u8, 0, 0]);
        Tells("tg/laws.yaml", "signs that are no text");
    }

    [Fact]
    public void Brackets_without_end_are_told_before_the_process_breaks()
    {
        locales.Write("tg/laws.yaml", Encoding.UTF8.GetBytes(new string('[', 100_000)));
        Tells("tg/laws.yaml", "deep");
    }

    [Fact]
    public void A_card_that_prints_the_number_of_another_is_old_when_that_other_is()
    {
        var (u14, law) = (RealWords.Catalogue.Card("u14")!, RealWords.Catalogue.Card("law-uz")!);
        Assert.Equal(law.Numbers["min"], u14.Numbers["min"]);
        Assert.True(u14.ReviewBy <= law.ReviewBy);
    }

    void Tells(string file, string problem)
    {
        var output = new StringWriter();
        Assert.False(LocalesCheck.Run(locales.Path, Planted.Today, output));
        Assert.Contains(output.ToString().Split('\n'), line => line.StartsWith($"{file}:", StringComparison.Ordinal) && line.Contains(problem, StringComparison.Ordinal) && line.Contains("Mend: ", StringComparison.Ordinal));
    }
}
