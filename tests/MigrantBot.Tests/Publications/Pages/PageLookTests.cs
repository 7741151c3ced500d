using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using MigrantBot.Core.Publications;
using MigrantBot.Publications.Pages;
using MigrantBot.Tests.Console;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>The public page on a desk, on a phone and on paper, in both languages: it fits, axe finds nothing, the browser complains of nothing. With PNG_DIR set, it is also painted there.</summary>
public sealed partial class PageLookTests(Chromium chromium) : IClassFixture<Chromium>
{
    const string Erratum = "The files of this month appeared a day late, because the server stood still. The numbers are right.";

    static readonly IReadOnlyList<Figures> TwoYears = MadeFigures.TwoYears();

    [Theory]
    [InlineData(ColorScheme.Light, 1280, PagePaths.English)]
    [InlineData(ColorScheme.Dark, 1280, PagePaths.Russian)]
    [InlineData(ColorScheme.Light, 320, PagePaths.Russian)]
    [InlineData(ColorScheme.Dark, 390, PagePaths.English)]
    [InlineData(ColorScheme.Light, 1900, PagePaths.Russian)]
    // Half of a usual screen: what is left of it at 200 % zoom.
    [InlineData(ColorScheme.Light, 640, PagePaths.English)]
    public async Task It_fits_and_everybody_can_use_it(ColorScheme scheme, int width, string path)
    {
        await using var host = await PublicHost.Start(TwoYears, isInvented: scheme == ColorScheme.Dark);
        await host.Correct(MadeFigures.NewestMonth, Erratum, "Файлы за этот месяц вышли на день позже: сервер не работал. Числа верны.");
        await using var reading = await Reading.Open(host, chromium.Browser, path, scheme, width);
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        await Look(reading, width, $"publications-{scheme}-{width}-{(path == PagePaths.Russian ? "ru" : "en")}");
        await reading.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        await Look(reading, width, $"publications-open-{scheme}-{width}-{(path == PagePaths.Russian ? "ru" : "en")}");
    }

    [Theory]
    [InlineData(PagePaths.English, 1280)]
    [InlineData(PagePaths.Russian, 360)]
    public async Task So_do_a_page_of_quarters_and_one_with_nothing_yet(string path, int width)
    {
        var tongue = path == PagePaths.Russian ? "ru" : "en";
        await using (var host = await PublicHost.Start(MadeFigures.QuartersOnly(), Volume.Low))
        await using (var reading = await Reading.Open(host, chromium.Browser, path, width: width))
        {
            await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
            await Look(reading, width, $"publications-quarters-{tongue}");
        }
        await using (var host = await PublicHost.Start(volume: Volume.Low))
        await using (var reading = await Reading.Open(host, chromium.Browser, path, width: width))
            await Look(reading, width, $"publications-nothing-{tongue}");
    }

