using System.Text.Json;
using MigrantBot.Core.Exchange;
using MigrantBot.Core.Moderation;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>Everything the pane says, it says in both languages.</summary>
public sealed class PaneWordsTests(Chromium chromium) : PaneTest(chromium)
{
    const string Load = "name => import(document.querySelector('script[src*=\"queue.js\"]').src.replace('queue.js', name))";

    [Fact]
    public async Task Every_refusal_has_its_words()
    {
        await using var desk = await (await Desk.Sit(Host, Browser)).Arrive(Host);
        var known = await desk.Page.EvaluateAsync<JsonElement>(
            $"({Load})('words-labels.js').then(({{ labels }}) => [Object.keys(labels.en.refusals), Object.keys(labels.ru.refusals)])");
        foreach (var language in known.EnumerateArray())
            Assert.Empty(Enum.GetValues<Refusal>().Select(one => Code.Of(one)).Append("role").Except(language.Deserialize<string[]>()!));
    }

    [Fact]
    public async Task In_Russian_the_whole_pane_speaks_Russian()
    {
        var (desk, reporter) = await Holding("Рассказ.", "ru");
        await using var _ = desk;
        using var __ = reporter;
        await desk.Page.EvaluateAsync("localStorage.setItem('mb-tongue', 'ru')");
        await desk.Page.ReloadAsync();
        await desk.Page.Locator("#typed-passcode").FillAsync(desk.Passcode);
        await desk.Page.Keyboard.PressAsync("Enter");
        await Expect(desk.Page.Locator("#show-words")).ToHaveTextAsync("Показать слова");
        await desk.Page.Locator("#urgency").ClickAsync();
        await desk.Page.Locator("#note").ClickAsync();
        var said = await desk.Page.Locator("#pane").InnerTextAsync();
        Assert.DoesNotMatch("[A-Za-z]{3,}", said.Replace("Telegram", "", StringComparison.Ordinal));
    }
}
