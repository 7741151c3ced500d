using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using MigrantBot.Browser;
using MigrantBot.Console;
using static Microsoft.Playwright.Assertions;

namespace MigrantBot.Tests.Console;

/// <summary>A page names all modules that it needs, so that the browser fetches them at once instead of finding them one layer after the other.</summary>
public sealed partial class PreloadTests(Chromium chromium) : ConsoleTest, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(ConsolePaths.Home, false)]
    [InlineData(ConsolePaths.Enter, null)]
    [InlineData(ConsolePaths.Settings, false)]
    [InlineData(ConsolePaths.Team, true)]
    [InlineData(ConsolePaths.Partners, true)]
    [InlineData(ConsolePaths.Audit, true)]
    public async Task A_page_names_every_module_that_it_loads_and_no_other(string path, bool? isForAdministrators)
    {
        using var person = isForAdministrators == true ? await Visitor.SignedInAsAdministrator(Host) : await Visitor.SignedIn(Host);
        await using var desk = await Desk.Sit(Host, chromium.Browser);
        // The entrance sends on who is signed in.
        if (isForAdministrators is not null)
            await desk.SignIn(person.Cookie!.Split('=', 2)[1]);
        ConcurrentQueue<string> loaded = [];
        desk.Page.Request += (_, request) =>
        {
            if (request.ResourceType == "script")
                loaded.Enqueue(request.Url);
        };

        var answer = await desk.Page.GotoAsync(path);
        await Expect(desk.Page.Locator("#tongues button").First).ToBeVisibleAsync();
        var html = await answer!.TextAsync();
        string[] named = [.. Named().Matches(html).Select(module => module.Groups["name"].Value).Order(StringComparer.Ordinal)];
        Assert.Equal(named, loaded.Select(NameOf).Distinct().Order(StringComparer.Ordinal));

        // The browser says by itself what it needs, where the page names only where to begin.
        loaded.Clear();
        await desk.Page.RouteAsync(url => url.EndsWith(path, StringComparison.Ordinal), route => route.FulfillAsync(new()
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string> { ["Content-Security-Policy"] = answer.Headers["content-security-policy"] },
            Body = Preload().Replace(html, ""),
        }));
        await desk.Page.ReloadAsync();
        await Expect(desk.Page.Locator("#tongues button").First).ToBeVisibleAsync();
        Assert.Equal(named, loaded.Select(NameOf).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(desk.Complaints);
    }

    [Fact]
    public void What_a_module_needs_is_found_in_however_many_lines_it_says_so() => Assert.Equal(
        ["b.js", "c.js", "d.js", "e.js"],
        new ModuleGraph(new Dictionary<string, string>
        {
            ["a.js"] = "import { one } from './b.js';\nimport {\n  two,\n  three,\n} from \"./c.js\";\nimport './d.js';\nconst text = 'imported from ./f.js';",
            ["b.js"] = "export { one } from './d.js';\nimport { a } from './a.js';",
            ["c.js"] = "import*as e from'./e.js';",
            ["d.js"] = "",
            ["e.js"] = "",
            ["f.js"] = "",
        }).Behind(["a.js"]));

    static string NameOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    [GeneratedRegex("""<(?:link rel="modulepreload" href|script type="module" src)="[^"]*/(?<name>[\w.-]+)">""", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("""<link rel="modulepreload"[^>]*>""")]
    private static partial Regex Preload();
}
