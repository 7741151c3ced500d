using System.Text.Json;
using Microsoft.Playwright;

namespace MigrantBot.Tests.Console;

/// <summary>axe-core, brought into a page from outside, so that the page's policy stays as it is.</summary>
static class Axe
{
    static readonly string Source = File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "axe-core", "axe.min.js"));

    const string Run =
        """
        async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }))
          .violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map(node => `${node.target}: ${node.failureSummary}`) }))
        """;

    sealed record Violation(string Id, string Help, string[] Nodes)
    {
        public override string ToString() => $"{Id}: {Help}\n  {string.Join("\n  ", Nodes)}";
    }

    /// <summary>Fails with all that is wrong on the page as it is now: WCAG 2.2 A and AA, and what axe holds to be good practice.</summary>
    public static async Task Check(IPage page)
    {
        await page.EvaluateAsync($"{Source}; 0");
        var found = await page.EvaluateAsync<JsonElement>(Run);
        Findings.AreNone(found.Deserialize<Violation[]>(JsonSerializerOptions.Web)!.Select(violation => $"{page.Url} {violation}"));
    }
}
