using MigrantBot.Content.Checks;
using MigrantBot.Tests.Texts;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Content.Checks;

public sealed class LanguageRulesFileTests : IDisposable
{
    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    [Theory]
    [InlineData("kk:", "kz:", "The language kk is missing.")]
    [InlineData("letters:", "", "“letters” is missing.")]
    [InlineData("letters:", "leters: a b", "The field “leters” is not known here.")]
    [InlineData("quotes:", "", "“quotes” is missing.")]
    [InlineData("words_in_sentence:", "words_in_sentence: many", "“words_in_sentence: many” is not a number.")]
    [InlineData("words_in_sentence:", "words_in_sentence: 0", "“words_in_sentence: 0” is not a number.")]
    [InlineData("counted:", "counted: год года лет", "“counted” is not a list of values.")]
    public void A_spoilt_rule_is_refused_with_its_mend(string line, string spoilt, string problem)
    {
        locales.Change(LanguageRulesFile.Name, line, spoilt);
        List<Fault> faults = [];
        LanguageRulesFile.Load(locales.Path, faults);
        var fault = Assert.Single(faults, one => one.Problem.StartsWith(problem, StringComparison.Ordinal));
        Assert.Equal(LanguageRulesFile.Name, fault.File);
        Assert.NotEmpty(fault.Mend);
    }

    [Fact]
    public void A_missing_file_is_refused()
    {
        locales.Remove(LanguageRulesFile.Name);
        List<Fault> faults = [];
        Assert.Empty(LanguageRulesFile.Load(locales.Path, faults));
        Assert.Equal(LanguageRulesFile.Name, Assert.Single(faults).File);
    }

    [Theory]
    [InlineData("shchʼoʻ", null)]
    [InlineData("SHOʻCH", null)]
    [InlineData("ac", "c")]
    [InlineData("aʻ", "ʻ")]
    public void A_letter_of_two_signs_stands_whole(string word, string? stranger) =>
        Assert.Equal(stranger, new Alphabet(["a", "o", "oʻ", "s", "h", "sh", "ch", "ʼ"]).Stranger(word));
}
