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
        await host.Correct(MadeFigures.NewestMonth, Erratum, Erratum);
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
