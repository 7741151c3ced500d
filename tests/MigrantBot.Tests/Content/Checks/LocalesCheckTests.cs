using System.Globalization;
using System.Text.RegularExpressions;
using MigrantBot.Content.Checks;
using MigrantBot.Core.Exchange;
using MigrantBot.Tests.Texts;

namespace MigrantBot.Tests.Content.Checks;

public sealed partial class LocalesCheckTests : IDisposable
{
    readonly LocalesFolder locales = new();

    public void Dispose() => locales.Dispose();

    (bool Good, string[] Lines) Run(DateOnly? today = null)
    {
        using var output = new StringWriter();
        var good = LocalesCheck.Run(locales.Path, today ?? Planted.Today, output);
        return (good, output.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'));
    }

    /// <summary>This stops a build whose words are wrong; what to mend stands in the failure.</summary>
    [Fact]
    public void The_words_and_facts_of_this_repository_have_no_error() => Findings.AreNone(
        AllChecks.Find(Locales.Load(Repository.Locales), Planted.Today).Where(finding => finding.IsError).Select(finding => finding.ToString()));

    [Fact]
    public void A_planted_error_is_printed_with_its_place_counted_and_fails()
    {
        var before = Run().Lines;
        var line = locales.Change("kk/screens.yaml", "more:", "more: \"➡️ Ўқу\"");
        var (good, lines) = Run();
        Assert.False(good);
        Assert.Equal("Errors:", lines[0]);
        Assert.Single(lines, one => one.StartsWith($"kk/screens.yaml:{line}: “button.more”: not in the letters of kk: Ўқу (ў). Mend: ", StringComparison.Ordinal));
        Assert.Equal(Errors(before, "kk") + 1, Errors(lines, "kk"));
        Assert.Equal(Errors(before, "ky"), Errors(lines, "ky"));
        Assert.Contains("mend the first error first", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_an_item_that_is_gone_are_an_error_in_each_language()
    {
        foreach (var language in Language.All)
            locales.Change($"{language.Code}/contacts.yaml", "contact:", "contact:\n  closed-office:\n    note: \"…\"");
        var (good, lines) = Run();
        Assert.False(good);
        Assert.All(Language.All, language => Assert.Single(
            lines, line => line.StartsWith($"{language.Code}/contacts.yaml:", StringComparison.Ordinal) && line.Contains("“contact.closed-office.note”: nothing in the data", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_loading_refuses_is_an_error_too_and_told_once()
    {
        locales.Change("tg/screens.yaml", "more:", "");
        var (good, lines) = Run();
        Assert.False(good);
        Assert.Single(lines, line => line.StartsWith("tg/screens.yaml:0: The key “button.more” is missing.", StringComparison.Ordinal));
        Assert.Contains(" 99 % ", Row(lines, "tg"), StringComparison.Ordinal);
    }

    [Fact]
    public void Old_facts_only_warn()
    {
        var (now, then) = (Run(), Run(today: new(2100, 1, 1)));
        Assert.Equal(now.Good, then.Good);
        Assert.Equal(Errors(now.Lines, "data"), Errors(then.Lines, "data"));
        Assert.Contains(then.Lines, line => line.Contains("was to be looked at again by", StringComparison.Ordinal));
    }

    static string Row(string[] lines, string language) => Assert.Single(lines, line => line.StartsWith($"{language} ", StringComparison.Ordinal));

    static int Errors(string[] lines, string language) =>
        int.Parse(BlankInNumber().Replace(Row(lines, language), "").Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture);

    /// <summary>One blank parts thousands, several part columns.</summary>
    [GeneratedRegex("(?<=[0-9]) (?=[0-9]{3}(?![0-9]))")]
    private static partial Regex BlankInNumber();

    [Fact]
    public void The_table_has_a_row_for_each_language_in_columns()
    {
        var lines = Run().Lines.SkipWhile(line => !line.StartsWith("language", StringComparison.Ordinal)).Take(9).ToList();
        Assert.Equal(["language", "uz", "uz-Cyrl", "tg", "ky", "kk", "ru", "en", "data"], lines.Select(line => line.Split(' ')[0]));
        Assert.Single(lines.Select(line => line.Length).Distinct());
    }

    [Fact]
    public void Without_the_rules_of_the_languages_the_other_checks_still_run()
    {
        locales.Remove(LanguageRulesFile.Name);
        locales.Change("en/screens.yaml", "more:", "more: \"➡️ +7 925 115 50 47\"");
        var lines = Run().Lines;
        Assert.Contains(lines, line => line.StartsWith(LanguageRulesFile.Name, StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("telephone number", StringComparison.Ordinal));
    }

    [Fact]
    public void An_item_that_nobody_reviewed_is_one_line_for_its_kind() =>
        Assert.Single(Run().Lines, line => line.StartsWith("cases.yaml: ", StringComparison.Ordinal) && line.Contains("not yet read by a lawyer", StringComparison.Ordinal));
}
