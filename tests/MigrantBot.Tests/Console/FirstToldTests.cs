using MigrantBot.Core.Reporting;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A case whose answers were deleted with their quarter: the sealed text says what was told, and nothing else pretends to.</summary>
public sealed class FirstToldTests(Chromium chromium) : PaneTest(chromium)
{
    static readonly Facets Told = Pressing with { Methods = Methods.Violence | Methods.Deception, Stage = Stage.Pressed };

    /// <summary>As the publication of the quarter does it.</summary>
    async Task Delete(string report)
    {
        await Harm("DELETE FROM report_facets WHERE report_id = @report", new { report });
        await Harm("UPDATE queue SET region = 'other', type = 'other' WHERE report_id = @report", new { report });
    }

    [Fact]
    public async Task The_pane_says_where_the_answers_are_and_shows_them_as_first_told_once_opened()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        using var reporter = await Reporter.Tells(Host, "Told.", "uz", Told);
        await Delete(reporter.Report);
        var page = desk.Page;
        await page.ReloadAsync();
        await Expect(page.Locator("#list .not-kept")).ToHaveTextAsync("region and type not kept any more");
        await Expect(page.Locator("#list .why")).ToContainTextAsync("Violence · hours left");
        await desk.Unlock();
        await page.Locator("#list a").ClickAsync();
        await Expect(page.Locator("#not-kept")).ToContainTextAsync("stands in the sealed text.");
        await Expect(page.Locator(".answers dl")).ToHaveCountAsync(0);
        var urgency = await page.Locator(".case-head h2").InnerTextAsync();

        await page.Locator("#claim").ClickAsync();

        await Expect(page.Locator("#not-kept")).ToContainTextAsync("As first told; the copy for counting was deleted when its quarter was published.");
        await Expect(page.Locator(".answers dd")).ToHaveTextAsync(["Moscow", "Violence, deception", "Pressed", "Hours left"]);
        await Expect(page.Locator(".answers .row")).ToContainTextAsync("Not said: told by");
        await Expect(page.Locator("#correct")).ToHaveCountAsync(0);
        await Expect(page.Locator(".case-head h2")).ToHaveTextAsync(urgency);
        await page.Locator("#duplicate").ClickAsync();
        await Expect(page.Locator("#alike")).ToContainTextAsync("are not kept any more");
        await page.Locator("#urgency").ClickAsync();
        await page.Locator("#new-urgency").FillAsync("4");
        await page.Locator("#reason").FillAsync("Safe at home.");
        await page.Locator("#correct-now").ClickAsync();
        await Expect(page.Locator("#notice")).ToHaveTextAsync("The urgency is changed, and your reason kept.");
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task Deleted_while_they_are_being_corrected_they_are_shown_as_first_told_and_the_reason_is_not_lost()
    {
        var (desk, reporter) = await Holding();
        await using var _ = desk;
        using var __ = reporter;
        var page = desk.Page;
        await page.Locator("#correct").ClickAsync();
        await page.Locator("#fix-region").SelectOptionAsync("volga");
        await page.Locator("#reason").FillAsync("He names Kazan.");
        await Delete(reporter.Report);

        await page.Locator("#correct-now").ClickAsync();

        await Expect(page.Locator("#notice")).ToHaveTextAsync("These answers have been counted and deleted. There is nothing left to correct.");
        await Expect(page.Locator("#correct-form")).ToHaveCountAsync(0);
        await Expect(page.Locator(".answers dl")).ToContainTextAsync("Moscow");
        Assert.Equal(0, await Ask<long>("SELECT COUNT(*) FROM envelopes WHERE direction = 3"));
        await page.Locator("#urgency").ClickAsync();
        await Expect(page.Locator("#reason")).ToHaveValueAsync("He names Kazan.");
    }

    [Fact]
    public async Task What_is_not_in_the_code_list_is_not_shown_as_an_answer()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        const string Load = "name => import(document.querySelector('script[src*=\"queue.js\"]').src.replace('queue.js', name))";
        var read = await desk.Page.EvaluateAsync<string[]>(
            $$"""
            async () => {
              const { asTold } = await ({{Load}})('codes.js');
              const of = facets => { const told = asTold(facets); return told ? [told.region, told.methods, Object.keys(told).length].join('|') : 'nothing'; };
              return [
                of({ region: 'moscow', methods: ['violence', 'deception'] }), of({ region: '<b>', methods: ['violence', 7, '<i>'], more: 'x' }),
                of({ region: ['moscow', 'south'], methods: 'violence' }), of({}), of([]), of('text'), of(null),
              ];
            }
            """);
        Assert.Equal(["moscow|violence deception|10", "unsaid|violence|10", "moscow|violence|10", "unsaid|unsaid|10", "unsaid|unsaid|10", "nothing", "nothing"], read);
    }
}
