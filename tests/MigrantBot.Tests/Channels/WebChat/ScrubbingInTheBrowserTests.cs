using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Reporting;
using MigrantBot.Core.Tests.Reporting.Scrubbing;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>The reporter's browser masks exactly what the server would, for every text.</summary>
public sealed partial class ScrubbingInTheBrowserTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Address = "https://scrub.test";

    static readonly string[] Tests = ["ScrubberTests", "NamesTests", "DisguisedNumbersTests"];

    const string Script =
        $$"""
        async texts => {
          const { scrub, hideNames, keepNames, anyNames } = await import('{{Address}}/scrub.js');
          return texts.map(text => {
            const shown = scrub(text);
            return [shown, hideNames(shown), keepNames(shown), String(anyNames(shown)), scrub(shown)];
          });
        }
        """;

    [Fact]
    public async Task The_browser_scrubs_every_text_as_the_server_does()
    {
        string[] texts = [.. Corpus.Files.SelectMany(Corpus.Read).Select(line => line.Text), .. TextsOfTests(), .. Mixed()];
        Assert.True(texts.Length > 1_000);
        await using var context = await chromium.Browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.RouteAsync($"{Address}/**", Serve);
        await page.GotoAsync($"{Address}/");
        var shown = await page.EvaluateAsync<string[][]>(Script, texts);
        Assert.Equal(texts.Length, shown.Length);
        Assert.All(texts.Zip(shown), pair => Assert.Equal(OnTheServer(pair.First), pair.Second));
        Assert.Equal(OnTheServer("a\ud800b\udc00c 8\ud800916"), (await page.EvaluateAsync<string[][]>($"() => ({Script})(['a\\ud800b\\udc00c 8\\ud800916'])"))[0]);
    }

    static string[] OnTheServer(string text)
    {
        var shown = Scrubber.Scrub(new Words(text));
        return [shown.Reveal(), Names.Hide(shown).Reveal(), Names.Keep(shown).Reveal(), Names.Any(shown) ? "true" : "false", shown.Reveal()];
    }

    static Task Serve(IRoute route)
    {
        var name = new Uri(route.Request.Url).AbsolutePath.TrimStart('/');
        return name.Length == 0
            ? route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Scrub</title>" })
            : route.FulfillAsync(new() { ContentType = "text/javascript; charset=utf-8", Body = File.ReadAllText(InRepository($"src/MigrantBot/Channels/WebChat/Browser/{name}")) });
    }

    /// <summary>What the scrubber's own tests tell it. A half of a pair cannot be handed to a browser and is told by itself above.</summary>
    static IEnumerable<string> TextsOfTests() =>
        Tests.SelectMany(name => Told().Matches(File.ReadAllText(InRepository($"tests/MigrantBot.Core.Tests/Reporting/{name}.cs"))))
            .Select(match => Regex.Unescape(match.Groups["text"].Value)).Where(text => !text.EnumerateRunes().Contains(Rune.ReplacementChar));

    /// <summary>Seeded: pieces of the corpus thrown together, the same every time.</summary>
    static IEnumerable<string> Mixed()
    {
        string[] pieces = [.. Corpus.Files.SelectMany(Corpus.Read).SelectMany(line => line.Text.Split(' ')), "\n", "\u200b", "😀", "⟦", "⟧", "ⓣ", "٣", "①", "О", "l", "З", "(", "+", "№", "и\u0306", "\u0338", "İ", "ß", "\t"];
        var random = new Random(20261122);
        return Enumerable.Range(0, 800).Select(_ => string.Join(random.Next(3) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)])));
    }

    static string InRepository(string path, [CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../..", path));

    [GeneratedRegex("""InlineData\("(?<text>(?:[^"\\]|\\.)*)"[,)]""")]
    private static partial Regex Told();
}
