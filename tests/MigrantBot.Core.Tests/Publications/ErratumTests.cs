using MigrantBot.Core.Publications;

namespace MigrantBot.Core.Tests.Publications;

/// <summary>What may stand beside a publication for good, read by everybody and by programs of others.</summary>
public sealed class ErratumTests
{
    const string Russian = "Файлы вышли на день позже; числа верны.";

    [Fact]
    public void Words_in_both_languages_stand_as_they_were_said_but_for_the_blanks_around_them()
    {
        var (erratum, fault) = Erratum.Read("  The files came a day late (“server”); fewer than < 5 & more. ", $"{Russian} ");

        Assert.Null(fault);
        Assert.Equal(("The files came a day late (“server”); fewer than < 5 & more.", Russian), (erratum!.English, erratum.Russian));
    }

    [Theory]
    [InlineData("", ErratumFault.Empty)]
    [InlineData(" \t ", ErratumFault.Empty)]
    [InlineData("One line\nand another", ErratumFault.NotPlain)]
    [InlineData("One line\u2028and another", ErratumFault.NotPlain)]
    [InlineData("a\u001b[2Jb", ErratumFault.NotPlain)]
    [InlineData("a tab\there", ErratumFault.NotPlain)]
    [InlineData("up \u202eby 31", ErratumFault.NotPlain)]
    [InlineData("up \u2066by\u2069 31", ErratumFault.NotPlain)]
    [InlineData("up\u200f by 31", ErratumFault.NotPlain)]
    [InlineData("in\u200bvisible", ErratumFault.NotPlain)]
    [InlineData("soft\u00adhyphen", ErratumFault.NotPlain)]
    [InlineData("byte\ufefforder", ErratumFault.NotPlain)]
    [InlineData("filler\u3164here", ErratumFault.NotPlain)]
    [InlineData("private \ue000", ErratumFault.NotPlain)]
    [InlineData("tagged \U000e0041", ErratumFault.NotPlain)]
    [InlineData("from 12 אבג 34", ErratumFault.NotPlain)]
    [InlineData("covered z\u0301\u0302\u0303", ErratumFault.NotPlain)]
    [InlineData("half a letter \ud83d", ErratumFault.NotPlain)]
    [InlineData("<b>bold</b>", ErratumFault.Markup)]
    [InlineData("ends here </dd>", ErratumFault.Markup)]
    [InlineData("hidden <!-- so", ErratumFault.Markup)]
    [InlineData("fewer than &lt; 5", ErratumFault.Markup)]
    [InlineData("&#x202e;", ErratumFault.Markup)]
    [InlineData("Только по-русски", ErratumFault.WrongLanguage)]
    public void What_a_reader_or_a_program_would_take_for_something_else_is_refused(string english, ErratumFault fault) =>
        Assert.Equal((null, fault), Erratum.Read(english, Russian));

    [Theory]
    [InlineData("", ErratumFault.Empty)]
    [InlineData("Не\nверно.", ErratumFault.NotPlain)]
    [InlineData("Не<br>верно.", ErratumFault.Markup)]
    [InlineData("Wrong.", ErratumFault.WrongLanguage)]
    public void The_Russian_words_are_looked_at_like_the_English_ones(string russian, ErratumFault fault) =>
        Assert.Equal((null, fault), Erratum.Read("Wrong.", russian));

    [Fact]
    public void It_is_as_long_as_the_printed_page_can_bear()
    {
        var (most, more) = (new string('ж', Erratum.Longest), new string('ж', Erratum.Longest + 1));

        Assert.Equal(most, Erratum.Read("Wrong.", most).Erratum!.Russian);
        Assert.Equal((null, ErratumFault.TooLong), Erratum.Read("Wrong.", more));
    }

    [Fact]
    public void Letters_of_living_languages_with_their_marks_are_plain()
    {
        foreach (var text in new[] { "бо́льшую", "Йошкар-Ола", "oʻzbekcha", "O‘zbekiston", "тоҷикӣ", "Ünsal", "“–” 12 %, № 7", "1\u00a0000" })
            Assert.True(PlainLine.Is(text), text);
    }
}
