using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>One story told twice counts once: a moderator sees what is alike, and decides.</summary>
public sealed class DuplicatesTests(Chromium chromium) : PaneTest(chromium)
{
    const string Story = "Менинг укамни Сахаровода ушлаб туришибди, шартномага қўл қўйдиришмоқчи, паспортини олиб қўйишган.";
    const string Retold = "Укамни Сахаровода ушлаб туришибди, шартномага қўл қўйдиришмоқчи, паспортини ҳам олиб қўйишган.";

    static async Task Take(Desk desk, string report)
    {
        await desk.Page.Locator($"#list a[href*='{report}']").ClickAsync();
        await desk.Page.Locator("#claim").ClickAsync();
        await Expect(desk.Page.Locator(".words")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Cases_alike_are_offered_their_words_compared_and_one_is_named_the_original()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        var first = await Host.Report(Pressing, Story);
        var second = await Host.Report(Pressing, Retold);
        var third = await Host.Report(Pressing, "Бутунлай бошқа гап: пул ваъда қилишди, лекин ҳеч нарса тўлашмади, энди қарз сўрашяпти.");
        await desk.Refresh();
        await desk.Unlock();
        foreach (var one in new[] { first, third })
        {
            await Take(desk, one);
            await desk.Page.Locator("#release").ClickAsync();
            await Expect(desk.Page.Locator(".words")).ToHaveCountAsync(0);
        }
        await Take(desk, second);
        await Expect(desk.Page.Locator("#duplicate")).ToHaveTextAsync("Duplicate… (2 alike)");
        await desk.Page.Locator("#duplicate").ClickAsync();

        var rows = desk.Page.Locator("#alike li");
        await Expect(rows).ToHaveCountAsync(2);
        await Expect(rows.First.Locator("a")).ToHaveAttributeAsync("href", $"#case/{first}");
        await Expect(rows.First.Locator(".likeness")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^words look alike [6-9]\\d %$"));
        await Expect(rows.Last.Locator(".likeness")).ToHaveCountAsync(0);
        await rows.First.Locator(".same").ClickAsync();
        await Expect(desk.Page.Locator("#cancel")).ToBeFocusedAsync();
        await Expect(desk.Page.Locator("#verdict")).ToContainTextAsync($"a duplicate of the case received {Today:yyyy-MM-dd}");
        await desk.Page.Locator("#confirm").ClickAsync();

        await Expect(desk.Page.Locator("#notice")).ToHaveTextAsync("Marked as a duplicate.");
        Assert.Equal(first, await Ask<string>("SELECT duplicate_of FROM reports WHERE id = @second", new { second }));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public async Task A_case_of_another_place_is_offered_once_it_was_looked_at()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        var far = await Host.Report(Pressing with { Region = Core.Reporting.Region.FarEast }, Story);
        var here = await Host.Report(Pressing, Story);
        await desk.Refresh();
        await desk.Unlock();
        await Take(desk, here);
        await desk.Page.Locator("#duplicate").ClickAsync();
        await Expect(desk.Page.Locator("#alike")).ToContainTextAsync("look at it in the queue first");

        await Take(desk, far);
        await desk.Page.Locator($"#list a[href*='{here}']").ClickAsync();
        await Expect(desk.Page.Locator(".answers dl")).ToContainTextAsync("Moscow");
        await Expect(desk.Page.Locator(".words")).ToBeVisibleAsync();
        await desk.Page.Locator("#duplicate").ClickAsync();
        await Expect(desk.Page.Locator("#alike .likeness")).ToHaveTextAsync("words look alike 100 %");
        await desk.Page.Locator("#lock").ClickAsync();
        await desk.Unlock();
        await desk.Page.Locator("#duplicate").ClickAsync();
        await Expect(desk.Page.Locator("#alike li")).ToHaveCountAsync(0);
    }
}
