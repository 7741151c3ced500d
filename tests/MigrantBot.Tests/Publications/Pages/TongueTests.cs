using System.Reflection;
using System.Text.RegularExpressions;
using MigrantBot.Core.Publications;
using MigrantBot.Publications.Pages;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>The words of the public page.</summary>
public sealed partial class TongueTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly IReadOnlyList<Dimension> Dimensions = [.. Plan.Tables(Cadence.Quarter, Volume.Low).SelectMany(table => table.By).DistinctBy(dimension => dimension.Name)];

    /// <summary>What the console calls other things: cells into which it does not gather, and those that there also hold what has been deleted.</summary>
    static readonly HashSet<string> OfThePageOnly = ["actor.private", "actor.other", "region.other", "type.other"];

    /// <summary>A word as the console finds it.</summary>
    const string Called =
        """
        async ([source, tongue, facet, names]) => {
          const { labels } = await import(`data:text/javascript,${encodeURIComponent(source)}`);
          const words = labels[tongue].words;
          const sentence = name => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');
          return names.map(name => words[`${facet}.${name}`] ?? words[name] ?? sentence(name));
        }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("ru")]
    public async Task A_category_is_called_as_in_the_console(string code)
    {
        Tongue tongue = code == "ru" ? Tongue.OfRussian : Tongue.OfEnglish;
        var book = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src", "MigrantBot", "Console", "Browser", "words-labels.js"));
        var source = book.Replace("import { plural } from './say.js';", "const plural = (count, one) => one;", StringComparison.Ordinal);
        Assert.NotEqual(book, source);
        var page = await chromium.Browser.NewPageAsync();
        foreach (var dimension in Dimensions)
        {
            string[] names = [.. dimension.Categories.Where(name => !OfThePageOnly.Contains($"{dimension.Name}.{name}"))];
            var facet = dimension.Name == "region" ? "cell" : dimension.Name;
            Assert.Equal(await page.EvaluateAsync<string[]>(Called, new object[] { source, code, facet, names }), names.Select(name => tongue.Label(dimension, name)));
            Assert.All(dimension.Categories, name => Assert.NotEmpty(tongue.Label(dimension, name)));
        }
        await page.CloseAsync();
    }

    [Fact]
    public void Every_text_has_its_own_words_in_each_language()
    {
        var texts = typeof(Tongue).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.PropertyType == typeof(string)).ToList();
        Assert.NotEmpty(texts);
        foreach (var text in texts.Where(text => text.Name is not (nameof(Tongue.Code) or nameof(Tongue.Address) or nameof(Tongue.FeedAddress) or nameof(Tongue.OwnName))))
        {
            Assert.Matches(Cyrillic(), (string)text.GetValue(Tongue.OfRussian)!);
            Assert.DoesNotMatch(Cyrillic(), (string)text.GetValue(Tongue.OfEnglish)!);
        }
        foreach (var (english, russian) in new[] { (Tongue.OfEnglish.LimitsSaid, Tongue.OfRussian.LimitsSaid), (Tongue.OfEnglish.ProtectionSaid, Tongue.OfRussian.ProtectionSaid) })
            Assert.Equal(english.Count, russian.Count);
        foreach (var spec in Plan.Tables(Cadence.Quarter, Volume.Low))
            Assert.NotEqual(Tongue.OfEnglish.NotSaid(spec), Tongue.OfRussian.NotSaid(spec));
    }

    [Theory]
    [InlineData(1, "около 1 сообщения")]
    [InlineData(2, "около 2 сообщений")]
    [InlineData(11, "около 11 сообщений")]
    [InlineData(21, "около 21 сообщения")]
    [InlineData(111, "около 111 сообщений")]
    [InlineData(1204, "около 1\u00a0204 сообщений")]
    public void Russian_bends_the_word_after_a_number(long reports, string text) =>
        Assert.StartsWith(text, Tongue.OfRussian.About(reports, 10), StringComparison.Ordinal);

    [Fact]
    public void Periods_and_days_are_written_as_each_language_writes_them()
    {
        var (month, quarter) = (Period.Read("2026-10")!, Period.Read("2026-Q2")!);
        Assert.Equal("October 2026", Tongue.OfEnglish.Name(month));
        Assert.Equal("April to June 2026", Tongue.OfEnglish.Name(quarter));
        Assert.Equal("в октябре 2026 года", Tongue.OfRussian.In(month));
        Assert.Equal("во II квартале 2026 года", Tongue.OfRussian.In(quarter));
        Assert.Equal("15 ноября 2026 года", Tongue.OfRussian.Day(new(2026, 11, 15)));
        Assert.Equal("1,204", Tongue.OfEnglish.Number(1204));
        Assert.Equal("about 1 report, give or take 10", Tongue.OfEnglish.About(1, 10));
    }

    [GeneratedRegex("[А-Яа-яЁё]")]
    private static partial Regex Cyrillic();
}
