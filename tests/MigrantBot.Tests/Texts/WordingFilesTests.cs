using MigrantBot.Core.Exchange;
using MigrantBot.Texts;

namespace MigrantBot.Tests.Texts;

public sealed class WordingFilesTests : IDisposable
{
    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    List<Fault> Load()
    {
        List<Fault> faults = [];
        WordingFiles.Load(locales.Path, faults);
        return faults;
    }

    /// <summary>The one fault that there is; it says where and how to mend it.</summary>
    Fault TheFault()
    {
        var fault = Assert.Single(Load());
        Assert.NotEmpty(fault.Mend);
        return fault;
    }

    [Fact]
    public void The_real_words_load_without_a_fault() => Findings.AreNone(Load().Select(fault => fault.ToString()));

    [Theory]
    [InlineData("more:", "more: \"unclosed", "not YAML")]
    [InlineData("more:", "more: \"…\"\nmore: \"…\"", "not YAML")]
    [InlineData("more:", "more: [\"…\"]", "a list or a bare word stands where")]
    [InlineData("more:", "more: \"\"", "no words")]
    [InlineData("more:", "more:", "no words")]
    [InlineData("copy-phone:", "copy-phone: \"📋\"", "has the places (none)")]
    [InlineData("copy-phone:", "copy-phone: \"{phone} {number}\"", "has the places {number} {phone}")]
    [InlineData("more:", "more: \"…\"\nmore-and-more: \"…\"", "is not used", 1)]
    public void A_spoilt_line_is_refused_with_its_place(string line, string spoilt, string problem, int below = 0)
    {
        var number = locales.Change("kk/screens.yaml", line, spoilt);
        var faults = Load();
        var fault = Assert.Single(faults, one => one.Problem.Contains(problem, StringComparison.Ordinal));
        Assert.Equal("kk/screens.yaml", fault.File);
        if (problem != "not YAML")
            Assert.Equal(number + below, fault.Line);
        Assert.NotEmpty(fault.Mend);
        Assert.All(faults, one => Assert.StartsWith("kk/", one.File, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "{phone|номер|номера} {phone}", "has 2 forms for {phone}, and ru needs 3")]
    [InlineData("ru", "{phone|номер||номеров} {phone}", "has 3 forms for {phone}, and ru needs 3")]
    [InlineData("ru", "{phone|номер|номера|номеров}", "does not print that number")]
    [InlineData("en", "{phone|number|numbers|numbers} {phone}", "has 3 forms for {phone}, and en needs 2")]
    [InlineData("tg", "{phone|рақам|рақамҳо} {phone}", "a word never changes after a number in tg")]
    public void Forms_of_the_wrong_count_are_refused_with_their_place(string language, string spoilt, string problem)
    {
        var line = locales.Change($"{language}/screens.yaml", "copy-phone:", $"copy-phone: \"{spoilt}\"");
        var fault = TheFault();
        Assert.Equal(($"{language}/screens.yaml", line), (fault.File, (int)fault.Line));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Places_with_forms_are_compared_by_name()
    {
        locales.Change("ru/screens.yaml", "copy-phone:", "copy-phone: \"{phone} {phone|номер|номера|номеров}\"");
        Assert.Empty(Load());
    }

    [Fact]
    public void Every_text_is_given_with_its_place_and_uzbek_with_its_letters()
    {
        var line = locales.Change("uz/screens.yaml", "more:", "more: \"To'g'ri ma'no\"");
        var text = Assert.Single(WordingFiles.Read(locales.Path, []), text => text is { Key: "button.more", Language.Code: "uz" });
        Assert.Equal(new Text(Language.UzbekLatin, "button.more", "Toʻgʻri maʼno", "uz/screens.yaml", line), text);
    }

    [Fact]
    public void A_missing_key_is_refused_and_its_mend_shows_the_english()
    {
        locales.Change("tg/screens.yaml", "more:", "");
        var fault = TheFault();
        Assert.Equal(("tg/screens.yaml", "The key “button.more” is missing."), (fault.File, fault.Problem));
        Assert.Contains("➡️ More", fault.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_in_two_files_of_a_language_is_refused()
    {
        var line = locales.Change("uz/phrases.yaml", "phrase:", "language:\n  name: \"Oʻzbekcha\"\nphrase:");
        var fault = Assert.Single(Load());
        Assert.Equal("uz/screens.yaml", fault.File);
        Assert.Contains("stands twice", fault.Problem, StringComparison.Ordinal);
        Assert.True(line > 0);
    }

    [Fact]
    public void A_language_without_a_folder_is_refused()
    {
        locales.RemoveLanguage("ky");
        Assert.Contains(Load(), fault => fault is { File: "ky", Problem: "This language has no folder." });
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        locales.Write("ru/contacts.yaml", [.. "contact: \""u8, 0xCF, 0xF0, 0xE8, (byte)'"']);
        Assert.Contains(Load(), fault => fault is { File: "ru/contacts.yaml", Problem: "The file is not in UTF-8." });
    }

    [Fact]
    public void A_second_document_in_a_file_is_refused_and_not_lost()
    {
        var line = locales.Change("en/phrases.yaml", "phrase:", "---\n{}\n---\nphrase:");
        Assert.Contains(Load(), fault => fault.File == "en/phrases.yaml" && fault.Line == line + 3 && fault.Problem.StartsWith("A second document", StringComparison.Ordinal));
    }

    [Fact]
    public void A_reader_of_russian_needs_no_sound_of_russian()
    {
        List<Fault> faults = [];
        var wording = WordingFiles.Load(locales.Path, faults);
        Assert.Empty(faults);
        Assert.False(wording.Has(Language.Russian, "phrase.refuse.sound"));
        Assert.True(wording.Has(Language.Kazakh, "phrase.refuse.sound"));
    }
}
