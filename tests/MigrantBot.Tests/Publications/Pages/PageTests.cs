using System.Globalization;
using System.Net;
using System.Text.Json;
using MigrantBot.Core.Publications;
using MigrantBot.Publications;
using MigrantBot.Publications.Pages;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Publications.Pages;

/// <summary>What the public page says, and that its charts, its tables and the files say the same.</summary>
public sealed class PageTests(Chromium chromium) : IClassFixture<Chromium>
{
    static readonly IReadOnlyList<Figures> TwoYears = MadeFigures.TwoYears();

    static readonly Figures Month = TwoYears.Single(one => one.Period == MadeFigures.NewestMonth);
    static readonly Figures Quarter = TwoYears.Single(one => one.Period == MadeFigures.NewestQuarter);

    static readonly string[] Formats = ["json", "csv"];

    /// <summary>What stands in the first two columns of a table, hidden or not.</summary>
    const string Rows = "table => [...table.tBodies[0].rows].map(row => [row.cells[0].textContent, row.cells[1].textContent])";

    /// <summary>What a chart writes beside each bar.</summary>
    const string Bars = "figure => [...figure.querySelectorAll('.bar')].map(bar => [bar.querySelector('.label').textContent, bar.querySelector('.value').textContent])";

    [Fact]
    public async Task Every_number_of_a_chart_stands_in_its_table()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
        foreach (var spec in new[] { Plan.Region, Plan.Type, Plan.Citizenship, Plan.Actor })
        {
            var figure = reading.Page.Locator($"#{spec.Name}");
            var table = await figure.Locator("table").EvaluateAsync<string[][]>(Rows);
            var chart = await figure.EvaluateAsync<string[][]>(Bars);
            Assert.Equal(spec.By[0].Categories.Count, table.Length);
            // Labels in two lines have lost the blank between them.
            Assert.Equal(table.Select(row => (Together(row[0]), row[1])), chart.Take(table.Length).Select(row => (Together(row[0]), row[1])));
        }
        var told = await reading.Page.Locator("#trend svg circle title").AllTextContentsAsync();
        var rows = await reading.Page.Locator("#trend table").EvaluateAsync<string[][]>(Rows);
        Assert.Equal(24, rows.Length);
        Assert.Equal(rows.Reverse().Select(row => $"{row[0]}: {row[1]}"), told.Select(text => text[..text.IndexOf(" (", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task A_bar_is_as_long_as_its_number_and_begins_at_nothing()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator("#type svg")).ToBeVisibleAsync();
        var cells = Month.Tables.Single(table => table.Spec == Plan.Type).Cells.Where(cell => cell.Value is not null).ToList();
        var bars = await reading.Page.Locator("#type .bar:not(.unshown, .together) rect").EvaluateAllAsync<double[][]>(
            "all => all.map(one => [one.x.baseVal.value, one.width.baseVal.value])");
        Assert.Equal(cells.Count, bars.Length);
        Assert.Single(bars.Select(bar => bar[0]).Distinct());
        var scale = bars[0][1] / cells[0].Value!.Value;
        Assert.All(cells.Zip(bars), pair => Assert.Equal(pair.First.Value!.Value * scale, pair.Second[1], 0.01));
    }

    [Theory]
    [InlineData(PagePaths.English)]
    [InlineData(PagePaths.Russian)]
    public async Task The_tables_say_what_the_files_say_and_hidden_cells_say_no_number(string path)
    {
        var tongue = path == PagePaths.Russian ? Tongue.OfRussian : Tongue.OfEnglish;
        await using var host = await PublicHost.Start(TwoYears);
        // Without a script, as the server wrote it.
        await using var reading = await Reading.Open(host, chromium.Browser, path, hasScript: false);
        var hidden = 0;
        foreach (var (figures, spec) in new[] { (Month, Plan.Region), (Month, Plan.Type), (Quarter, Plan.Citizenship), (Quarter, Plan.Actor), (Quarter, Plan.RegionType) })
        {
            var file = JsonDocument.Parse(PublicationText.Write(figures, new(figures.Period.DueOn, "", false)).Json).RootElement.GetProperty("tables").GetProperty(spec.Name).GetProperty("cells");
            var cells = reading.Page.Locator(spec == Plan.RegionType ? $"#{spec.Name} tbody td" : $"#{spec.Name} tbody tr td:nth-child(2)");
            await Expect(cells).ToHaveCountAsync(file.GetArrayLength());
            for (var at = 0; at < file.GetArrayLength(); at++)
            {
                var value = file[at].GetProperty("value");
                await Expect(cells.Nth(at)).ToBeVisibleAsync();
                if (value.ValueKind == JsonValueKind.Null)
                {
                    hidden++;
                    await Expect(cells.Nth(at).Locator("data")).ToHaveCountAsync(0);
                    await Expect(cells.Nth(at)).ToContainTextAsync(tongue.FewerThan(spec.ShowFrom));
                }
                else
                {
                    await Expect(cells.Nth(at)).ToHaveTextAsync(tongue.Number(value.GetInt64()));
                    await Expect(cells.Nth(at).Locator("data")).ToHaveAttributeAsync("value", value.GetInt64().ToString(CultureInfo.InvariantCulture));
                }
            }
        }
        Assert.True(hidden > 3, "Nothing was hidden: these figures show nothing.");
        await Expect(reading.Page.Locator(".headline .said")).ToHaveTextAsync([tongue.About(Month.Total, Plan.Total.Margin), tongue.About(Quarter.Total, 12)]);
        await Expect(reading.Page.Locator("#trend tbody tr")).ToHaveCountAsync(24);
        await Expect(reading.Page.Locator("#trend tbody td").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_was_wrong_is_shown_as_it_was_written_and_never_as_markup()
    {
        const string Attack = "<img src=x onerror=alert(1)><script>alert(2)</script> \"'&amp; </dl>";
        await using var host = await PublicHost.Start(TwoYears);
        // By hand, for no erratum can be made of it.
        await host.Correct(MadeFigures.NewestMonth, "Wrong.", "Неверно.");
        await host.Run("UPDATE errata SET en = @Attack, ru = @Attack", new { Attack });
        foreach (var path in new[] { PagePaths.English, PagePaths.Russian })
        {
            await using var reading = await Reading.Open(host, chromium.Browser, path);
            await Expect(reading.Page.Locator("#corrections dd")).ToHaveTextAsync(Attack);
            await Expect(reading.Page.Locator("#corrections dd *")).ToHaveCountAsync(0);
            await Expect(reading.Page.Locator(".headline .corrected")).ToHaveCountAsync(1);
            Assert.Empty(reading.Complaints);
        }
    }

    [Fact]
    public async Task It_is_quoted_with_the_address_under_which_it_was_found()
    {
        await using var host = await PublicHost.Start(TwoYears);
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, PagePaths.English);
        request.Headers.TryAddWithoutValidation("Host", "numbers.example.org");
        using var answer = await client.SendAsync(request);
        Assert.Contains("numbers.example.org/publications).", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_public_address_is_known_nobody_who_asks_chooses_another_to_quote()
    {
        await using var host = await PublicHost.Start(TwoYears, address: new("https://numbers.example.org"));
        using var client = new HttpClient { BaseAddress = host.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, PagePaths.English);
        request.Headers.TryAddWithoutValidation("Host", "evil.example");
        using var answer = await client.SendAsync(request);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("numbers.example.org/publications).", page, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_policy_forbids_what_the_page_does_not_need_and_there_is_no_cookie()
    {
        await using var host = await PublicHost.Start(TwoYears);
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { PagePaths.English, PagePaths.Russian })
        {
            using var answer = await client.GetAsync(new Uri(path, UriKind.Relative));
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            foreach (var part in new[] { "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'" })
                Assert.Contains(part, policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("public, max-age=60", answer.Headers.CacheControl?.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
            var page = await answer.Content.ReadAsStringAsync();
            Assert.DoesNotMatch("<style|\\sstyle=|\\son\\w+=|<script>|http://(?!www\\.w3\\.org)", page);
        }
        using var head = await client.SendAsync(new(HttpMethod.Head, PagePaths.English));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Theory]
    [InlineData(Volume.Normal, "15 December 2026")]
    [InlineData(Volume.Low, "15 January 2027")]
    public async Task Before_the_first_publication_it_says_when_that_appears(Volume volume, string day)
    {
        await using var host = await PublicHost.Start(volume: volume);
        await host.Get<MigrantBot.Storage.House>().Keep(MigrantBot.Storage.House.FirstMonth, "2026-11", CancellationToken.None);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator(".nothing")).ToContainTextAsync($"The first numbers are due on {day}.");
        await Expect(reading.Page.Locator("data")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Where_few_report_there_are_quarters_only()
    {
        await using var host = await PublicHost.Start(MadeFigures.QuartersOnly(), Volume.Low);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator(".headline")).ToHaveCountAsync(1);
        await Expect(reading.Page.GetByText(Tongue.OfEnglish.QuartersOnly)).ToBeVisibleAsync();
        await Expect(reading.Page.Locator("#trend h2")).ToContainTextAsync("Reports by quarter");
        await Expect(reading.Page.Locator("#region h2")).ToContainTextAsync("July to September 2026");
        await Expect(reading.Page.Locator(".drawing svg")).ToHaveCountAsync(5);
    }

    [Fact]
    public async Task Invented_numbers_say_so_above_in_every_chart_and_in_the_quotation()
    {
        await using var host = await PublicHost.Start(TwoYears, isInvented: true);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        await Expect(reading.Page.Locator(".banner")).ToHaveTextAsync(Tongue.OfEnglish.Invented);
        await Expect(reading.Page.Locator("figcaption .mark")).ToHaveTextAsync([.. Enumerable.Repeat(Tongue.OfEnglish.InventedMark, 6)]);
        await Expect(reading.Page.Locator(".drawing svg .made-up")).ToHaveTextAsync([.. Enumerable.Repeat(Tongue.OfEnglish.InventedMark, 5)]);
        await Expect(reading.Page.Locator("#quoting .mark")).ToHaveTextAsync(Tongue.OfEnglish.Invented);
        await Expect(reading.Page.Locator("footer")).ToContainTextAsync(Tongue.OfEnglish.InventedMark);
        await using var real = await PublicHost.Start(TwoYears);
        using var client = new HttpClient { BaseAddress = real.Address };
        Assert.DoesNotContain("nvented", await client.GetStringAsync(new Uri(PagePaths.English, UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rise_beyond_the_margins_is_named_with_how_often_that_is_wrong()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        var newest = Signals.Of(TwoYears).Where(signal => signal.Period == MadeFigures.NewestMonth || signal.Period == MadeFigures.NewestQuarter).ToList();
        Assert.NotEmpty(newest);
        await Expect(reading.Page.Locator("#signals li")).ToHaveCountAsync(newest.Count);
        await Expect(reading.Page.Locator("#signals li").First).ToContainTextAsync("South");
        await Expect(reading.Page.Locator("#signals")).ToContainTextAsync("at most 1 publication in 100");
        Assert.Equal(0.01, Signals.FalseAlarm);
    }

    [Fact]
    public async Task Every_publication_can_be_fetched_from_the_archive()
    {
        await using var host = await PublicHost.Start(TwoYears);
        await using var reading = await Reading.Open(host, chromium.Browser, PagePaths.English);
        var links = await reading.Page.Locator("#archive .file").EvaluateAllAsync<string[]>("all => all.map(one => one.getAttribute('href'))");
        Assert.Equal(
            TwoYears.SelectMany(one => Formats.Select(extension => PagePaths.FileOf(one.Period, extension))).Order(),
            links.Order());
        using var client = new HttpClient { BaseAddress = host.Address };
        foreach (var figures in new[] { Month, Quarter })
        {
            var json = await client.GetStringAsync(new Uri(PagePaths.FileOf(figures.Period, "json"), UriKind.Relative));
            Assert.Equal(figures.Total, PublicationText.Read(json).Total);
            Assert.StartsWith("\"kind\",\"period\"", await client.GetStringAsync(new Uri(PagePaths.FileOf(figures.Period, "csv"), UriKind.Relative)), StringComparison.Ordinal);
        }
    }

    static string Together(string label) => label.Replace(" ", "", StringComparison.Ordinal);
}