    [Theory]
    [InlineData(PagePaths.English, ColorScheme.Light, true)]
    [InlineData(PagePaths.Russian, ColorScheme.Dark, true)]
    [InlineData(PagePaths.Russian, ColorScheme.Light, false)]
    public async Task On_paper_it_is_two_pages(string path, ColorScheme scheme, bool isInvented)
    {
        await using var host = await PublicHost.Start(TwoYears, isInvented: isInvented);
        foreach (var number in new[] { 1, 2, 3, 4 })
            await host.Correct(MadeFigures.NewestMonth, $"{number}. {Long("The files of this month appeared a day late. ")}", $"{number}. {Long("Файлы за этот месяц вышли на день позже. ")}");
        await using var reading = await Reading.Open(host, chromium.Browser, path, scheme);
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        var pdf = await reading.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"publications-{(path == PagePaths.Russian ? "ru" : "en")}{(isInvented ? "-invented" : "")}.pdf"), pdf);
        Assert.Equal(2, PageOfPdf().Count(Encoding.Latin1.GetString(pdf)));
        // Afterwards it is a page for the screen again.
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        Assert.Empty(reading.Complaints);
    }

    [Theory]
    [InlineData(ColorScheme.Light, PagePaths.Russian)]
    [InlineData(ColorScheme.Dark, PagePaths.English)]
    public async Task In_colours_that_the_reader_has_chosen_every_chart_is_still_seen(ColorScheme scheme, string path)
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, path, scheme, colours: ForcedColors.Active);
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await reading.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"publications-forced-{scheme}.png"), FullPage = true });
        Findings.AreNone(await reading.Page.EvaluateAsync<string[]>(Faint));
        Assert.Empty(reading.Complaints);
    }

    [Fact]
    public async Task By_keyboard_the_numbers_are_one_step_away_and_the_rest_comes_in_the_order_of_reading()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        await reading.Page.Keyboard.PressAsync("Tab");
        await Expect(reading.Page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(reading.Page.Locator(".skip")).ToBeInViewportAsync();
        await reading.Page.Keyboard.PressAsync("Enter");
        await Expect(reading.Page.Locator("#numbers")).ToBeFocusedAsync();
        await reading.Page.Keyboard.PressAsync("Tab");
        await Expect(reading.Page.Locator("#trend summary")).ToBeFocusedAsync();
        await reading.Page.Keyboard.PressAsync("Enter");
        await Expect(reading.Page.Locator("#trend table")).ToBeVisibleAsync();
        Findings.AreNone(await reading.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('[tabindex]')].filter(one => one.tabIndex > 0).map(one => `${one.outerHTML.slice(0, 80)} jumps the queue.`)"));
        Assert.Equal(1, await reading.Page.Locator("h1").CountAsync());
        Findings.AreNone(await reading.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('h1, h2, h3, h4')].map(one => Number(one.tagName[1])).flatMap((level, at, all) => at > 0 && level > all[at - 1] + 1 ? [`h${level} after h${all[at - 1]}`] : [])"));
    }

    [Fact]
    public async Task Without_a_script_its_tables_are_printed()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English, hasScript: false);
        await reading.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var figure in new[] { "trend", "region", "type", "citizenship", "actor", "region-type" })
        {
            await Expect(reading.Page.Locator($"#{figure} tbody tr").First).ToBeVisibleAsync();
            await Expect(reading.Page.Locator($"#{figure} tbody tr").Last).ToBeVisibleAsync();
        }
        await Expect(reading.Page.Locator("#trend .tall")).ToHaveCSSAsync("max-height", "none");
    }

    /// <summary>As long as an erratum may be.</summary>
    static string Long(string words) => string.Concat(Enumerable.Repeat(words, 99))[..(Core.Publications.Erratum.Longest - 4)];

    static async Task Look(Reading reading, int width, string name)
    {
        if (Environment.GetEnvironmentVariable("PNG_DIR") is { Length: > 0 } folder)
            await reading.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        await Axe.Check(reading.Page);
        Assert.True(await reading.Page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than the screen.");
        Findings.AreNone(await reading.Page.EvaluateAsync<string[]>(Small));
        Findings.AreNone(await reading.Page.EvaluateAsync<string[]>(CutOff));
        Assert.Empty(reading.Complaints);
    }

    /// <summary>Everything that can be pressed and is smaller than 24 pixels; a link within a sentence is as high as its line.</summary>
    const string Small =
        """
        () => [...document.querySelectorAll('nav a, .file, summary')].filter(one => one.checkVisibility()).map(one => [one, one.getBoundingClientRect()])
          .filter(([, box]) => box.width < 24 || box.height < 24).map(([one, box]) => `${one.textContent} is only ${box.width} by ${box.height}.`)
        """;

    /// <summary>What a chart draws that stands out from its background by less than 3 to 1.</summary>
    const string Faint =
        """
        () => {
          const light = colour => {
            const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map(part => part / 255).map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
            return .2126 * red + .7152 * green + .0722 * blue;
          };
          const contrast = (one, other) => (Math.max(light(one), light(other)) + .05) / (Math.min(light(one), light(other)) + .05);
          const background = getComputedStyle(document.querySelector('.card')).backgroundColor;
          const drawn = [['.bar:not(.unshown, .together) rect', 'fill'], ['.bar .whisker', 'stroke'], ['svg .line', 'stroke'], ['svg .points circle', 'fill'], ['svg text:not(.made-up)', 'fill']];
          return drawn.flatMap(([what, by]) => {
            const all = [...document.querySelectorAll(what)];
            return all.length === 0 ? [`There is no ${what}.`]
              : all.filter(one => contrast(getComputedStyle(one)[by], background) < 3).slice(0, 1).map(one => `${what} is ${getComputedStyle(one)[by]} on ${background}.`);
          });
        }
        """;

    /// <summary>Words of a chart that reach out of it.</summary>
    const string CutOff =
        """
        () => [...document.querySelectorAll('.drawing svg')].flatMap(svg => [...svg.querySelectorAll('text:not(.made-up)')].filter(text => {
          const [inner, outer] = [text.getBoundingClientRect(), svg.getBoundingClientRect()];
          return text.textContent && (inner.left < outer.left - 1 || inner.right > outer.right + 1 || inner.top < outer.top - 1 || inner.bottom > outer.bottom + 1);
        }).map(text => `“${text.textContent}” is cut off in ${svg.closest('figure').id}.`))
        """;

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageOfPdf();
}
