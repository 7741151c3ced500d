using MigrantBot.Storage;
using MigrantBot.Tests.Storage;

namespace MigrantBot.Tests.Channels.WebChat;

/// <summary>Exact numbers would undo the noise in those that are published: whoever looks before and after a report sees the same bytes.</summary>
public sealed class NoCountsTests
{
    static readonly string[] Addresses = ["/", "/en/home", "/en/tell", "/en/seen", "/en/receipt", "/en/learn", "/en/nowhere", "/health/live", "/health/ready"];

    [Fact]
    public async Task Nothing_that_anybody_can_open_changes_with_the_number_of_reports()
    {
        await using var host = await WebHost.Start();
        using var http = host.Client();
        var before = await Everything(http);
        foreach (var number in Enumerable.Range(0, 40))
            Assert.True(await new ReportStore(host.Database).Insert(Some.Report($"report-{number}", $"envelope-{number}"), CancellationToken.None));
        await host.Look();

        Assert.Contains(before, answer => answer.Contains("ready", StringComparison.Ordinal));
        Assert.Equal(before, await Everything(http));
    }

    static async Task<IReadOnlyList<string>> Everything(HttpClient http)
    {
        var seen = new List<string>();
        foreach (var address in Addresses)
        {
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
            seen.Add($"{address} {answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}");
        }
        return seen;
    }
}
