using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A moderator who knows better says why; what they say is sealed.</summary>
public sealed class CorrectingTests(Chromium chromium) : PaneTest(chromium)
{
    [Fact]
    public async Task Answers_are_corrected_with_a_reason_that_becomes_a_sealed_note()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        var page = desk.Page;
        await page.Locator("#correct").ClickAsync();
        await Expect(page.Locator("#fix-who")).ToBeFocusedAsync();
        await page.Locator("#reason").FillAsync("He names Kazan.");
        await Expect(page.Locator("#correct-now")).ToBeDisabledAsync();
        await page.Locator("#fix-region").SelectOptionAsync("volga");
        await page.Locator("#fix-deception").CheckAsync();
        await page.Locator("#reason").FillAsync("");
        await Expect(page.Locator("#correct-now")).ToBeDisabledAsync();
        await page.Locator("#reason").FillAsync("He names Kazan.");
        await page.Locator("#correct-now").ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync("Corrected, and your reason kept.");
        await Expect(page.Locator(".answers dl")).ToContainTextAsync("Volga");
        await Expect(page.Locator(".answers dl")).ToContainTextAsync("Violence, deception");
        await Expect(page.Locator("#notes li p")).ToHaveTextAsync([$"Why the answers were corrected · aziz, {Today:yyyy-MM-dd}", "He names Kazan."]);
        Assert.Equal("volga", await Ask<string>("SELECT region FROM report_facets WHERE report_id = @Report", new { reporter.Report }));
        Assert.Empty(await Plain("He names Kazan."));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task The_urgency_is_overruled_with_a_reason_and_the_head_says_who_did()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        var page = desk.Page;
        await page.Locator("#urgency").ClickAsync();
        await page.Locator("#reason").FillAsync("Already safe at home.");
        await Expect(page.Locator("#correct-now")).ToBeDisabledAsync();
        await page.Locator("#new-urgency").FillAsync("4");
        await Expect(page.Locator("#urgency-shows")).ToHaveTextAsync("4 · Low");
        await page.Locator("#correct-now").ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync("The urgency is changed, and your reason kept.");
        await Expect(page.Locator(".case-head .badge").First).ToHaveTextAsync("Low");
        await Expect(page.Locator("#urgency-by")).ToHaveTextAsync("urgency set by aziz");
        await Expect(page.Locator("#notes li p")).ToHaveTextAsync([$"Why the urgency was changed · aziz, {Today:yyyy-MM-dd}", "Already safe at home."]);
        Assert.Equal(4, await Ask<long>("SELECT urgency FROM reports WHERE id = @Report", new { reporter.Report }));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_correction_of_a_case_that_has_changed_is_refused_and_nothing_typed_is_lost()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#correct").ClickAsync();
        await desk.Page.Locator("#fix-region").SelectOptionAsync("volga");
        await desk.Page.Locator("#reason").FillAsync("He names Kazan.");
        await Host.Add(reporter.Report, "Added meanwhile.");
        await desk.Page.Locator("#correct-now").ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToContainTextAsync("This case has changed");
        await Expect(desk.Page.Locator("#fix-region")).ToHaveValueAsync("volga");
        await Expect(desk.Page.Locator("#reason")).ToHaveValueAsync("He names Kazan.");
        Assert.Equal("moscow", await Ask<string>("SELECT region FROM report_facets WHERE report_id = @Report", new { reporter.Report }));
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 3"));
        await desk.Page.Locator("#correct-now").ClickAsync();
        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Corrected, and your reason kept.");
    }

    [Fact]
    public async Task Everything_of_the_code_list_can_be_chosen_and_nothing_else()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.Locator("#correct").ClickAsync();
        await Expect(desk.Page.Locator("#correct-form")).ToBeVisibleAsync();

        foreach (var (facet, values) in Facets())
        {
            var offered = facet == "methods"
                ? await desk.Page.Locator(".several input").EvaluateAllAsync<string[]>("all => all.map(one => one.value)")
                : await desk.Page.Locator($"#fix-{facet} option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
            Assert.Equal(facet == "methods" ? values : [FacetNames.Unsaid, .. values], offered);
        }
    }

    static IEnumerable<(string Facet, string[] Values)> Facets() =>
    [
        ("who", Names<Who>()), ("when", Names<When>()), ("region", Names<Region>()), ("place", Names<Site>()), ("actor", Names<Actor>()),
        ("methods", [.. Names<Methods>().Skip(1)]), ("stage", Names<Stage>()), ("citizenship", Names<Citizenship>()),
        ("russian-passport", Names<RussianPassport>()), ("deadline", Names<Deadline>()),
    ];

    static string[] Names<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(one => Core.Exchange.Code.Of(one))];
}
